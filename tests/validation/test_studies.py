"""A delivery of a study: looked at when asked, never chosen, never ready to deliver."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ddas.cli.main import main
from ddas.errors import DdasError
from ddas.standard.catalog import default_specification
from ddas.validation.checking import check_file
from ddas.validation.options import CheckOptions
from tests.conftest import STANDARDS, load_standard

STUDIES = [code for code in STANDARDS if load_standard(code).status.is_study]


def write_example(folder: Path, code: str) -> Path:
    path = folder / "studie.json"
    path.write_text(load_standard(code).examples[0].content, encoding="utf-8")
    return path


def test_there_is_a_study() -> None:
    assert STUDIES


@pytest.mark.parametrize("code", STUDIES)
def test_a_study_is_never_chosen(tmp_path: Path, code: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_example(tmp_path, code)
    with pytest.raises(DdasError, match=f"kies dan zelf: --standard {code}"):
        check_file(path)
    assert main(["validate", str(path)]) == 2
    assert "een studie, niet van de uitgevers" in capsys.readouterr().err
    with pytest.raises(DdasError, match="geen vastgestelde versie"):
        default_specification(load_standard(code).domain.name)


@pytest.mark.parametrize("code", STUDIES)
def test_a_file_of_a_study_is_not_ready_to_deliver(
    tmp_path: Path, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_example(tmp_path, code)
    report = check_file(path, CheckOptions(standard=code))
    assert (report.verdict, report.advice) == ("goed", "alleen een studie, niet om te leveren")
    for form in ("text", "json", "html", "junit"):
        assert main(["validate", "--standard", code, "--format", form, str(path)]) == 0
        shown = capsys.readouterr().out
        assert "een studie, niet" in shown
        assert "laar om te leveren" not in shown


@pytest.mark.parametrize("code", STUDIES)
def test_a_wrong_file_of_a_study_is_mended_first(tmp_path: Path, code: str) -> None:
    path = tmp_path / "studie.json"
    path.write_text(json.dumps({load_standard(code).domain.listing: 1}), encoding="utf-8")
    assert check_file(path, CheckOptions(standard=code)).advice == "eerst herstellen"
