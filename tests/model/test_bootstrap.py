"""A model started from a JSON Schema: same wire form, texts from the neighbour, and a list of what needs a text."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml

from ddas.cli.main import main
from ddas.standard.canonical import canonical_digest
from ddas.standard.wire_schema import build_json_schema
from ddas_generators.bootstrap.house_yaml import format_yaml
from ddas_generators.lint import lint
from ddas_generators.model.load import load
from ddas_generators.model.register import read_register
from tests.conftest import ROOT, load_standard


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with one version to come: the register names v0.7, whose folder is not there yet."""
    shutil.copytree(ROOT / "model", tmp_path / "model")
    register = tmp_path / "model" / "versies.yaml"
    text = register.read_text(encoding="utf-8")
    new = "versies:\n  - {domein: schuldhulpverlening, versie: v0.7, status: concept}\n"
    register.write_text(text.replace("versies:\n", new, 1), encoding="utf-8")
    return tmp_path


def start(checkout: Path, schema: object, like: str = "shv-v1.0", out: str = "v0.7") -> int:
    path = checkout / "schema.json"
    path.write_text(json.dumps(schema), encoding="utf-8")
    target = checkout / "model" / "schuldhulpverlening" / out
    return main(["release", "begin", str(path), "--like", like, "--output", str(target), "--root", str(checkout)])


@pytest.mark.parametrize("code", ["shv-v0.8", "shv-v0.10", "shv-v1.0"])
def test_wire_form_is_that_of_the_schema(checkout: Path, code: str, capsys: pytest.CaptureFixture[str]) -> None:
    schema = build_json_schema(load_standard(code))
    assert start(checkout, schema) == 0
    version = read_register(checkout)[0]
    made = load(checkout, version)
    assert canonical_digest(build_json_schema(made)) == canonical_digest(schema)
    assert (made.version, made.rules, made.examples) == ("v0.7", (), ())
    told = {line.strip() for line in capsys.readouterr().out.splitlines() if line.startswith("  ")}
    untold = {f.subject for f in lint(checkout, version) if f.id in ("definitie-ontbreekt", "label-ontbreekt")}
    assert untold == told


def test_same_schema_needs_no_text_at_all(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert start(checkout, build_json_schema(load_standard("shv-v1.0"))) == 0
    assert "(0)" in capsys.readouterr().out
    version = read_register(checkout)[0]
    made, source = load(checkout, version), load_standard("shv-v1.0")
    assert [str(f) for f in lint(checkout, version)] == []
    assert [(o.name, o.label, o.definition) for o in made.object_types] == [
        (o.name, o.label, o.definition) for o in source.exchanged_types
    ]
    for (_, mine), (_, theirs) in zip(made.iter_attributes(), source.iter_attributes(), strict=True):
        assert (mine.name, mine.definition, mine.range, mine.item, mine.phase, mine.personal_data) == (
            theirs.name,
            theirs.definition,
            theirs.range,
            theirs.item,
            theirs.phase,
            theirs.personal_data,
        )


def test_a_text_that_is_borrowed_itself_is_followed_to_its_source(checkout: Path) -> None:
    assert start(checkout, build_json_schema(load_standard("shv-v0.9")), like="shv-v0.10") == 0
    text = (checkout / "model" / "schuldhulpverlening" / "v0.7" / "fasen.yaml").read_text(encoding="utf-8")
    assert "tekst_uit: shv-v1.0#Aanmelding.startdatum" in text
    assert "tekst_uit: shv-v0.10#Aanmelding" not in text
    load(checkout, read_register(checkout)[0])


@pytest.mark.parametrize(
    ("schema", "like", "out", "words"),
    [
        ({"type": "object"}, "shv-v7.0", "v0.7", "staat niet in het register. Kies uit: shv-v0.7"),
        ({"type": "object"}, "shv-v1.0", "v1.0", "bestaat al en is niet leeg"),
        ({"type": "object"}, "shv-v1.0", "nieuw", "'nieuw' is geen versie"),
        ({"type": "array"}, "shv-v1.0", "v0.7", "Kies een gepubliceerd schema"),
        ([], "shv-v1.0", "v0.7", "is geen JSON Schema"),
    ],
)
def test_what_cannot_be_started(
    checkout: Path, capsys: pytest.CaptureFixture[str], schema: object, like: str, out: str, words: str
) -> None:
    before = sorted(p for p in (checkout / "model").rglob("*"))
    assert start(checkout, schema, like, out) == 2
    shown, told = capsys.readouterr()
    assert shown == ""
    assert words in told
    assert sorted(p for p in (checkout / "model").rglob("*")) == before


def test_a_file_that_is_not_there_or_no_json(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rest = ["--like", "shv-v1.0", "--output", str(checkout / "v0.7"), "--root", str(checkout)]
    assert main(["release", "begin", str(checkout / "weg.json"), *rest]) == 2
    assert "kan niet worden gelezen" in capsys.readouterr().err
    (checkout / "kapot.json").write_text("{", encoding="utf-8")
    assert main(["release", "begin", str(checkout / "kapot.json"), *rest]) == 2
    assert "is geen JSON" in capsys.readouterr().err
    assert not (checkout / "v0.7").exists()
    (checkout / "goed.json").write_text(json.dumps(build_json_schema(load_standard("shv-v1.0"))), encoding="utf-8")
    (checkout / "v0.7").write_text("een bestand", encoding="utf-8")
    assert main(["release", "begin", str(checkout / "goed.json"), *rest]) == 2
    assert "bestaat al" in capsys.readouterr().err
    assert (checkout / "v0.7").read_text(encoding="utf-8") == "een bestand"
    assert sorted(p.name for p in checkout.iterdir()) == ["goed.json", "kapot.json", "model", "v0.7"]


def test_yaml_of_the_house() -> None:
    long = "Een zin die zo lang is dat hij niet op een enkele regel past, omdat er steeds nog iets bij komt en bij."
    names = ["a", "b"]
    data = {
        "id": "x",
        "imports": names,
        "classes": {
            "Een": {"description": long, "extra_slots": {"allowed": True}, "comments": ["Twee woorden."]},
            "Twee": {"in_subset": names, "required": True},
        },
    }
    text = format_yaml(data)
    assert yaml.safe_load(text) == data
    assert text == (
        "id: x\n"
        "imports: [a, b]\n"
        "\n"
        "classes:\n"
        "  Een:\n"
        "    description: >-\n"
        "      Een zin die zo lang is dat hij niet op een enkele regel past, omdat er steeds nog iets bij komt en bij.\n"  # noqa: E501
        "    extra_slots: {allowed: true}\n"
        "    comments:\n"
        "      - Twee woorden.\n"
        "\n"
        "  Twee:\n"
        "    in_subset: [a, b]\n"
        "    required: true\n"
    )
