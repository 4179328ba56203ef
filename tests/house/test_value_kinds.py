"""A kind of value has one home: a closed list, and a table without gaps for each target."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from ddas.errors import ModelError
from ddas.standard.specification import CodeList, CodeValue, DataType, ObjectType
from ddas.standard.value_kinds import SINGLE_KINDS, WIRE_FORMS, ValueKind, kind_of
from tests.conftest import ROOT

SOURCE = ROOT / "generators"
HOME = SOURCE / "ddas" / "standard" / "value_kinds.py"
TARGETS = {
    "ddas.comparison.minimal_delivery",
    "ddas.delivery.xml_form.shape",
    "ddas.describing.wording",
    "ddas.privacy.masking",
    "ddas.standard.published",
    "ddas.standard.wire_schema",
    "ddas.validation.structure.record_types",
    "ddas.validation.structure.wire_values",
    "ddas_generators.emit.code.python.dataclasses",
    "ddas_generators.emit.deliveries.corpus.structural_cases",
    "ddas_generators.lint.examples",
    "ddas_generators.model.linkml_types",
    "ddas_generators.site.fragments",
}


def iter_tables() -> Iterator[tuple[str, Mapping[Any, Any]]]:
    """Every mapping in a module with kinds of value as keys."""
    for package in ("ddas", "ddas_generators"):
        folder = importlib.import_module(package).__path__
        for module in pkgutil.walk_packages(folder, f"{package}."):
            if module.name.endswith("__main__"):
                continue
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, Mapping) and value and all(isinstance(key, ValueKind) for key in value):
                    yield f"{module.name}.{name}", value


TABLES = dict(iter_tables())


def is_whole(table: Mapping[Any, Any]) -> bool:
    return table.keys() in (set(ValueKind), SINGLE_KINDS)


@pytest.mark.parametrize("name", sorted(TABLES))
def test_a_table_has_every_kind(name: str) -> None:
    assert is_whole(TABLES[name])
    assert not is_whole({kind: value for kind, value in TABLES[name].items() if kind is not ValueKind.DATE})


def test_every_target_has_a_table() -> None:
    assert {name.rpartition(".")[0] for name in TABLES} >= TARGETS


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_only_one_module_knows_what_a_type_and_a_format_mean(path: Path) -> None:
    if path == HOME:
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    texts = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    assert "date-time" not in texts
    compared = [
        side
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare)
        for side in (node.left, *node.comparators)
        if isinstance(side, ast.Attribute) and side.attr == "base"
    ]
    assert not [c for c in compared if "case" not in ast.unparse(c)]  # a case has a base of its own: its example


@pytest.mark.parametrize("kind", sorted(SINGLE_KINDS))
def test_the_kind_of_a_data_type_follows_from_its_wire_form(kind: ValueKind) -> None:
    form = WIRE_FORMS[kind]
    assert DataType(name="T", label="", definition="", base=form.base, format=form.format).kind is kind


@pytest.mark.parametrize(
    ("base", "format"), [("string", "time"), ("number", None), ("integer", "date"), ("object", None)]
)
def test_an_unknown_form_is_refused(base: str, format: str | None) -> None:
    with pytest.raises(ModelError, match="geen bekende soort waarde"):
        kind_of(base, format)
    with pytest.raises(ModelError, match=r"^Raar: '"):
        _ = DataType(name="Raar", label="", definition="", base=base, format=format).kind


def test_code_lists_and_object_types_have_a_kind() -> None:
    value = CodeValue(value="a", code="a", label="", definition="")
    assert CodeList(name="L", label="", definition="", exchanged=True, values=(value,)).kind is ValueKind.CODE
    object_type = ObjectType(name="O", label="", definition="", uri="", exchanged=True, closed=True, attributes=())
    assert object_type.kind is ValueKind.OBJECT
