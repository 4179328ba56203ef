"""``generated/`` is what the model says, whoever makes it, wherever and whenever."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ddas.cli.main import main
from ddas.comparison.history import past_of
from ddas_generators.editions.write import apply_differences, find_differences, make_artefacts
from ddas_generators.emit import EMITTERS
from tests.conftest import ROOT, load_past, load_standard


def test_generated_is_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["generate", "--check", "--root", str(ROOT)])
    assert code == 0, capsys.readouterr().out


def test_every_emitter_makes_its_own_files() -> None:
    specification = load_standard("shv-v1.0")
    past = past_of((load_standard("shv-v0.9"), load_standard("shv-v0.10"), specification))
    made = [p for e in EMITTERS for p in make_artefacts(specification, past, (e,))]
    assert len(made) == len(set(made)) == len(make_artefacts(specification, past))
    assert len({e.name for e in EMITTERS}) == len(EMITTERS)


def copy_model(target: Path) -> Path:
    shutil.copytree(ROOT / "model", target / "model")
    return target


@pytest.mark.slow
def test_same_bytes_under_other_hash_seed_time_zone_locale_and_place(tmp_path: Path) -> None:
    results = []
    for number, (seed, zone, locale) in enumerate([("1", "UTC", "C"), ("4242", "Asia/Kathmandu", "nl_NL.UTF-8")]):
        checkout = copy_model(tmp_path / f"plek {number}")
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
        subprocess.run(
            [sys.executable, "-m", "ddas.cli.main", "generate", "--root", str(checkout)],
            cwd=tmp_path if number else checkout / "model",
            env=environment,
            check=True,
            capture_output=True,
        )
        folder = checkout / "generated"
        results.append({p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()})
    assert results[0] == results[1]
    committed = ROOT / "generated"
    assert results[0] == {p.relative_to(committed).as_posix(): p.read_bytes() for p in _files(committed)}


def _files(folder: Path) -> list[Path]:
    return [p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts]


def test_only_one_emitter_makes_all_its_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checkout = copy_model(tmp_path)
    assert main(["generate", "--root", str(checkout), "--only", "changes"]) == 0, capsys.readouterr().out
    made = {p.relative_to(checkout).as_posix() for p in _files(checkout / "generated")}
    assert "generated/schuldhulpverlening/v1.0/wijzigingen.json" in made
    committed = _files(ROOT / "generated")
    changes = [p for p in committed if p.name.startswith("wijzigingen.") or p.parent.name == "getuigen"]
    assert made == {p.relative_to(ROOT).as_posix() for p in changes}


def test_check_lists_what_differs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = make_artefacts(load_standard("shv-v1.0"), load_past("shv-v1.0"), EMITTERS[:3])
    apply_differences(tmp_path, files, find_differences(tmp_path, files))
    assert find_differences(tmp_path, files) == ()
    folder = tmp_path / "schuldhulpverlening" / "v1.0"
    (folder / "specification.json").write_text("{}", encoding="utf-8")
    (folder / "uitwisselmodel.schema.json").unlink()
    (folder / "oud").mkdir()
    (folder / "oud" / "oud.txt").write_text("x", encoding="utf-8")
    found = find_differences(tmp_path, files)
    assert [(d.path.rsplit("/", 1)[1], d.kind) for d in found] == [
        ("oud.txt", "overbodig"),
        ("specification.json", "verschilt"),
        ("uitwisselmodel.schema.json", "ontbreekt"),
    ]
    apply_differences(tmp_path, files, found)
    assert find_differences(tmp_path, files) == ()
    assert not (folder / "oud").exists()


NEW_ROW = "  - domein: schuldhulpverlening\n    versie: v0.1\n    status: concept\n"


@pytest.mark.parametrize(
    ("file", "before", "after", "words"),
    [
        ("versies.yaml", "domein: schuldhulpverlening", "domein: onbekend", "staat niet bij domeinen"),
        ("versies.yaml", "status: vastgesteld", "status: klaar", "Kies uit: concept"),
        ("versies.yaml", "revisie: 0", "revisie: nul", "geen getal"),
        ("versies.yaml", "versie: v1.0", "versie: 1.0.0", "is geen versie"),
        ("versies.yaml", "versies:\n", f"versies:\n{NEW_ROW}", "het model van shv-v0.1 ontbreekt"),
        ("versies.yaml", "versies:", "versies: [", "de haak op deze regel"),
        ("schuldhulpverlening/v1.0/regels.yaml", "niveau: fout", "niveau: zwaar", "Kies uit: fout"),
        ("schuldhulpverlening/v1.0/regels.yaml", "    melding:", "    meldin:", "'melding' ontbreekt"),
        ("schuldhulpverlening/v1.0/schema.yaml", "  - levering\n", "  - weg\n", "LinkML kan dit model niet lezen"),
        ("schuldhulpverlening/v1.0/voorbeelden/voorbeelden.yaml", "naam: minimaal", "naam: weg", "ontbreekt"),
    ],
)
def test_broken_model_is_told_in_dutch_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], file: str, before: str, after: str, words: str
) -> None:
    checkout = copy_model(tmp_path)
    path = checkout / "model" / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    assert main(["generate", "--root", str(checkout)]) == 2
    out, err = capsys.readouterr()
    assert words in err
    assert out == ""
    assert not (checkout / "generated").exists()


def test_outside_a_checkout(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["generate", "--root", str(tmp_path)]) == 2
    assert "--root MAP" in capsys.readouterr().err


def test_unknown_emitter(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["generate", "--root", str(ROOT), "--only", "pdf"]) == 2
    assert "json-schema" in capsys.readouterr().err
