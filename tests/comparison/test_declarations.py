"""The files in ``wijzigingen``: read in order of name, and told with file and line when they are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from ddas.errors import ModelError
from ddas.standard.specification import DeclaredChange, FieldRename, ValueRename
from ddas.standard.specification_json import specification_from_json, specification_to_json
from ddas_generators.model.records import Declarations, read_declarations
from tests.conftest import load_standard


def write(folder: Path, name: str, text: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_nothing_declared(tmp_path: Path) -> None:
    assert read_declarations(tmp_path / "wijzigingen", tmp_path) == Declarations()


def test_everything_declared(tmp_path: Path) -> None:
    folder = tmp_path / "wijzigingen"
    write(folder, "b.yaml", "hernoemd:\n  - {van: c, naar: d, reden: y}\n")
    write(
        folder,
        "a.yaml",
        "hernoemd:\n  - {van: 'a[].b', naar: b, reden: x}\n"
        "waarde:\n  - {lijst: EnumX, van: A, naar: B, reden: x}\n"
        "wijzigingen:\n  - {soort: closed, pad: 'a[]', reden: x}\n",
    )
    assert read_declarations(folder, tmp_path) == Declarations(
        renames=(FieldRename(old="a[].b", new="b", reason="x"), FieldRename(old="c", new="d", reason="y")),
        value_renames=(ValueRename(code_list="EnumX", old="A", new="B", reason="x"),),
        declared_changes=(DeclaredChange(kind="closed", path="a[]", reason="x"),),
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("hernoemt: []\n", "a.yaml:1: 'hernoemt' is hier onbekend"),
        ("hernoemd: x\n", "geen lijst"),
        ("hernoemd:\n  - {van: a, naar: b}\n", "a.yaml:2: 'reden' ontbreekt"),
        ("hernoemd:\n  - {van: a, naar: b, reden: x, ook: c}\n", "'ook' is hier onbekend"),
        ("waarde:\n  - {van: a, naar: b, reden: x}\n", "'lijst' ontbreekt"),
        ("hernoemd: [\n", "de haak op deze regel wordt niet gesloten"),
    ],
)
def test_wrong_file(tmp_path: Path, text: str, words: str) -> None:
    write(tmp_path / "wijzigingen", "a.yaml", text)
    with pytest.raises(ModelError) as caught:
        read_declarations(tmp_path / "wijzigingen", tmp_path)
    assert words in str(caught.value)


def test_the_specification_carries_them() -> None:
    specification = load_standard("shv-v0.9")
    assert len(specification.renames) == 9
    assert len(specification.value_renames) == 6
    assert specification_from_json(specification_to_json(specification)) == specification
