"""``ddas lint``: what it prints and its exit codes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ddas.cli.main import main

HERE = Path(__file__).parent


def test_model_without_faults_gives_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", "--root", str(HERE / "toy")]) == 0
    assert capsys.readouterr().out == "In orde: geen fouten in het model van bvh-v1.0.\n"


def test_fault_gives_1_and_shared_files_are_reported_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "toy"
    shutil.copytree(HERE / "toy", root)
    domain = root / "model" / "bootverhuur"
    shutil.copytree(domain / "v1.0", domain / "v1.1")
    schema = domain / "v1.1" / "schema.yaml"
    schema.write_text(schema.read_text(encoding="utf-8").replace("bootverhuur/v1.0", "bootverhuur/v1.1"), "utf-8")
    register = root / "model" / "versies.yaml"
    row = "  - domein: bootverhuur\n    versie: v1.1\n    status: concept\n"
    register.write_text(register.read_text(encoding="utf-8") + row, encoding="utf-8")
    types = root / "model" / "gedeeld" / "v1" / "typen.yaml"
    types.write_text(types.read_text(encoding="utf-8").replace("lengte: 5", "lengte: nul"), encoding="utf-8")
    assert main(["lint", "--root", str(root)]) == 1
    line = types.read_text(encoding="utf-8").splitlines().index("      lengte: nul") + 1
    assert capsys.readouterr().out == (
        f"model/gedeeld/v1/typen.yaml:{line}: Regel5: 'lengte' is geen geheel getal vanaf 1. "
        "Vul het grootste aantal tekens in. [type-eigenschap-onjuist]\n"
        "1 fout in het model.\n"
    )


def test_what_linkml_said_is_remembered_and_no_more_than_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    cache = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    root = tmp_path / "toy"
    shutil.copytree(HERE / "toy", root)
    assert main(["lint", "--root", str(root)]) == 0
    kept = {p: p.read_bytes() for p in cache.rglob("*") if p.is_file()}
    assert kept
    assert main(["lint", "bvh-v1.0", "--root", str(root)]) == 0
    path = root / "model" / "bootverhuur" / "v1.0" / "verhuur.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("range: KleurTekst", "rangge: KleurTekst", 1), "utf-8")
    for _ in range(2):
        assert main(["lint", "--root", str(root)]) == 1
        assert "'rangge' bestaat hier niet in LinkML" in capsys.readouterr().out
    for file in kept:
        file.write_bytes(b"stuk")
    assert main(["lint", "--root", str(root)]) == 1
    capsys.readouterr()
    assert main(["lint", "bvh-v9.9", "--root", str(root)]) == 2
    assert "Kies uit: bvh-v1.0." in capsys.readouterr().err


def test_a_verdict_is_remembered_until_something_that_it_rests_on_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    cache = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    root = tmp_path / "toy"
    shutil.copytree(HERE / "toy", root)
    folder = root / "model" / "bootverhuur" / "v1.0"

    def lint_with(file: str, old: str, new: str) -> int:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        code = main(["lint", "--root", str(root)])
        path.write_text(text, encoding="utf-8")
        return code

    assert main(["lint", "--root", str(root)]) == 0
    kept = len(list(cache.rglob("*")))
    assert lint_with("voorbeelden/zomerdag.json", "2025-05-01", "2025-05-32") == 1
    assert lint_with("regels.yaml", "plekken: [/verhuringen/0]", "plekken: [/verhuringen]") == 1
    assert lint_with("verhuur.yaml", "title: Romp", "title: Schil") == 0
    assert len(list(cache.rglob("*"))) == kept + 1, "only the file with the text was looked at again"
    capsys.readouterr()


def test_model_that_is_no_yaml_gives_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "toy"
    shutil.copytree(HERE / "toy", root)
    (root / "model" / "bootverhuur" / "v1.0" / "lijsten.yaml").write_text("enums: [\n", encoding="utf-8")
    assert main(["lint", "--root", str(root)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("ddas: model/bootverhuur/v1.0/lijsten.yaml:1: de haak op deze regel ")
