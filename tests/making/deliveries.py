"""Deliveries made from a specification: one with every field, and random parts of it."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ddas.standard.specification import Attribute, CodeList, ObjectType, Specification, Target
from ddas.standard.value_kinds import ValueKind

__all__ = ["SAMPLES", "make_full", "make_random"]

SAMPLES: Mapping[ValueKind, Any] = {
    ValueKind.TEXT: "Voorbeeld",
    ValueKind.EMAIL: "iemand@voorbeeld.example",
    ValueKind.DATE: "2024-02-29",
    ValueKind.DATE_TIME: "2025-07-15T09:30:00+02:00",
    ValueKind.WHOLE_NUMBER: 12,
    ValueKind.BOOLEAN: True,
}


def make_full(
    specification: Specification,
    items: int = 1,
    samples: Mapping[ValueKind, Any] = SAMPLES,
    extra: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """A valid delivery with every field filled and ``items`` items in each list, as far as its bounds allow.

    Args:
        specification: The standard.
        items: Items in a list; one of which the items must differ gets as few as it may.
        samples: Value of each kind.
        extra: Keys that no standard has, for each object that accepts them.
    """
    return _Maker(specification, samples, items, extra or {}).make(specification.root_type)


def make_random(specification: Specification, chance: random.Random) -> dict[str, Any]:
    """A valid delivery with the required fields and a random part of the others."""
    return _Maker(specification, SAMPLES, 0, {}, chance).make(specification.root_type)


@dataclass(frozen=True, slots=True)
class _Maker:
    specification: Specification
    samples: Mapping[ValueKind, Any]
    items: int
    extra: Mapping[str, Any]
    chance: random.Random | None = None

    def make(self, object_type: ObjectType) -> dict[str, Any]:
        wanted = [a for a in object_type.exchanged_attributes if a.required or self._is_chosen()]
        made = {a.wire_name: self._value(a) for a in wanted}
        return made if object_type.closed else made | self.extra

    def _is_chosen(self) -> bool:
        return self.chance is None or self.chance.random() >= 0.4

    def _value(self, attribute: Attribute) -> Any:
        target = self.specification.target(attribute.range)
        if not attribute.many:
            return self._single(target)
        return [self._single(target) for _ in range(self._count(attribute))]

    def _count(self, attribute: Attribute) -> int:
        wanted = self.items if self.chance is None else self.chance.randint(0, 2)
        highest = wanted if attribute.max_items is None else attribute.max_items
        return max(attribute.min_items, min(wanted, 1 if attribute.unique_items else highest))

    def _single(self, target: Target) -> Any:
        if isinstance(target, ObjectType):
            return self.make(target)
        if isinstance(target, CodeList):
            values = target.values
            return (values[-1] if self.chance is None else self.chance.choice(values)).value
        return self.samples[target.kind]
