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
    every_way: bool = False,
) -> dict[str, Any]:
    """A valid delivery with every field filled and ``items`` items in each list, as far as its bounds allow.

    Args:
        specification: The standard.
        items: Items in a list; one of which the items must differ gets as few as it may.
        samples: Value of each kind.
        extra: Keys that no standard has, for each object that accepts them.
        every_way: Of an object that may be filled in several ways, one item for each of them.
    """
    return _Maker(specification, samples, items, extra or {}, every_way).make(specification.root_type)


def make_random(specification: Specification, chance: random.Random) -> dict[str, Any]:
    """A valid delivery with the required fields and a random part of the others."""
    return _Maker(specification, SAMPLES, 0, {}, chance=chance).make(specification.root_type)


@dataclass(frozen=True, slots=True)
class _Maker:
    specification: Specification
    samples: Mapping[ValueKind, Any]
    items: int
    extra: Mapping[str, Any]
    every_way: bool = False
    chance: random.Random | None = None

    def make(self, object_type: ObjectType, way: int | None = None) -> dict[str, Any]:
        wanted = [a for a in object_type.exchanged_attributes if a.required or self._is_chosen()]
        made = {a.wire_name: self._value(a, way) for a in wanted}
        if object_type.alternatives:
            self._fill_in_one_way(object_type, made, way)
        return made if object_type.closed else made | self.extra

    def _fill_in_one_way(self, object_type: ObjectType, made: dict[str, Any], number: int | None) -> None:
        """In the way of this number, in the way that leaves most fields, or in a random one."""
        ways = object_type.alternatives
        if number is not None:
            way = ways[min(number, len(ways) - 1)]
        else:
            way = min(ways, key=lambda a: len(a.absent)) if self.chance is None else self.chance.choice(ways)
        size_of = {exact.attribute: exact.characters for exact in way.lengths}
        for attribute in object_type.exchanged_attributes:
            if attribute.name in way.absent:
                made.pop(attribute.wire_name, None)
            elif attribute.name in size_of:
                made[attribute.wire_name] = "1" * size_of[attribute.name]
            elif attribute.name in way.required and attribute.wire_name not in made:
                made[attribute.wire_name] = self._value(attribute)

    def _is_chosen(self) -> bool:
        return self.chance is None or self.chance.random() >= 0.4

    def _value(self, attribute: Attribute, way: int | None = None) -> Any:
        target = self.specification.target(attribute.range)
        if not attribute.many:
            return self._single(target, way)
        ways = self._count_ways(target) if self.every_way else 0
        if ways:
            return [self._single(target, number % ways) for number in range(max(ways, self._count(attribute)))]
        return [self._single(target) for _ in range(self._count(attribute))]

    def _count_ways(self, target: Target) -> int:
        """How many items are needed to fill an object in it or below it in each of its ways."""
        if not isinstance(target, ObjectType):
            return 0
        targets = (self.specification.target(a.range) for a in target.exchanged_attributes if not a.many)
        return max(len(target.alternatives), *(self._count_ways(inside) for inside in targets), 0)

    def _count(self, attribute: Attribute) -> int:
        wanted = self.items if self.chance is None else self.chance.randint(0, 2)
        highest = wanted if attribute.max_items is None else attribute.max_items
        return max(attribute.min_items, min(wanted, 1 if attribute.unique_items else highest))

    def _single(self, target: Target, way: int | None = None) -> Any:
        if isinstance(target, ObjectType):
            ways = self._count_ways(target)
            return self.make(target, None if way is None or not ways else min(way, ways - 1))
        if isinstance(target, CodeList):
            values = target.values
            return (values[-1] if self.chance is None else self.chance.choice(values)).value
        return self.samples[target.kind]
