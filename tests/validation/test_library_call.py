"""``ddas.validate`` and ``ddas.migrate`` as a program calls them: whatever is handed over, and nothing told of it."""

from __future__ import annotations

import io
import json
import os
import threading
import traceback
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import ddas
from tests.conftest import load_standard

NUMBER = "999990019"
WRONG: dict[str, Any] = {
    "startdatumLevering": "2025-01-01",
    "leveringen": [{"schuldhulptrajecten": [{"gemeentecode": 344, "omschrijving": NUMBER}]}],
}
TEXT = json.dumps(WRONG).encode()


def clean() -> bytes:
    return next(e.content for e in load_standard("shv-v1.0").examples if e.name == "schoon").encode()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "levering.json"
    path.write_bytes(TEXT)
    return path


def found(report: ddas.Report) -> list[tuple[ddas.Finding, ...]]:
    return [file.findings for file in report.files]


def test_every_way_to_hand_over_a_delivery_finds_the_same(path: Path) -> None:
    expected = found(ddas.validate(str(path)))
    assert expected[0]
    for given in (path, TEXT, bytearray(TEXT), memoryview(TEXT), io.BytesIO(TEXT)):
        assert found(ddas.validate(given)) == expected
    with path.open("rb") as stream:
        assert found(ddas.validate(stream)) == expected
        assert not stream.closed


def test_a_stream_that_cannot_go_back_and_one_that_has_begun() -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as stream, os.fdopen(writing, "wb") as other:
        thread = threading.Thread(target=lambda: (other.write(TEXT), other.close()))
        thread.start()
        assert found(ddas.validate(stream)) == found(ddas.validate(TEXT))
        thread.join()
    begun = io.BytesIO(b"   " + TEXT)
    begun.read(3)
    assert found(ddas.validate(begun)) == found(ddas.validate(TEXT))


def test_a_decoded_document_has_no_lines() -> None:
    without = [
        tuple(replace(finding, line=None, column=None) for finding in of_file) for of_file in found(ddas.validate(TEXT))
    ]
    assert found(ddas.validate(WRONG)) == without
    assert ddas.validate({"leveringen": "\ud800"}).files[0].totals == {"DDAS-B11": 1}
    assert ddas.validate({"leveringen": float("nan")}).files[0].totals == {"DDAS-B08": 1}


def test_several_are_one_report_in_their_order(path: Path) -> None:
    report = ddas.validate(one for one in (path, clean(), WRONG, io.BytesIO(b"{")))
    assert [file.file for file in report.files] == [str(path), "aanlevering 2", "aanlevering 3", "aanlevering 4"]
    assert [file.verdict for file in report.files] == ["fout", "goed", "fout", "fout"]
    assert len(json.loads(report.to_json())["files"]) == 4


def test_several_are_laid_side_by_side() -> None:
    delivery = json.loads(clean())
    other = json.loads(clean())
    other["leveringen"][0]["aanleverende_organisatie"]["(Statutaire) Naam"] = "Een andere organisatie"
    report = ddas.validate([delivery, other], max_per_rule=1)
    assert {finding.rule for finding in report.across} == {"DDAS-C01"}
    assert [finding.file for finding in report.across] == ["aanlevering 2"]


def test_the_overlaps_shown_are_the_first_in_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the secret of the run, which puts clients in another order each time."""
    first = json.loads(clean())
    second = json.loads(clean())
    second["leveringen"][0]["aanleverende_organisatie"]["(Statutaire) Naam"] = "Een andere organisatie"
    reports = [ddas.validate([first, second], max_per_rule=1).across for _ in range(12)]
    assert len(set(reports)) == 1
    assert reports[0][0] in ddas.validate([first, second], max_per_rule=0).across


def test_municipalities_of_one_call(tmp_path: Path) -> None:
    own = tmp_path / "gemeenten.csv"
    own.write_text("# stand: 2025-01-01\ncode,naam,ingang,einde,opvolger\n0001,Verzonnen,,,\n", encoding="utf-8")
    lists = (own, None, str(own), ddas.read_municipalities(own), None)
    reports = [ddas.validate(clean(), municipalities=listed) for listed in lists]
    assert [report.files[0].totals.get("SHV-010c", 0) for report in reports] == [4, 0, 4, 4, 0]


def test_a_report_gives_itself_in_every_form() -> None:
    report = ddas.validate([TEXT, b"{}"])
    assert json.loads(report.to_json())["files"][0]["verdict"] == "fout"
    assert json.loads(report.to_sarif())["version"] == "2.1.0"
    assert report.to_html().startswith("<!DOCTYPE html>")
    assert report.to_junit(fail_on=ddas.Level.INFO).startswith("<?xml")
    assert "Eerst herstellen" in report.to_text()
    assert json.loads(report.to_json(ddas.Level.ERROR))["files"][0]["counts"]["fout"] > 0
    assert not any(NUMBER in text for text in (report.to_json(), report.to_html(), report.to_text(), repr(report)))


CONTENT = (
    f'{{"bsn": "{NUMBER}"}}',
    f'[{{"bsn": "{NUMBER}"}}]',
    f" {NUMBER}",
    f"\n{{{NUMBER}",
    f"\ufeff{{{NUMBER}",
    f"<bsn>{NUMBER}</bsn>",
    f'"{NUMBER}"',
    "x" * 300 + NUMBER,
    "{" + "x" * 100_000 + NUMBER,
    f"{{\ud800{NUMBER}",
    f"bsn\0{NUMBER}",
)


@pytest.mark.parametrize("content", CONTENT)
@pytest.mark.parametrize("kind", [str, Path])
def test_content_where_a_path_belongs_is_never_told(content: str, kind: type, tmp_path: Path) -> None:
    def validate() -> None:
        ddas.validate(kind(content))

    def migrate() -> None:
        ddas.migrate(kind(content), to="shv-v1.0", output=tmp_path / "uit.json")

    for call in (validate, migrate):
        with pytest.raises(ddas.DdasError) as caught:
            call()
        error = caught.value
        assert error.__cause__ is None
        assert error.__context__ is None
        said = "".join(traceback.format_exception_only(error)) + repr(error) + repr(error.args)
        assert NUMBER not in said
    assert not (tmp_path / "uit.json").exists()


def test_advice_for_content_where_a_path_belongs() -> None:
    with pytest.raises(ddas.DdasError, match=r"lijkt op de inhoud van een aanlevering.*als bytes geven"):
        ddas.validate(CONTENT[0])


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("", "De naam van het bestand is leeg"),
        ("weg.json", r"^weg\.json kan niet worden gelezen: het bestand of de map bestaat niet"),
        (io.StringIO("{}"), "open als tekst"),
        ([], "niets om te controleren"),
        (5, "geen aanlevering"),
        ([5], "geen aanlevering"),
        ({"leveringen": {1, int(NUMBER)}}, "past niet in JSON"),
    ],
)
def test_what_cannot_be_checked(given: Any, words: str) -> None:
    with pytest.raises(ddas.DdasError, match=words) as caught:
        ddas.validate(given)
    assert NUMBER not in "".join(traceback.format_exception(caught.value))


def test_a_document_that_is_too_deep() -> None:
    deep: dict[str, Any] = {}
    for _ in range(100_000):
        deep = {"a": deep}
    with pytest.raises(ddas.DdasError, match="te diep"):
        ddas.validate(deep)


def test_migrate(tmp_path: Path) -> None:
    old = tmp_path / "oud.json"
    old.write_text(load_standard("shv-v0.10").examples[0].content, encoding="utf-8")
    values = {"gemeentecode": "0344"}
    outcome = ddas.migrate(old, to="shv-v1.0", output=tmp_path / "nieuw.json", standard="shv-v0.10", values=values)
    assert isinstance(outcome, ddas.Migration)
    assert (outcome.source, outcome.target) == ("shv-v0.10", "shv-v1.0")
    assert ddas.validate(tmp_path / "nieuw.json", "shv-v1.0").files[0].levels[ddas.Level.ERROR] == 0
    (tmp_path / "leeg.json").write_text("[]")
    assert isinstance(ddas.migrate(tmp_path / "leeg.json", to="shv-v1.0", output=tmp_path / "b.json"), ddas.Refusal)
    assert not (tmp_path / "b.json").exists()


def test_diff() -> None:
    by_code = ddas.diff("shv-v0.10", "shv-v1.0")
    same = ddas.diff(ddas.find_specification("shv-v0.10"), ddas.find_specification("shv-v1.0"))
    assert by_code.changes == same.changes != ()
    with pytest.raises(ddas.DdasError, match="verschillende domeinen"):
        ddas.diff("shv-v1.0", "vs-v0.9")
    with pytest.raises(ddas.DdasError, match="Dit is een map"):
        ddas.diff("shv-v1.0", Path("/"))
