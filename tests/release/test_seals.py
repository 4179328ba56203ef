"""Seals are not lost: not by an edit, not on Windows, not when two branches both revise."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT
from tests.release.desk import Desk


@pytest.mark.parametrize("name", ["wire", "norm", "uitgave"])
def test_a_seal_that_is_gone_is_an_error_everywhere(adopted: Desk, name: str) -> None:
    register = adopted.root / "model" / "versies.yaml"
    text = register.read_text(encoding="utf-8")
    register.write_text(re.sub(rf"    {name}: .*\n", "", text), encoding="utf-8")
    for arguments in (("lint",), ("generate",), ("generate", "--check"), ("release", "revise", "--reason", "x")):
        code, out = adopted.ddas(*arguments)
        assert (code > 0, f"bvh-v1.0: deze versie is vastgesteld, maar mist het controlegetal '{name}'" in out) == (
            True,
            True,
        ), out
    code, out = adopted.ddas("release", "adopt", "bvh-v1.0", "--published")
    assert code == 2
    if name == "norm":
        assert "bvh-v1.0 was al verzegeld" in out


def test_what_is_provisional_may_be_sealed_again(adopted: Desk) -> None:
    register = adopted.root / "model" / "versies.yaml"
    text = re.sub(r"    (norm|uitgave): .*\n", "", register.read_text(encoding="utf-8"))
    note = "{plaats: kade, datum: onbekend, zekerheid: laag, toelichting: Gezien., voorlopig: Wordt nagekeken.}"
    register.write_text(f"{text}    publicatie: {note}\n", encoding="utf-8")
    code, out = adopted.ddas("release", "adopt", "bvh-v1.0", "--published")
    assert code == 0, out
    assert adopted.ddas("generate", "--check")[0] == 0


@pytest.mark.parametrize("name", ["wire", "norm", "uitgave"])
def test_an_edited_seal_is_told_from_an_edited_model(adopted: Desk, name: str) -> None:
    register = adopted.root / "model" / "versies.yaml"
    text = register.read_text(encoding="utf-8")
    register.write_text(re.sub(rf"(    {name}: )\w{{8}}", r"\g<1>00000000", text), encoding="utf-8")
    code, out = adopted.ddas("generate")
    assert code == 1
    assert f"het controlegetal '{name}' in model/versies.yaml is veranderd, het model niet" in out


def test_a_clone_on_windows_has_the_same_bytes(tmp_path: Path) -> None:
    parts = ("model/versies.yaml", "generated/vroegsignalering/v0.1")
    origin = tmp_path / "origin"
    origin.mkdir()
    shutil.copy(ROOT / ".gitattributes", origin)
    for part in parts:
        (origin / part).parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if (ROOT / part).is_dir() else shutil.copy)(ROOT / part, origin / part)
    name = ("-c", "user.name=Beheer", "-c", "user.email=beheer@haven.example", "-c", "core.autocrlf=true")
    for arguments in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "Begin")):
        subprocess.run(["git", *name, *arguments], cwd=origin, check=True, capture_output=True)
    clone = tmp_path / "kloon"
    subprocess.run(["git", *name, "clone", "-q", str(origin), str(clone)], check=True, capture_output=True)
    subprocess.run(["git", *name, "checkout", "-q", "."], cwd=clone, check=True, capture_output=True)
    files = [p.relative_to(origin) for part in parts for p in [origin / part, *(origin / part).rglob("*")]]
    assert len([f for f in files if (origin / f).is_file()]) > 5
    assert [f for f in files if (origin / f).is_file() and (origin / f).read_bytes() != (clone / f).read_bytes()] == []


def test_two_branches_that_both_revise_are_merged(adopted: Desk) -> None:
    adopted.git("init", "-q", "-b", "hoofd")
    adopted.git("add", "-A")
    adopted.git("commit", "-qm", "Vastgesteld")
    code, out = adopted.ddas("release", "merge")
    assert (code, "git merge TAK" in out) == (2, True)

    adopted.git("checkout", "-qb", "tak")
    adopted.edit("v1.0/verhuur.yaml", "de steiger achter zich laat", "de wal achter zich laat")
    assert adopted.ddas("release", "revise", "--reason", "Van de tak", "--date", "2026-02-01")[0] == 0
    adopted.git("add", "-A")
    adopted.git("commit", "-qm", "Tak")
    adopted.git("checkout", "-q", "hoofd")
    adopted.edit("v1.0/regels.yaml", "Het vertrek ontbreekt.", "Het vertrek staat er niet.")
    assert adopted.ddas("release", "revise", "--reason", "Van hoofd", "--date", "2026-03-01")[0] == 0
    adopted.git("add", "-A")
    adopted.git("commit", "-qm", "Hoofd")

    assert adopted.git("merge", "tak") == 1
    code, out = adopted.ddas("release", "merge")
    assert (code, "bvh-v1.0: 1 revisies van de andere tak" in out) == (0, True), out
    path = adopted.root / "model" / "bootverhuur" / "v1.0" / "revisies.yaml"
    revisions = yaml.safe_load(path.read_text(encoding="utf-8"))["revisies"]
    assert [(r["revisie"], r["reden"]) for r in revisions] == [(1, "Van hoofd"), (2, "Van de tak")]
    assert adopted.row("bvh-v1.0")["revisie"] == 2
    assert adopted.ddas("generate", "--check")[0] == 0
    assert adopted.ddas("lint")[0] == 0
    text = (adopted.root / "generated" / "bootverhuur" / "v1.0" / "documentatie.md").read_text(encoding="utf-8")
    assert "de wal achter zich laat" in text
    adopted.git("add", "-A")
    assert adopted.git("commit", "-qm", "Samen") == 0
