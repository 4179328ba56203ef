"""Small deliveries made from a specification: as little as the wire schema asks, and a way to one field."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ddas.standard.specification import Alternative, Attribute, CodeList, ObjectType, Specification
from ddas.standard.value_kinds import SINGLE_KINDS, TEXT_KINDS, ValueKind
from ddas.standard.wire_tree import Steps

__all__ = ["DeliveryMaker", "find_field"]

_VALUES: Mapping[ValueKind, Callable[[int], Any]] = {
    ValueKind.TEXT: lambda n: f"Voorbeeld {n + 1}" if n else "Voorbeeld",
    ValueKind.EMAIL: lambda n: f"voorbeeld{n + 1 if n else ''}@example.org",
    ValueKind.DATE: lambda n: f"2025-01-{n % 28 + 1:02}",
    ValueKind.DATE_TIME: lambda n: f"2025-01-{n % 28 + 1:02}T00:00:00Z",
    ValueKind.WHOLE_NUMBER: lambda n: n + 1,
    ValueKind.BOOLEAN: lambda n: n % 2 == 0,
}
"""The value with a number, 0 first: those of a list are different as far as their kind leaves room."""


class DeliveryMaker:
    """Makes deliveries of ``source`` from keys that it knows.

    What ``target`` requires as well is filled where ``source`` knows it, so that a delivery breaks on as few other
    points as possible.
    """

    def __init__(self, source: Specification, target: Specification) -> None:
        self._source = source
        self._target = target

    def reach(self, steps: Steps) -> tuple[dict[str, Any], dict[str, Any]] | None:
        """The smallest delivery that has the object in which ``steps`` end.

        Returns:
            The delivery, and the object inside it that can hold the last key; None when no delivery gets there.
        """
        here: ObjectType | None = self._source.root_type
        there: ObjectType | None = self._target.root_type
        document = self._object(self._source.root_type, there, ())
        inside = document
        for step in steps[:-1]:
            attribute = _find(here, step)
            if here is None or attribute is None:
                return None
            twin = _find(there, step)
            here = self._source.object_type(attribute.range)
            there = self._target.object_type(twin.range) if twin else None
            if step not in inside or inside[step] == []:
                inside[step] = self.value(attribute, twin, at_least=1)
            if inside[step] == []:
                return None
            inside = inside[step][0] if attribute.many else inside[step]
        if here is not None and here.alternatives:
            self._choose_way(inside, here, there, steps[-1])
        return document, inside

    def iter_fillings(self, steps: Steps) -> Iterator[dict[str, Any]]:
        """Deliveries in which the object at ``steps`` is filled as little as can be, with one field more, with all."""
        attributes = self._attributes_at(steps)
        for names in ((), *((a.wire_name,) for a in attributes), tuple(a.wire_name for a in attributes)):
            reached = self.reach((*steps, names[0] if len(names) == 1 else ""))
            if reached is None:
                return
            for attribute in attributes:
                if attribute.wire_name in names:
                    reached[1].setdefault(attribute.wire_name, self.value(attribute))
            yield reached[0]

    def _attributes_at(self, steps: Steps) -> tuple[Attribute, ...]:
        if not steps:
            return self._source.root_type.exchanged_attributes
        attribute = find_field(self._source, steps)
        held = self._source.object_type(attribute.range) if attribute is not None else None
        return held.exchanged_attributes if held is not None else ()

    def value(self, attribute: Attribute, twin: Attribute | None = None, at_least: int = 0) -> Any:
        """A value of a field that ``source`` accepts, and ``twin`` of the target too where that can be."""
        return self._value(attribute, twin, at_least, ())

    def items(self, attribute: Attribute, twin: Attribute | None, number: int) -> list[Any]:
        """``number`` different items of a list field."""
        items = [self.item(attribute, twin) for _ in range(number)]
        return [self._vary(item, attribute, index) for index, item in enumerate(items)]

    def item(self, attribute: Attribute, twin: Attribute | None) -> Any:
        """One item of a list field."""
        return self._single(attribute, twin, ())

    def _object(self, here: ObjectType, there: ObjectType | None, above: tuple[str, ...]) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for attribute in here.exchanged_attributes:
            twin = _find(there, attribute.wire_name)
            wanted = attribute.required or (twin is not None and twin.required)
            if wanted and (attribute.required or attribute.range not in above):
                result[attribute.wire_name] = self._value(attribute, twin, 0, (*above, here.name))
        self._choose_way(result, here, there)
        return result

    def _choose_way(
        self, value: dict[str, Any], here: ObjectType, there: ObjectType | None, key: str | None = None
    ) -> None:
        """Fill the object in one of the ways that ``here`` allows, best one that leaves room for ``key`` and that the
        target knows; without such a condition in a way of the target, where all of it is known here."""
        known = {a.wire_name: a for a in here.exchanged_attributes}
        owner = here if here.alternatives else there
        if owner is None:
            return
        ways = [a for a in owner.alternatives if {owner.wire_name_of(n) for n in a.required} <= known.keys()]
        if not ways:
            return

        def strangeness(way: Alternative) -> tuple[bool, int]:
            names = {owner.wire_name_of(n) for n in way.required}
            return key in {owner.wire_name_of(n) for n in way.absent}, sum(_find(there, n) is None for n in names)

        way = min(ways, key=strangeness)
        size_of = {e.attribute: e.characters for e in way.lengths}
        for name in way.required:
            wire_name = owner.wire_name_of(name)
            made = self._value(known[wire_name], _find(there, wire_name), 0, (here.name,))
            value[wire_name] = "1" * size_of[name] if name in size_of else made
        for name in way.absent if here.alternatives else ():
            value.pop(owner.wire_name_of(name), None)

    def _value(self, attribute: Attribute, twin: Attribute | None, at_least: int, above: tuple[str, ...]) -> Any:
        if not attribute.many:
            return self._single(attribute, twin, above)
        number = max(at_least, attribute.min_items, twin.min_items if twin is not None and twin.many else 0)
        if attribute.max_items is not None:
            number = min(number, attribute.max_items)
        items = [self._single(attribute, twin, above) for _ in range(number)]
        return [self._vary(item, attribute, index) for index, item in enumerate(items)]

    def _single(self, attribute: Attribute, twin: Attribute | None, above: tuple[str, ...]) -> Any:
        held = self._source.target(attribute.range)
        wanted = self._target.target(twin.range) if twin else None
        if isinstance(held, ObjectType):
            if attribute.range in above:
                return {}
            return self._object(held, wanted if isinstance(wanted, ObjectType) else None, above)
        accepted = [v.value for v in wanted.values] if isinstance(wanted, CodeList) else []
        if isinstance(held, CodeList):
            values = [v.value for v in held.values]
            return next((v for v in values if v in accepted), values[0])
        if held.kind is not ValueKind.TEXT or wanted is None:
            return _VALUES[held.kind](0)
        if accepted:
            return accepted[0]
        return _VALUES[wanted.kind if wanted.kind in TEXT_KINDS & SINGLE_KINDS else ValueKind.TEXT](0)

    def _vary(self, item: Any, attribute: Attribute, index: int) -> Any:
        """A copy of an item that differs from those with another index, where its type leaves room."""
        if index == 0:
            return item
        held = self._source.target(attribute.range)
        if isinstance(held, ObjectType):
            plain = next((a for a in held.exchanged_attributes if self._can_vary(a)), None)
            if plain is None:
                return item
            return {**item, plain.wire_name: _VALUES[self._source.target(plain.range).kind](index)}
        if isinstance(held, CodeList):
            return held.values[index % len(held.values)].value
        return _VALUES[held.kind](index)

    def _can_vary(self, attribute: Attribute) -> bool:
        kind = self._source.target(attribute.range).kind
        return not attribute.many and kind in SINGLE_KINDS and kind is not ValueKind.BOOLEAN


def find_field(specification: Specification, steps: Steps) -> Attribute | None:
    """The field to which the keys lead, or None."""
    object_type: ObjectType | None = specification.root_type
    attribute = None
    for step in steps:
        attribute = _find(object_type, step)
        object_type = None if attribute is None else specification.object_type(attribute.range)
    return attribute


def _find(object_type: ObjectType | None, key: str) -> Attribute | None:
    if object_type is None:
        return None
    return object_type.by_wire_name(key)
