"""The days in the register say which version a delivery is held against."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import ddas
from ddas.cli.main import main
from ddas.standard.specification import Specification
from ddas.standard.specification_json import specification_to_json
from ddas.standard.status import Status
from tests.conftest import load_standard

OLD = replace(load_standard("shv-v1.0"), accepted_until="2028-06-30", revision=3)
NEW = replace(load_standard("shv-v1.1"), status=Status.ADOPTED, in_use_from="2028-01-01", accepted_until=None)
# Nothing in it tells the one version from the other.
DELIVERY = {"startdatumLevering": "2025-01-01", "leveringen": [{"schuldhulptrajecten": []}]}


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("ddas.standard.catalog.generated_folder", lambda: tmp_path)
    for specification in (OLD, NEW):
        put(tmp_path, specification)
    return tmp_path


def put(folder: Path, specification: Specification) -> None:
    path = folder / specification.id.folder / "specification.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(specification_to_json(specification), encoding="utf-8")


def chosen(day: str) -> tuple[str | None, str | None]:
    (report,) = ddas.validate(DELIVERY, rules=False, day=date.fromisoformat(day)).files
    return report.standard, report.newer.remark if report.newer else None


@pytest.mark.usefixtures("shelf")
def test_before_its_day_the_older_version_counts_with_a_notice() -> None:
    assert chosen("2027-12-31") == (
        "shv-v1.0",
        "shv-v1.1 geldt vanaf 2028-01-01. Tot die dag geldt shv-v1.0; lever dus nog niet volgens shv-v1.1.",
    )
    assert chosen("2028-01-01") == ("shv-v1.1", None)
    assert chosen("2028-07-01") == ("shv-v1.1", None)


def test_a_retired_version_is_taken_until_its_last_day(shelf: Path) -> None:
    put(shelf, replace(OLD, status=Status.RETIRED))
    document = json.loads(next(e for e in OLD.examples if e.name == "schoon").content)
    for day, code in (("2028-06-30", "shv-v1.0"), ("2028-07-01", "shv-v1.1")):
        (report,) = ddas.validate(document, rules=False, day=date.fromisoformat(day)).files
        assert report.standard == code


def test_without_days_the_newest_counts_whatever_the_day(shelf: Path) -> None:
    put(shelf, replace(OLD, accepted_until=None))
    put(shelf, replace(NEW, in_use_from=None))
    assert {chosen(day) for day in ("1999-01-01", "2027-12-31", "2099-01-01")} == {("shv-v1.1", None)}


def test_the_option_and_the_revision(shelf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "levering.json"
    path.write_text(json.dumps(DELIVERY), encoding="utf-8")
    main(["validate", str(path), "--date", "2027-12-31"])
    text = capsys.readouterr().out
    assert "gecontroleerd met shv-v1.0 revisie 3 (de versie die op 2027-12-31 geldt voor schuldhulpverlening)" in text
    assert "Nieuwer: shv-v1.1 geldt vanaf 2028-01-01." in text
    assert "ddas migrate" not in text
    for form, words in (
        ("json", '"revision":3'),
        ("html", "shv-v1.0 revisie 3"),
        ("sarif", '"revision":3'),
        ("junit", '<propertyname="revisie"value="3"/>'),
    ):
        main(["validate", str(path), "--date", "2027-12-31", "--format", form])
        shown = capsys.readouterr().out
        assert words in (shown if form == "html" else "".join(shown.split())), form
    main(["validate", str(path), "--date", "2027-12-31", "--format", "json"])
    (file,) = json.loads(capsys.readouterr().out)["files"]
    assert file["findings"]
    assert {f["revision"] for f in file["findings"]} == {3}
    with pytest.raises(SystemExit):
        main(["validate", str(path), "--date", "31-12-2027"])
    assert shelf.is_dir()
