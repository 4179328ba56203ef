"""``ddas validate`` as a user meets it: output, options, exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from ddas.cli.main import main
from ddas.standard import identity
from ddas.standard.catalog import find_specification
from tests.conftest import ROOT, load_standard

EXAMPLES = ROOT / "model" / "schuldhulpverlening" / "v1.0" / "voorbeelden"
REPORT_SCHEMA = ROOT / "generators" / "ddas" / "validation" / "rendering" / "report.schema.json"
GOOD = EXAMPLES / "meer-trajecten.json"


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    delivery = json.loads(GOOD.read_text(encoding="utf-8"))
    delivery["leveringen"][0]["schuldhulptrajecten"][1]["startdatum"] = "03-02-2025"
    delivery["leveringen"][0]["schuldhulptrajecten"][1]["intake"]["Startdatum"] = "03-02-2025"
    delivery["leveringen"][0]["aanleverende_organisatie"]["kleur"] = "rood"
    path = tmp_path / "fout.json"
    path.write_text(json.dumps(delivery, indent=2), encoding="utf-8")
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    try:
        code = main([str(a) for a in arguments])
    except SystemExit as stop:
        code = int(str(stop.code))
    out, err = capsys.readouterr()
    return code, out, err


def test_good_file(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "validate", GOOD)
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == (
        f"{GOOD}: gecontroleerd met {find_specification('shv-v1.0').edition_name} "
        "(de versie die nu geldt voor schuldhulpverlening)."
    )
    assert "Geen fouten gevonden in wat is gecontroleerd. " in out
    assert "0 fouten, 0 waarschuwingen, 0 info in 6 schuldhulptrajecten." in out


def test_bad_file_in_text(capsys: pytest.CaptureFixture[str], bad: Path) -> None:
    code, out, _ = run(capsys, "validate", bad)
    assert code == 1
    assert "FOUT SHV-S04 " in out
    assert "  - levering 1, traject 2" in out
    assert f"{bad}:" in out
    assert "/leveringen/0/schuldhulptrajecten/1/startdatum" in out
    assert "1 fout, 1 waarschuwing, 1 info in 6 schuldhulptrajecten." in out
    assert "03-02-2025" not in out
    assert "rood" not in out


def test_bad_file_in_json(capsys: pytest.CaptureFixture[str], bad: Path) -> None:
    code, out, _ = run(capsys, "validate", bad, GOOD, "--format", "json")
    report: dict[str, Any] = json.loads(out)
    Draft202012Validator(json.loads(REPORT_SCHEMA.read_text(encoding="utf-8"))).validate(report)
    assert code == 1
    assert [f["verdict"] for f in report["files"]] == ["fout", "goed"]
    assert report["files"][0]["counts"] == {"fout": 1, "waarschuwing": 1, "info": 1}
    assert [f["rule"] for f in report["files"][0]["findings"]] == ["SHV-051", "SHV-S04", "SHV-050"]


@pytest.mark.parametrize(
    ("options", "code", "shown"),
    [
        (["--level", "info"], 1, {"SHV-S04", "SHV-050", "SHV-051"}),
        (["--level", "waarschuwing"], 1, {"SHV-S04", "SHV-050"}),
        (["--level", "fout"], 1, {"SHV-S04"}),
        (["--fail-on", "info"], 1, {"SHV-S04", "SHV-050", "SHV-051"}),
        (["--max-per-rule", "0"], 1, {"SHV-S04", "SHV-050", "SHV-051"}),
    ],
)
def test_options(capsys: pytest.CaptureFixture[str], bad: Path, options: list[str], code: int, shown: set[str]) -> None:
    got, out, _ = run(capsys, "validate", bad, *options)
    assert got == code
    assert {rule for rule in ("SHV-S04", "SHV-050", "SHV-051") if f" {rule} " in out} == shown


def test_fail_on(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    delivery = json.loads(GOOD.read_text(encoding="utf-8"))
    delivery["leveringen"][0]["aanleverende_organisatie"]["kleur"] = "rood"
    path = tmp_path / "info.json"
    path.write_text(json.dumps(delivery), encoding="utf-8")
    assert run(capsys, "validate", path)[0] == 0
    assert run(capsys, "validate", path, "--fail-on", "waarschuwing")[0] == 0
    assert run(capsys, "validate", path, "--fail-on", "info")[0] == 1
    assert "Geen fouten. Bekijk de opmerkingen." in run(capsys, "validate", path)[1]


def test_cap_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    delivery = json.loads(GOOD.read_text(encoding="utf-8"))
    for trajectory in delivery["leveringen"][0]["schuldhulptrajecten"]:
        trajectory["startdatum"] = ""
    path = tmp_path / "veel.json"
    path.write_text(json.dumps(delivery), encoding="utf-8")
    _, out, _ = run(capsys, "validate", path, "--max-per-rule", "2")
    assert out.count(f"    {path}:") == 2
    assert "  En nog 4 plekken." in out
    assert "6 fouten" in out


def test_output_is_written_whole(capsys: pytest.CaptureFixture[str], bad: Path, tmp_path: Path) -> None:
    target = tmp_path / "verslag.json"
    code, out, err = run(capsys, "validate", bad, "--format", "json", "--output", target)
    assert (code, out, err) == (1, "", f"Verslag geschreven naar {target}.\n")
    assert json.loads(target.read_text(encoding="utf-8"))["files"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["fout.json", "verslag.json"]


def test_output_that_cannot_be_written(capsys: pytest.CaptureFixture[str], bad: Path, tmp_path: Path) -> None:
    code, _, err = run(capsys, "validate", bad, "--output", tmp_path / "weg" / "verslag.txt")
    assert code == 2
    assert "verslag.txt bestaat niet. Maak de map eerst" in err


def test_file_that_is_no_delivery(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "leeg.json"
    path.write_bytes(b"")
    code, out, _ = run(capsys, "validate", path)
    assert code == 1
    assert "FOUT DDAS-B01 " in out


def test_several_files_worst_code_wins(capsys: pytest.CaptureFixture[str], bad: Path, tmp_path: Path) -> None:
    code, out, err = run(capsys, "validate", GOOD, tmp_path / "weg.json", bad)
    assert code == 2
    assert "weg.json kan niet worden gelezen: het bestand of de map bestaat niet." in err
    assert "2 bestanden gecontroleerd, 1 met fouten." in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["validate"], "er ontbreekt nog: BESTAND"),
        (["validate", "a.json", "--kleur"], "onbekend"),
        (["validate", "a.json", "--format", "pdf"], "deze keuze bestaat niet"),
        (["validate", "a.json", "--max-per-rule", "veel"], "geheel getal"),
        (["validate", "a.json", "--max-per-rule", "-1"], "vanaf 0"),
        (["validate", "a.json", "--standard"], "hier hoort een waarde bij"),
        (["validate", str(GOOD), "--standard", "shv-v9.9"], "Kies uit:"),
        (["onbekend"], "deze keuze bestaat niet"),
        ([], "er ontbreekt nog: COMMANDO"),
    ],
)
def test_wrong_call_is_told_in_dutch(capsys: pytest.CaptureFixture[str], arguments: list[str], words: str) -> None:
    code, out, err = run(capsys, *arguments)
    assert code == 2
    assert out == ""
    assert words in err
    assert "error" not in err
    assert "usage" not in err


@pytest.mark.parametrize("command", [[], ["validate"], ["fields"], ["generate"], ["lint"]])
def test_help_is_dutch(capsys: pytest.CaptureFixture[str], command: list[str]) -> None:
    code, out, _ = run(capsys, *command, "--help")
    assert code == 0
    assert out.startswith("Gebruik: ddas")
    for english in ("usage", "options:", "positional", "show this", "default:"):
        assert english not in out


@pytest.mark.parametrize("code", ["shv-v0.8", "shv-v0.9", "vs-v0.1"])
def test_file_of_an_older_version_gets_a_tip(capsys: pytest.CaptureFixture[str], code: str) -> None:
    path = ROOT / "generated" / load_standard(code).id.folder / "voorbeelden" / "volledig.json"
    exit_code, out, _ = run(capsys, "validate", path)
    assert exit_code == 1
    assert f"Tip: {code} neemt dit bestand wel aan." in out
    assert f"ddas migrate {path} NIEUW.json --to {'shv-v1.0' if code.startswith('shv') else 'vs-v1.2'}" in out
    assert "Tip:" not in run(capsys, "validate", path, "--standard", "shv-v1.0")[1]


def test_broken_file_that_no_version_accepts_gets_no_tip(capsys: pytest.CaptureFixture[str], bad: Path) -> None:
    _, out, _ = run(capsys, "validate", bad, "--format", "json")
    assert json.loads(out)["files"][0]["other_version"] is None


def test_a_file_that_only_a_rule_is_against_gets_no_tip(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "regel.json"
    delivery = json.loads(GOOD.read_text(encoding="utf-8"))
    delivery["leveringen"][0]["schuldhulptrajecten"][1]["client"][0]["Burgerservicenummer"] = "999990018"
    path.write_text(json.dumps(delivery), encoding="utf-8")
    exit_code, out, _ = run(capsys, "validate", path)
    assert exit_code == 1
    assert "SHV-012" in out
    assert "Tip:" not in out


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("a.html", "<!DOCTYPE html>"),
        ("a.HTM", "<!DOCTYPE html>"),
        ("a.json", '{\n  "tool"'),
        ("a.sarif", '{\n  "$schema"'),
        ("a.xml", "<?xml"),
        ("a.txt", str(GOOD)),
        ("a", str(GOOD)),
    ],
)
def test_the_name_of_the_output_chooses_the_form(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, start: str
) -> None:
    assert run(capsys, "validate", GOOD, "--output", tmp_path / name)[0] == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    assert run(capsys, "validate", GOOD, "--output", tmp_path / name, "--format", "text")[0] == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(str(GOOD))


FORMS = ("text", "html", "json", "sarif", "junit")


@pytest.mark.parametrize("form", FORMS)
def test_every_report_names_the_command_that_tells_more(
    capsys: pytest.CaptureFixture[str], bad: Path, form: str
) -> None:
    out = run(capsys, "validate", bad, "--format", form)[1]
    assert "ddas rules SHV-S04" in out
    assert "w3id.org" not in out
    older = run(capsys, "validate", bad, "--format", form, "--standard", "shv-v0.10")[1]
    assert "ddas rules SHV-S04 --standard shv-v0.10" in older


@pytest.mark.parametrize("form", FORMS)
def test_links_lead_to_the_site_when_there_is_one(
    capsys: pytest.CaptureFixture[str], bad: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(identity, "SITE_URL", "https://documentatie.example/")
    address = "https://documentatie.example/schuldhulpverlening/v1.0/regel/SHV-S04/"
    assert address in run(capsys, "validate", bad, "--format", form)[1]


def test_links_of_codes_lead_to_the_site_when_there_is_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Link" not in run(capsys, "rules", "DDAS-B01")[1]
    monkeypatch.setattr(identity, "SITE_URL", "https://documentatie.example/")
    for code in ("DDAS-B01", "SHV-012", "SHV-S02"):
        assert "https://documentatie.example/" in run(capsys, "rules", code)[1]
