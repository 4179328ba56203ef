"""``ddas diff``: each kind of side, each form, and what is told when it cannot be done."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from ddas.cli.diff_command import _FORMATS
from ddas.cli.main import main
from ddas.comparison.change import Breaks, ChangeKind
from ddas.comparison.compare import compare
from ddas.comparison.rendering import RENDERERS
from ddas.comparison.rendering.change_words import GROUPS, describe
from tests.comparison.change_cases import CASES
from tests.comparison.schema_of_changes import SCHEMA
from tests.conftest import ROOT, load_standard
from tests.documentation.rendering import parse, render

GENERATED = ROOT / "generated" / "schuldhulpverlening"


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main(["diff", *map(str, arguments)])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def counts(text: str) -> dict[str, int]:
    data: dict[str, int] = json.loads(text)["counts"]
    return data


def test_every_side_gives_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    sides = [
        ("shv-v0.10", "shv-v1.0"),
        (GENERATED / "v0.10" / "specification.json", GENERATED / "v1.0" / "specification.json"),
        (ROOT / "model" / "schuldhulpverlening" / "v0.10", ROOT / "model" / "schuldhulpverlening" / "v1.0"),
    ]
    outcomes = [run(capsys, *pair, "--format", "json") for pair in sides]
    assert {code for code, _, _ in outcomes} == {0}
    assert outcomes[0][1] == outcomes[1][1] == outcomes[2][1]


def test_schema_as_a_side_compares_structure(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "v1.0.schema.json"
    path.write_bytes((GENERATED / "v1.0" / "uitwisselmodel.schema.json").read_bytes())
    code, out, _ = run(capsys, "shv-v0.10", path, "--format", "json")
    data = json.loads(out)
    assert (code, data["structure_only"], len(data["changes"])) == (0, True, 2)
    _, text, _ = run(capsys, "shv-v0.10", path)
    assert "die zijn niet vergeleken" in text


def test_version_of_a_schema_is_found_in_its_address(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "schema.json"
    path.write_bytes((GENERATED / "v0.9" / "uitwisselmodel.schema.json").read_bytes())
    code, out, _ = run(capsys, path, "shv-v0.9", "--format", "json")
    assert (code, json.loads(out)["old"], json.loads(out)["changes"]) == (0, "shv-v0.9", [])


def write(path: Path, data: object) -> Path:
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return path


def test_what_cannot_be_compared(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    newer = json.loads((GENERATED / "v1.0" / "specification.json").read_text(encoding="utf-8")) | {"format": 999}
    schema = {"$id": "x", "properties": {"schuldhulptrajecten": {"type": "array", "items": {"type": "object"}}}}
    wrong = {
        "shv-v9.9": "Kies uit: shv-v0.8",
        "shv-9": "geen versie en geen bestand",
        str(tmp_path): "geen model",
        str(ROOT / "model"): "geen map van een geregistreerde versie",
        str(write(tmp_path / "a.json", "{kapot")): "geen specificatie en geen JSON Schema",
        str(write(tmp_path / "b.json", [])): "geen specificatie en geen JSON Schema",
        str(write(tmp_path / "c.json", {"x": 1})): "geen specificatie en geen JSON Schema",
        str(write(tmp_path / "d.json", newer)): "Installeer een nieuwere versie",
        str(write(tmp_path / "e.json", {"properties": {}})): "bij welk domein",
        str(write(tmp_path / "f.json", schema | {"type": "object"})): "welke versie",
        str(write(tmp_path / "v1.0.json", schema | {"type": "object", "oneOf": []})): "gepubliceerd schema",
    }
    for side, words in wrong.items():
        for pair in ((side, "shv-v1.0"), ("shv-v1.0", side)):
            code, out, err = run(capsys, *pair)
            assert (code, out) == (2, ""), side
            assert words in err
            assert err.startswith("ddas: ")


def test_other_domain(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    data = json.loads((GENERATED / "v1.0" / "specification.json").read_text(encoding="utf-8"))
    data["domain"] |= {"name": "anders", "code": "and"}
    code, out, err = run(capsys, "shv-v1.0", write(tmp_path / "s.json", data))
    assert (code, out) == (2, "")
    assert "verschillende domeinen" in err


def test_formats_are_those_that_can_be_made() -> None:
    assert set(_FORMATS) == {*RENDERERS, "xlsx"}  # a workbook is no text: test_workbook_changes.py


@pytest.mark.parametrize("format", sorted(RENDERERS))
def test_output_is_what_is_printed(capsys: pytest.CaptureFixture[str], tmp_path: Path, format: str) -> None:
    _, printed, _ = run(capsys, "shv-v0.9", "shv-v0.10", "--format", format)
    target = tmp_path / "uit"
    code, out, _ = run(capsys, "shv-v0.9", "shv-v0.10", "--format", format, "--output", target)
    assert (code, out) == (0, "")
    assert target.read_text(encoding="utf-8") == printed
    assert printed.endswith("\n")
    assert not printed.endswith("\n\n")
    code, _, err = run(capsys, "shv-v0.9", "shv-v0.10", "--output", tmp_path / "weg" / "uit")
    assert code == 2
    assert "Maak de map eerst" in err


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.kind)
def test_json_follows_its_schema(case: Any) -> None:
    data = json.loads(RENDERERS["json"](compare(case.old, case.new), None))
    jsonschema.Draft202012Validator(SCHEMA).validate(data)
    assert [list(c) for c in data["changes"]] == [
        ["kind", "path", "before", "after", "breaks", "step", "reason"]
    ] * len(data["changes"])
    assert data["counts"] == {str(b): sum(c["breaks"] == b for c in data["changes"]) for b in Breaks}
    for witness in data["witnesses"]:
        assert data["changes"][witness["change"]]["breaks"] in ("strenger", "ruimer")


def test_json_schema_knows_every_kind() -> None:
    assert SCHEMA["$defs"]["change"]["properties"]["kind"]["enum"] == [str(k) for k in ChangeKind]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.kind)
def test_every_kind_is_told_in_dutch(case: Any) -> None:
    comparison = compare(case.old, case.new)
    for change in comparison.changes:
        words = describe(change)
        assert re.match(r"[a-z]", words)
        for english in ("None", "True", "False", "string", "integer", "{", "object_"):
            assert english not in words
    for name in ("text", "markdown", "note"):
        text = RENDERERS[name](comparison, None)
        for breaks in {c.breaks for c in comparison.changes}:
            title = GROUPS[breaks][0]
            assert title in text or title.upper() in text or breaks in ("betekenis", "tekst")


def test_text_opens_with_who_is_broken(capsys: pytest.CaptureFixture[str]) -> None:
    _, text, _ = run(capsys, "shv-v0.9", "shv-v0.10")
    places = [text.find(f"{GROUPS[b][0].upper()}: ") for b in Breaks]
    assert [place for place in places if place >= 0] == sorted(place for place in places if place >= 0)
    assert sum(place >= 0 for place in places) >= len(places) - 1
    assert "Softwareleverancier en softwareversie (codeGegevensleverancier)" in text
    assert max(len(line) for line in text.splitlines()) <= 100


def test_note_opens_with_who_must_do_what(capsys: pytest.CaptureFixture[str]) -> None:
    _, text, _ = run(capsys, "shv-v0.10", "shv-v1.0", "--format", "note")
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    assert headings[:5] == [
        "DDAS Schuldhulpverlening v1.0: wat verandert er",
        "Wie moet wat doen",
        "Leveranciers van software",
        "Applicatiebeheerders bij gemeenten en uitvoerders",
        "Beheerders en ontvangers",
    ]
    vendors = text[text.index("### Leveranciers") : text.index("### Applicatie")]
    assert "EnumBeschikkingssoort=Beeindigingsbeschikking" in vendors
    managers = text[text.index("### Applicatie") : text.index("### Beheerders")]
    assert "datumBeeindigingsbeschikking" in managers


def test_note_without_changes_asks_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    _, text, _ = run(capsys, "shv-v1.0", "shv-v1.0", "--format", "note")
    assert text.count("U hoeft niets te doen.") == 2
    assert "Er is geen verschil." in text
    _, text, _ = run(capsys, "shv-v1.0", "shv-v1.0")
    assert text.splitlines()[-1] == "Er is geen verschil."


def test_markdown_shows_every_change(capsys: pytest.CaptureFixture[str]) -> None:
    _, text, _ = run(capsys, "shv-v0.8", "shv-v0.9", "--format", "markdown")
    changes = compare(load_standard("shv-v0.8"), load_standard("shv-v0.9")).changes
    lines = text[: text.index("## Revisies van")].splitlines()
    rows = [line for line in lines if line.startswith("| ") and not line.startswith("| Wat |")]
    assert len(rows) == len(changes)
    page = parse(render(text))
    assert "leveringen[].schuldhulptrajecten[].client[].Burgerservicenummer" in page.text


def test_concept_is_called_a_concept() -> None:
    case = CASES[0]
    for name in ("text", "markdown", "note"):
        assert "concept en niet vastgesteld" in RENDERERS[name](compare(case.old, case.new), None)
