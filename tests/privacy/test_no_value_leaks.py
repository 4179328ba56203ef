"""No report, message or exception holds a value of a delivery; keys only when they can be no data."""

from __future__ import annotations

import copy
import io
import traceback
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ddas.cli.main import main
from ddas.delivery.source import BytesSource
from ddas.delivery.unreadable import UnreadableDelivery
from ddas.errors import DdasError
from ddas.standard.specification import Specification
from ddas.validation.checking import check_source
from ddas.validation.file_pass import run_pass
from ddas.validation.file_report import FileReport
from ddas.validation.options import CheckOptions
from ddas.validation.rendering import FORMS, render
from ddas.validation.report import Report
from ddas.validation.suppression import read_suppression
from tests.conftest import load_standard
from tests.model.rule_cases import WITH_CASES, delivery_of
from tests.privacy.marks import MARK, NUMBER, marked, marks_in, person_values
from tests.validation.streaming import check, minified
from tests.wire.mutations import iter_objects, iter_places, maximal_delivery

KEYS = (
    str(NUMBER),
    f"{MARK} {MARK}",
    f"{MARK}@example.nl",
    f"{MARK}{NUMBER}",
    f"jan.{MARK}",
    f"1{MARK}2 x",
    "z\u200bz",
)
"""Unknown keys that can be data of a person."""

WRONG = (
    f"{MARK} {NUMBER}",
    NUMBER,
    NUMBER + 0.5,
    -NUMBER,
    [f"{MARK}", NUMBER],
    {KEYS[0]: MARK, KEYS[2]: {KEYS[1]: NUMBER}},
    f"{MARK}2025-01-01",
    f"2025-01-{NUMBER}",
    f"{NUMBER}",
    f"{MARK}@{MARK}.nl",
)


def texts(report: FileReport) -> str:
    """The report in all its forms."""
    whole = Report(files=(report,))
    return "\n".join([*(render(form, whole) for form in FORMS), repr(report), str(report)])


def assert_silent(report: FileReport, what: object) -> None:
    assert marks_in(texts(report)) == [], what


@pytest.mark.parametrize("code", WITH_CASES)
def test_every_rule_keeps_quiet(code: str) -> None:
    """All cases with marks in every text; together with the cases as they are they make every rule fire.

    Each text of a report is in its ``repr``; all its forms are looked at for one rule in five, with unknown keys too.
    """
    specification = load_standard(code)
    fired: set[str] = set()
    for number, rule in enumerate(specification.rules):
        for case in rule.cases:
            document = delivery_of(specification, case)
            for loaded in (document, marked(specification, document)):
                report = check(specification, minified(loaded))
                fired |= set(report.totals)
                assert marks_in(repr(report)) == [], (rule.id, case.name)
        if number % 5 == 0:
            assert_silent(check(specification, minified(with_keys(document))), rule.id)
    assert fired >= {r.id for r in specification.rules}


@pytest.mark.parametrize("code", WITH_CASES)
def test_values_of_persons_in_the_cases_stay_inside(code: str) -> None:
    specification = load_standard(code)
    for rule in specification.rules:
        for case in rule.cases:
            document = delivery_of(specification, case)
            report = check(specification, minified(document))
            said = " ".join(f"{f.message} {f.remedy} {f.place} {f.label} {f.pointer}" for f in report.findings)
            fixed = " ".join(f"{r.message} {r.remedy} {r.explanation}" for r in specification.rules)
            for value in set(person_values(specification, document)):
                assert value not in said or value in fixed, (rule.id, case.name)


def with_keys(document: Any) -> Any:
    """Unknown keys with personal names in every object."""
    loaded = copy.deepcopy(document)
    for path in list(iter_objects(loaded)):
        holder = loaded
        for step in path:
            holder = holder[step]
        holder.update(dict.fromkeys(KEYS, f"{MARK} {NUMBER}"))
    return loaded


def test_every_structural_fault_keeps_quiet(specification: Specification) -> None:
    base = maximal_delivery(specification)
    fired: set[str] = set()
    for path, _ in iter_places(specification, base):
        document = copy.deepcopy(base)
        holder = document
        for step in path[:-1]:
            holder = holder[step]
        for wrong in WRONG:
            holder[path[-1]] = wrong
            report = check(specification, minified(document))
            fired |= set(report.totals)
            assert marks_in(repr(report)) == [], (path, wrong)
    everything = spoil(with_keys(base))
    report = check(specification, minified(everything))
    fired |= set(report.totals)
    assert_silent(report, "everything")
    assert len([f for f in fired if "-S" in f]) >= 4


def spoil(value: Any) -> Any:
    """Every single value replaced by a wrong one."""
    if isinstance(value, dict):
        return {key: spoil(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [spoil(item) for item in value]
    return WRONG[len(str(value)) % len(WRONG)]


BROKEN = (
    b'{"leveringen": [{"schuldhulptrajecten": [{"omschrijving": "%s" "x"}]}]}',
    b'{"leveringen": [{"schuldhulptrajecten": [{"%s": 1}, {"%s": NaN}]}]}',
    b'{"leveringen": [{"schuldhulptrajecten": [{"%s": "\\ud800"}]}]}',
    b'{"leveringen": [{"schuldhulptrajecten": [{"%s": 9172635489172635489e}]}]}',
    b'{"%s": "%s"',
    b'{"%s": "\xff"}',
    b'{"%s": "%s"}',
    b'{"leveringen": [{"schuldhulptrajecten": [], "schuldhulptrajecten": ["%s"]}]}',
    b"%s",
    b'["%s"]',
    b'{"leveringen": [{"schuldhulptrajecten": [{"%s": ' + b"[" * 5000 + b"]" * 5000 + b"}]}]}",
)


@pytest.mark.parametrize("text", BROKEN, ids=range(len(BROKEN)))
def test_unreadable_files_keep_quiet(text: bytes, tmp_path: Path) -> None:
    data = text.replace(b"%s", f"{MARK} {NUMBER}".encode())
    for processes in (1, 2):
        options = CheckOptions(processes=processes, block_size=64)
        assert_silent(check_source(BytesSource(data, "a.json"), options).report, text)
        said = exception_text(data, options)
        assert marks_in(said) == []
    path = tmp_path / "a.json"
    path.write_bytes(data)
    for command in (["validate", str(path)], ["show", str(path), "/leveringen/0"], ["show", str(path), ""]):
        assert marks_in(terminal(command)) == []


def exception_text(data: bytes, options: CheckOptions) -> str:
    """What would be printed or logged if the exception of an unreadable file got out."""
    try:
        run_pass(BytesSource(data, "a.json"), load_standard("shv-v1.0"), options)
    except UnreadableDelivery as error:
        return "".join(traceback.format_exception(error)) + repr(error) + str(error)
    return ""


def terminal(arguments: list[str]) -> str:
    """What a person sees, on both streams; an exception that gets out is seen as well."""
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            main(arguments)
        except SystemExit:
            pass
        except Exception:
            err.write(traceback.format_exc())
        out.flush()
    return out.buffer.getvalue().decode() + err.getvalue()  # type: ignore[attr-defined]


@pytest.mark.parametrize("form", FORMS)
def test_command_keeps_quiet(form: str, tmp_path: Path) -> None:
    specification = load_standard("shv-v1.0")
    base = maximal_delivery(specification)
    for name, document in (
        ("valid", marked(specification, base)),
        ("keys", with_keys(base)),
        ("wrong", spoil(with_keys(base))),
    ):
        path = tmp_path / f"{name}.json"
        path.write_bytes(minified(document))
        shown = terminal(["validate", str(path), "--format", form])
        assert str(path.name) in shown
        assert marks_in(shown) == []


@pytest.mark.parametrize("code", ["shv-v1.0", "vs-v0.9"])
def test_show_masks(code: str, tmp_path: Path) -> None:
    specification = load_standard(code)
    base = maximal_delivery(specification)
    persons = set(person_values(specification, base))
    assert len(persons) > 5
    for name, document in (("plain", base), ("valid", marked(specification, base)), ("wrong", spoil(with_keys(base)))):
        path = tmp_path / f"{name}.json"
        path.write_bytes(minified(document))
        for place in (
            "",
            "/leveringen/0",
            "/leveringen",
            *(pointer_of(p) for p, _ in iter_places(specification, base)),
        ):
            shown = terminal(["show", str(path), place, "--standard", code])
            assert marks_in(shown) == [], place
            if name == "plain":
                clients = [v for v in persons if len(v) > 6 and v in shown and not v.startswith("20")]
                assert clients == [], place
    assert MARK in terminal(["show", str(tmp_path / "valid.json"), "", "--met-persoonsgegevens"])


def pointer_of(path: tuple[str | int, ...]) -> str:
    return "".join(f"/{step}" for step in path)


def test_refused_exceptions_keep_quiet(tmp_path: Path) -> None:
    exceptions = tmp_path / "uitzonderingen.toml"
    exceptions.write_text(f'[[uitzondering]]\nregel = "SHV-012"\npad = "/{MARK}"\n{MARK} = 1\n', encoding="utf-8")
    with pytest.raises(DdasError) as caught:
        read_suppression(exceptions, date(2025, 1, 1))
    assert marks_in(str(caught.value)) == []
