"""A delivery seen through its specification: which object type and field stands at a place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ddas.findings import Pointer
from ddas.specification import Attribute, ObjectType, Specification

__all__ = ["Place", "Visit", "find_place", "iter_objects"]

_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Place:
    """What stands at a pointer.

    ``object_type`` is the object that holds the field; ``attribute`` the field, None when the pointer names the
    whole document or a key that the specification does not know. ``words``: "levering 1, traject 12".
    """

    object_type: ObjectType
    attribute: Attribute | None
    words: str


@dataclass(frozen=True, slots=True)
class Visit:
    """An object of the delivery with its type; ``value`` is left out of the representation on purpose."""

    pointer: Pointer
    object_type: ObjectType
    value: Mapping[str, object] = field(repr=False)


def find_place(specification: Specification, pointer: Pointer) -> Place:
    """Follow the pointer through the specification, as far as it is known there."""
    holder = specification.root_type
    attribute: Attribute | None = None
    words: list[str] = []
    inside: ObjectType | None = holder
    for step in pointer:
        if isinstance(step, int):
            if attribute is not None and attribute.many:
                words.append(f"{_spaced(attribute.item or attribute.label)} {step + 1:,}".replace(",", "."))
            continue
        if inside is None:
            break
        holder = inside
        attribute = next((a for a in holder.exchanged_attributes if a.wire_name == step), None)
        inside = specification.object_type(attribute.range) if attribute else None
    return Place(holder, attribute, ", ".join(words) or "algemene gegevens van het bestand")


def iter_objects(specification: Specification, document: object) -> Iterator[Visit]:
    """Every object of the document whose type the specification knows, in document order; wrong shapes are skipped."""
    return _iter_objects(specification, specification.root_type, document, ())


def _iter_objects(
    specification: Specification, object_type: ObjectType, value: object, pointer: Pointer
) -> Iterator[Visit]:
    if not isinstance(value, dict):
        return
    yield Visit(pointer, object_type, value)
    attributes = {a.wire_name: a for a in object_type.exchanged_attributes}
    for key, inner in value.items():
        attribute = attributes.get(key)
        inner_type = specification.object_type(attribute.range) if attribute else None
        if attribute is None or inner_type is None:
            continue
        if not attribute.many:
            yield from _iter_objects(specification, inner_type, inner, (*pointer, key))
        elif isinstance(inner, list):
            for index, item in enumerate(inner):
                yield from _iter_objects(specification, inner_type, item, (*pointer, key, index))


def _spaced(name: str) -> str:
    return _CAPITAL.sub(" ", name).lower()
