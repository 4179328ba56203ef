"""Deliveries made from a specification: one with every field, and random parts of it."""

from __future__ import annotations

import random
from typing import Any

from ddas.standard.specification import Attribute, CodeList, DataType, ObjectType, Specification

__all__ = ["make_maximal", "make_random"]

_VALUES: dict[tuple[str, str | None], Any] = {
    ("string", None): "Voorbeeld",
    ("string", "email"): "iemand@voorbeeld.nl",
    ("string", "date"): "2024-02-29",
    ("string", "date-time"): "2025-07-15T09:30:00+02:00",
    ("integer", None): 12,
    ("boolean", None): True,
}


def make_maximal(specification: Specification, items: int = 1) -> dict[str, Any]:
    """A valid delivery with every field filled and ``items`` items in each list, as far as its bounds allow.

    A list of which the items must differ gets one.
    """
    return _make(specification, specification.root_type, items, None)


def make_random(specification: Specification, rng: random.Random) -> dict[str, Any]:
    """A valid delivery with the required fields and a random part of the others."""
    return _make(specification, specification.root_type, 0, rng)


def _make(
    specification: Specification, object_type: ObjectType, items: int, rng: random.Random | None
) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for attribute in object_type.exchanged_attributes:
        if rng is not None and not attribute.required and rng.random() < 0.4:
            continue
        kind = specification.target(attribute.range)
        if not attribute.many:
            result[attribute.wire_name] = _value(specification, kind, items, rng)
            continue
        count = _count(attribute, items, rng)
        result[attribute.wire_name] = [_value(specification, kind, items, rng) for _ in range(count)]
    return result


def _count(attribute: Attribute, items: int, rng: random.Random | None) -> int:
    wanted = items if rng is None else rng.randint(0, 2)
    highest = wanted if attribute.max_items is None else attribute.max_items
    if attribute.unique_items:
        highest = 1
    return max(attribute.min_items, min(wanted, highest))


def _value(
    specification: Specification, kind: ObjectType | CodeList | DataType, items: int, rng: random.Random | None
) -> Any:
    if isinstance(kind, ObjectType):
        return _make(specification, kind, items, rng)
    if isinstance(kind, CodeList):
        return kind.values[0 if rng is None else rng.randrange(len(kind.values))].value
    return _VALUES[kind.base, kind.format]
