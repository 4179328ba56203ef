"""Which element of a neighbour version each part of a published schema is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ddas.standard.identifiers import first_free
from ddas.standard.identity import Domain
from ddas.standard.published import object_names_by_path, read_published_schema
from ddas.standard.specification import Attribute, ObjectType, Specification
from ddas_generators.lint.element import Element, ElementKind
from ddas_generators.lint.lint_model import LintModel

__all__ = ["Match", "match_attributes", "read_like", "sort_object_types"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An attribute of the published schema, its identifier, and the same attribute of the neighbour if it has one."""

    name: str
    attribute: Attribute
    neighbour: Element | None


def read_like(schema: Mapping[str, Any], *, domain: Domain, version: str, neighbour: Specification) -> Specification:
    """The published structure, with the neighbour's names for its object types: by place, else by key."""
    at_place = object_names_by_path(neighbour)
    by_key = _object_name_by_key(neighbour)
    names: dict[str, str] = {}
    for path, name in object_names_by_path(read_published_schema(schema, domain=domain, version=version)).items():
        found = at_place.get(path) or by_key.get(path.rpartition("/")[2], name)
        if found not in names.values():
            names[path] = found
    return read_published_schema(schema, domain=domain, version=version, names=names)


def match_attributes(object_type: ObjectType, neighbour: LintModel) -> tuple[Match, ...]:
    """The attributes of an object type in reading order: that of the neighbour, then what it does not have."""
    owner = neighbour.by_name(ElementKind.CLASS).get(object_type.name)
    known = neighbour.parts(owner) if owner is not None else ()
    pairs = [(a, _find(a.wire_name, known)) for a in object_type.attributes]
    pairs.sort(key=lambda pair: (pair[1] is None, 0 if pair[1] is None else _rank(pair[1])))
    matches: list[Match] = []
    for attribute, element in pairs:
        if element is not None and any(m.neighbour is element for m in matches):
            element = None
        name = attribute.name if element is None else element.name
        free = first_free(name, {m.name.casefold() for m in matches})
        matches.append(Match(name=free, attribute=attribute, neighbour=element))
    return tuple(matches)


def sort_object_types(published: Specification, neighbour: LintModel) -> tuple[ObjectType, ...]:
    """Object types in reading order: that of the neighbour, then what it does not have, as first met."""
    rank = {name: _rank(element) for name, element in neighbour.by_name(ElementKind.CLASS).items()}
    last = max(rank.values(), default=0) + 1
    return tuple(sorted(published.object_types, key=lambda o: rank.get(o.name, last)))


def _object_name_by_key(neighbour: Specification) -> dict[str, str]:
    """Object types by the keys that lead to them, also those of the information model only."""
    found = {o.name[0].lower() + o.name[1:]: o.name for o in neighbour.object_types}
    for object_type in neighbour.object_types:
        for attribute in object_type.attributes:
            if neighbour.object_type(attribute.range) is not None:
                found.setdefault(attribute.wire_name, attribute.range)
    return found


def _find(wire_name: str, elements: tuple[Element, ...]) -> Element | None:
    """The attribute with this wire name, else with this name in another case."""
    for same in (lambda e: e.wire_name == wire_name, lambda e: e.wire_name.casefold() == wire_name.casefold()):
        found = next(filter(same, elements), None)
        if found is not None:
            return found
    return None


def _rank(element: Element) -> int:
    rank = element.data.get("rank")
    return rank if isinstance(rank, int) else 0
