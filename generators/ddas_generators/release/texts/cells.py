"""The texts of an element as cells of a row, and back. A list of texts stands in one cell, one on each line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ddas_generators.lint.element import Element, ElementKind
from ddas_generators.lint.lint_model import LintModel

__all__ = ["Column", "list_own_elements", "read_cells", "value_of"]

_KINDS = (ElementKind.CLASS, ElementKind.ATTRIBUTE, ElementKind.ENUM, ElementKind.VALUE)


@dataclass(frozen=True, slots=True)
class _Field:
    """Where a text stands in the model: a key with one text, a list of texts, or a list of examples."""

    key: str
    is_list: bool = False


class Column(StrEnum):
    """The columns with texts, in the order of the sheet and of the keys in a model file."""

    LABEL = "Opschrift"
    DEFINITION = "Omschrijving"
    EXPLANATION = "Toelichting"
    SEARCH_WORDS = "Zoekwoorden"
    EXAMPLES = "Voorbeelden"

    @property
    def key(self) -> str:
        """The key in the model."""
        return _FIELDS[self].key

    @property
    def is_list(self) -> bool:
        """Whether a cell holds one text on each line."""
        return _FIELDS[self].is_list


_FIELDS: Mapping[Column, _Field] = {
    Column.LABEL: _Field("title"),
    Column.DEFINITION: _Field("description"),
    Column.EXPLANATION: _Field("comments", is_list=True),
    Column.SEARCH_WORDS: _Field("aliases", is_list=True),
    Column.EXAMPLES: _Field("examples", is_list=True),
}


def list_own_elements(model: LintModel) -> list[Element]:
    """The elements with a text of their own in the files of the version, in file order; not the shared types."""
    return [e for e in model.of(*_KINDS) if not e.borrows]


def read_cells(element: Element) -> dict[Column, str]:
    """What the element says, by column; empty where it says nothing."""
    cells = {}
    for column in Column:
        value = element.data.get(column.key)
        items = value if isinstance(value, list) else [] if value is None else [value]
        cells[column] = "\n".join(_item(item) for item in items)
    return cells


def value_of(column: Column, cell: str) -> Any:
    """What stands in the model for this cell; None when the key must go."""
    lines = [line for line in (" ".join(part.split()) for part in cell.split("\n")) if line]
    if not lines:
        return None
    if column is Column.EXAMPLES:
        return [{"value": line} for line in lines]
    return lines if column.is_list else " ".join(lines)


def _item(item: object) -> str:
    value = item.get("value") if isinstance(item, Mapping) else item
    if isinstance(value, bool):
        return "true" if value else "false"
    return " ".join(str(value).split()) if value is not None else ""
