"""What holds for a report in every form."""

from __future__ import annotations

import json
import re
import time
from xml.etree import ElementTree as ET

import pytest

from ddas.findings import Level
from ddas.rendering.printable import make_printable
from ddas.validation.rendering import FORMS, Shown, render
from ddas.validation.report import Report
from tests.rendering.report_making import NASTY, NASTY_FILE, make_file, make_report, make_unreadable

CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]")


@pytest.mark.parametrize("form", sorted(FORMS))
@pytest.mark.parametrize("level", list(Level))
def test_nothing_below_the_level_is_shown(form: str, level: Level) -> None:
    rules = {"SHV-S04": Level.ERROR, "SHV-050": Level.WARNING, "SHV-051": Level.INFO}
    report = Report(files=(make_file("a.json", dict.fromkeys(rules, 2)),))
    text = render(form, report, Shown(level=level))
    for rule, of_rule in rules.items():
        titles = {"SHV-S04": "niet goed geschreven", "SHV-050": "lijkt op een veld", "SHV-051": "staat niet in de"}
        assert (titles[rule] in text) == (of_rule.weight >= level.weight), rule


@pytest.mark.parametrize("form", sorted(FORMS))
def test_counts_are_exact_beyond_the_cap(form: str) -> None:
    report = Report(files=(make_file("a.json", {"SHV-S04": 12345}, cap=10),))
    assert re.search(r"12\.?345", render(form, report))


@pytest.mark.parametrize("form", sorted(FORMS))
def test_odd_texts_and_names_are_safe(form: str) -> None:
    text = render(form, make_report())
    text.encode()
    assert CONTROLS.search(text) is None
    assert text.endswith("\n")
    assert "<script>alert" not in text or form in {"text", "json", "sarif"}


@pytest.mark.parametrize("form", sorted(FORMS))
def test_the_same_report_gives_the_same_text(form: str) -> None:
    assert render(form, make_report()) == render(form, make_report())


@pytest.mark.parametrize("form", sorted(FORMS))
@pytest.mark.parametrize("files", [(), (make_file("a.json", {}),), (make_unreadable("b.json"),)])
def test_small_reports(form: str, files: tuple[object, ...]) -> None:
    assert render(form, Report(files=files))  # type: ignore[arg-type]


def test_json_and_xml_hold_the_texts_as_they_are() -> None:
    report = make_report()
    data = json.loads(render("json", report))
    assert data["files"][-1]["file"] == NASTY_FILE
    assert data["files"][-1]["findings"][0]["message"] == NASTY
    junit = ET.fromstring(render("junit", report))
    assert junit[5].get("name") == make_printable(NASTY_FILE)
    assert make_printable(NASTY) in (junit[5].findtext(".//system-out") or "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gewoon, met é en 100 m²", "gewoon, met é en 100 m²"),
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\nb\u2028\u202ec", "a\\x0ab\\u2028\\u202ec"),
        ("\ud800\U000e0001", "\\ud800\\U000e0001"),
        ("1\u00a0000", "1\u00a0000"),
    ],
)
def test_printable(text: str, expected: str) -> None:
    assert make_printable(text) == expected


@pytest.mark.parametrize("form", sorted(FORMS))
def test_many_findings_of_one_rule_stay_quick(form: str) -> None:
    report = Report(files=(make_file("a.json", {"SHV-S04": 20_000}, cap=20_000),))
    start = time.perf_counter()
    render(form, report)
    assert time.perf_counter() - start < 20  # seconds; what grows with the square of the number takes minutes
