"""Every file in a folder is checked, or named as not checked."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from ddas.cli.main import main
from ddas.delivery.listing import list_files
from ddas.errors import DdasError
from tests.conftest import ROOT

CLEAN = ROOT / "model" / "schuldhulpverlening" / "v1.0" / "voorbeelden" / "minimaal.json"
on_unix = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes as on Linux and a Mac")


def names(folder: Path, paths: tuple[str, ...]) -> list[str]:
    return [os.path.relpath(p, folder) for p in paths]


@on_unix
def test_everything_is_checked_or_named(tmp_path: Path) -> None:
    folder = tmp_path / "map"
    outside = tmp_path / "elders"
    for place in (folder / "diep", outside):
        place.mkdir(parents=True)
    for path in (folder / "FOUT.JSON", folder / "diep" / "een.json", outside / "ver.json", folder / "in.json.gz"):
        path.write_bytes(CLEAN.read_bytes())
    (folder / "lees.txt").write_text("tekst")
    (folder / "link").symlink_to(outside)
    (folder / "rond").symlink_to(folder)
    (folder / "dood.json").symlink_to("nergens")
    os.mkfifo(folder / "pijp.json")
    listing = list_files([str(folder)])
    assert names(folder, listing.files) == ["FOUT.JSON", "diep/een.json", "in.json.gz", "link/ver.json"]
    assert names(folder, listing.others) == ["lees.txt"]
    assert [m.split(" is ")[0].rsplit("/", 1)[1] for m in listing.missed] == ["dood.json", "pijp.json"]


@on_unix
def test_what_is_missed_makes_the_run_incomplete(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "goed.json").write_bytes(CLEAN.read_bytes())
    assert main(["validate", str(tmp_path)]) == 0
    (tmp_path / "dood.json").symlink_to("nergens")
    capsys.readouterr()
    assert main(["validate", str(tmp_path)]) == 2
    out, err = capsys.readouterr()
    assert "Klaar om te leveren" in out
    assert "dood.json is niet gecontroleerd: deze koppeling leidt nergens heen" in err


@pytest.mark.parametrize("form", ["json", "sarif", "text"])
def test_a_report_in_the_folder_is_no_delivery(tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    (tmp_path / "goed.json").write_bytes(CLEAN.read_bytes())
    report = tmp_path / "verslag.json"
    for _ in range(2):
        assert main(["validate", str(tmp_path), "--format", form, "--output", str(report)]) == 0
    if form != "text":
        capsys.readouterr()
        assert main(["validate", str(tmp_path)]) == 0
        assert "niet gecontroleerd: " in capsys.readouterr().err


def test_an_empty_name_is_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(DdasError, match="lege naam"):
        list_files([""])
    assert main(["validate", ""]) == 2
    assert "lege naam" in capsys.readouterr().err
    with pytest.raises(DdasError, match=r"eindigen op \.json"):
        list_files([str(tmp_path)])
