"""``ddas rules``: the list, one rule, several, and what does not exist."""

from __future__ import annotations

import csv
import io
import json

import pytest

from ddas.cli.main import main
from ddas.validation.structure.fault_codes import FILE_FAULTS, STRUCTURAL_RULES
from tests.conftest import load_standard

BOTH = ("shv-v1.0", "vs-v0.9")
NEWEST = ("shv-v1.0", "vs-v1.2")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    try:
        code = main(["rules", *arguments])
    except SystemExit as stop:
        code = int(str(stop.code))
    return code, *capsys.readouterr()


def test_list(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys)
    assert (code, err) == (0, "")
    for standard in NEWEST:
        rules = load_standard(standard).rules
        assert f"{standard}: {len(rules)} regels" in out
        for rule in rules:
            assert f"\n{rule.id} " in out


@pytest.mark.parametrize("standard", BOTH)
def test_every_rule_can_be_asked(capsys: pytest.CaptureFixture[str], standard: str) -> None:
    for rule in load_standard(standard).rules:
        code, out, _ = run(capsys, rule.id.lower(), "--standard", standard)
        plain = " ".join(out.split())
        assert code == 0
        assert out.startswith(f"{rule.id}  {rule.name}\n")
        assert " ".join(rule.message.split()) in plain
        assert "\nGoed: " in out
        assert "\nFout: " in out


def test_several(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "SHV-012", "VS-012", "SHV-001")
    assert code == 0
    titles = [line.split("  ")[0] for line in out.splitlines() if line[:3] in ("SHV", "VS-")]
    assert titles == ["SHV-012", "VS-012", "SHV-001"]


def test_family(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "SHV-014")
    assert (code, out) == (2, "")
    assert "Kies uit: SHV-014a, SHV-014b." in err


@pytest.mark.parametrize("code", ["SHV", "VS"])
@pytest.mark.parametrize("number", [number for number, _ in STRUCTURAL_RULES.values()])
def test_faults_in_the_structure(capsys: pytest.CaptureFixture[str], code: str, number: str) -> None:
    status, out, _ = run(capsys, f"{code}-{number}".lower())
    assert status == 0
    assert out.startswith(f"{code}-{number}  ")
    assert ("\nGoed:\n    " in out and "\nFout:\n    " in out) or "geen veld waar dit kan" in out


@pytest.mark.parametrize("id", sorted({f.id for f in FILE_FAULTS.values()} | {"DDAS-C01"}))
def test_faults_of_files(capsys: pytest.CaptureFixture[str], id: str) -> None:
    status, out, _ = run(capsys, id)
    assert status == 0
    assert "\nMelding " in out
    assert "\nWat te doen " in out
    [data] = json.loads(run(capsys, id, "--format", "json")[1])
    assert data["standard"] is None
    assert data["message"]
    assert run(capsys, id, "--format", "csv")[1].count("\n") == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["SHV-999"], "staat niet in shv-v1.0, vs-v1.2"),
        (["SHV-012", "--standard", "vs-v0.9"], "staat niet in vs-v0.9"),
        (["SHV-012", "iets"], "staat niet in"),
        (["--standard", "shv-v9.9"], "Kies uit"),
        (["--standard", "shv-v0.8"], "Deze versie heeft geen regels."),
        (["SHV-012", "--standard", "shv-v0.8"], "staat niet in shv-v0.8"),
        (["--format", "pdf"], "deze keuze bestaat niet"),
        ([""], "staat niet in"),
    ],
)
def test_wrong_calls(capsys: pytest.CaptureFixture[str], arguments: list[str], words: str) -> None:
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert words in err


def test_csv(capsys: pytest.CaptureFixture[str]) -> None:
    rows = list(csv.reader(io.StringIO(run(capsys, "--format", "csv")[1])))
    assert rows[0] == ["id", "niveau", "regel", "velden", "soort", "vanaf", "bron"]
    assert [r[0] for r in rows[1:]] == [r.id for standard in NEWEST for r in load_standard(standard).rules]
    assert {len(r) for r in rows} == {7}
    excel = run(capsys, "--format", "csv-excel")[1]
    assert excel.startswith("\ufeffid;niveau;regel;")
    assert list(csv.reader(io.StringIO(excel.removeprefix("\ufeff")), delimiter=";")) == rows


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    rules = json.loads(run(capsys, "--format", "json", "SHV-018", "VS-014")[1])
    assert [(r["id"], r["standard"], r["kind"]) for r in rules] == [
        ("SHV-018", "shv-v1.0", "volgorde"),
        ("VS-014", "vs-v1.2", "volgorde"),
    ]
    assert rules[0]["silences"] == list(load_standard("shv-v1.0").rule("SHV-018").silences)
    assert all(r["uri"].startswith("https://w3id.org/ddas/") for r in rules)
    assert {r["link"] for r in rules} == {""}
