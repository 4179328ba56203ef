"""A delivery seen through its specification: which object type and field stands at a place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ddas.findings import Pointer
from ddas.standard.specification import Attribute, ObjectType, Specification

__all__ = ["Place", "UnknownKeyFinder", "Visit", "find_place", "item_word", "iter_objects"]

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
                words.append(f"{item_word(specification, attribute)} {step + 1:,}".replace(",", "."))
            continue
        if inside is None:
            break
        holder = inside
        attribute = holder.by_wire_name(str(step))
        inside = specification.object_type(attribute.range) if attribute else None
    return Place(holder, attribute, ", ".join(words) or "algemene gegevens van het bestand")


def iter_objects(
    specification: Specification, value: object, object_type: str | None = None, pointer: Pointer = ()
) -> Iterator[Visit]:
    """Every object in the value whose type the specification knows, in document order; wrong shapes are skipped.

    ``object_type``: type of the value itself, None for the whole document; ``pointer``: where it stands.
    """
    start = specification.root_type if object_type is None else specification.object_type(object_type)
    return iter(()) if start is None else _iter_objects(specification, start, value, pointer)


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


class UnknownKeyFinder:
    """Finds the objects that hold a key that the specification does not know there; quick when there are none."""

    def __init__(self, specification: Specification) -> None:
        self._types = {t.name: t for t in specification.exchanged_types}
        self._known = {t.name: frozenset(a.wire_name for a in t.exchanged_attributes) for t in self._types.values()}
        self._inner = {
            t.name: [(a.wire_name, a.range, a.many) for a in t.exchanged_attributes if a.range in self._types]
            for t in self._types.values()
        }

    def iter_visits(self, value: object, object_type: str, pointer: Pointer = ()) -> Iterator[Visit]:
        """Those objects in a value of this type, an object before what is in it."""
        if not isinstance(value, dict):
            return
        if not value.keys() <= self._known[object_type]:
            yield Visit(pointer, self._types[object_type], value)
        for key, inner_type, many in self._inner[object_type]:
            inner = value.get(key)
            if inner is None:
                continue
            if not many:
                yield from self.iter_visits(inner, inner_type, (*pointer, key))
            elif isinstance(inner, list):
                for index, item in enumerate(inner):
                    yield from self.iter_visits(item, inner_type, (*pointer, key, index))


def item_word(specification: Specification, attribute: Attribute) -> str:
    """The Dutch word for one item of a list: "traject", "cliënt", "voorlopige voorziening"."""
    word = _CAPITAL.sub(" ", attribute.item or attribute.name).lower()
    object_type = specification.object_type(attribute.range)
    label = object_type.label.lower() if object_type else word
    return label if _without_accents(label) == word else word


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
