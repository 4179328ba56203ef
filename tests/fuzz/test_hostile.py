"""Hostile files, small, and spoiled deliveries: always a report, never a value in it, the verdict of the reference."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ddas.sampling.choices import Choices
from ddas.validation.rendering import FORMS, render
from ddas.validation.validate import validate
from tests.conftest import ROOT
from tests.fuzz.checking import check_input, check_records
from tests.fuzz.hostile_files import CANARY, HOSTILE
from tests.fuzz.mutating import spoil, spoil_records

SMALL = 0.0002
LARGER = {name: 1.0 for name in HOSTILE if "nested" in name}
FOLDERS = {"shv-v1.0": "schuldhulpverlening/v1.0", "vs-v0.9": "vroegsignalering/v0.9"}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gets_a_report(name: str, tmp_path: Path) -> None:
    path = tmp_path / "hostile.json"
    with path.open("wb") as stream:
        stream.writelines(HOSTILE[name](LARGER.get(name, SMALL)))
    report = validate(path, "shv-v1.0")
    assert report.files[0].verdict
    for form in FORMS:
        assert CANARY not in render(form, report)


@pytest.mark.parametrize("code", FOLDERS)
@pytest.mark.parametrize("name", ["volledig.json", "minimaal.json"])
def test_spoiled_deliveries_get_the_verdict_of_the_reference(name: str, code: str) -> None:
    example = json.loads((ROOT / "generated" / FOLDERS[code] / "voorbeelden" / name).read_bytes())
    for seed in range(8):
        check_input(spoil(example, Choices(seed)), code)
    check_records(spoil_records(example, Choices(1), 60), code)
