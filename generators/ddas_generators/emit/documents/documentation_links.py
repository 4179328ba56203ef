"""Names in a specification → label and anchor in ``documentatie.md``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ddas.describing.elements import Element, ElementKind, find_element, name_sources
from ddas.standard.specification import Specification
from ddas_generators.emit.documents import anchors

__all__ = ["Link", "link_to_element", "link_to_sources"]


@dataclass(frozen=True, slots=True)
class Link:
    """What to show and where it leads; the anchor is empty when the document has no such place."""

    label: str
    anchor: str


_ANCHORS: Mapping[ElementKind, Callable[[Element], str]] = {
    ElementKind.OBJECT_TYPE: lambda e: anchors.object_type_anchor(e.whole),
    ElementKind.FIELD: lambda e: anchors.field_anchor(e.whole, e.part),
    ElementKind.CODE_LIST: lambda e: anchors.code_list_anchor(e.whole),
    ElementKind.CODE_VALUE: lambda e: anchors.code_value_anchor(e.whole, e.part),
    ElementKind.DATA_TYPE: lambda e: anchors.data_type_anchor(e.whole),
    ElementKind.RULE: lambda e: anchors.rule_anchor(e.whole),
}


def link_to_element(specification: Specification, name: str) -> Link:
    """The part of the standard with this name; an unknown name is shown as it is."""
    found = find_element(specification, name)
    return Link(name, "") if found is None else Link(found.label, _ANCHORS[found.kind](found))


def link_to_sources(specification: Specification, codes: tuple[str, ...]) -> tuple[Link, ...]:
    """The sources by title, in the order of their codes."""
    named = name_sources(specification, codes)
    return tuple(Link(title, anchors.source_anchor(code) if code else "") for title, code in named)
