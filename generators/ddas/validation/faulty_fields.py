"""Which fields are structurally wrong, by the names that rules use: a rule is silent about what it cannot read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from ddas.findings import Pointer
from ddas.standard.places import find_place
from ddas.standard.specification import Rule, Specification

__all__ = ["FaultyFields", "FaultyPlaces", "Spots"]

_MOST_PLACES = 10_000
"""Unknown keys can make any number of places; no more than this are remembered."""


class Spots:
    """Some objects of one delivery; asks about one of them cost no more when there are many."""

    __slots__ = ("_above", "_objects")

    def __init__(self, objects: Iterable[Pointer]) -> None:
        self._objects = set(objects)
        self._above: set[Pointer] | None = None

    def touch(self, pointer: Pointer) -> bool:
        """Whether one of the objects is the same as this one, holds it, or is held by it."""
        objects = self._objects
        if self._above is None:
            self._above = {held[:end] for held in objects for end in range(len(held))}
        return pointer in self._above or any(pointer[:end] in objects for end in range(len(pointer) + 1))


class FaultyPlaces:
    """The faults of one record by ``ObjectType``, ``ObjectType.attribute`` or ``ObjectType.`` (something that holds
    such an object): at each the objects that hold the fault.
    """

    __slots__ = ("_objects", "_spots")

    def __init__(self, objects: Mapping[str, Collection[Pointer]]) -> None:
        self._objects = objects
        self._spots: dict[str, Spots] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._objects

    def touch(self, name: str, holder: Pointer) -> bool:
        """Whether there is such a fault at the same spot as an object."""
        spots = self._spots.get(name)
        if spots is None:
            spots = self._spots[name] = Spots(self._objects[name])
        return spots.touch(holder)


class FaultyFields:
    """Knows of every place in a record which names stand for it; looks each up once."""

    def __init__(self, specification: Specification, prefix: Pointer) -> None:
        self._specification = specification
        self._prefix = prefix
        self._known: dict[tuple[str, ...], frozenset[str]] = {}
        self._by_pointer: dict[Pointer, frozenset[str]] = {}
        self._fields: dict[str, tuple[str, ...]] = {}

    def index(self, faulty: Collection[Pointer]) -> FaultyPlaces:
        """The faults of one record by name."""
        places: dict[str, list[Pointer]] = {}
        for pointer in faulty:
            for name in self._names_of(pointer):
                places.setdefault(name, []).append(pointer[:-1])
        return FaultyPlaces(places)

    def reads_any(self, rule: Rule, places: FaultyPlaces, holder: Pointer | None = None) -> bool:
        """Whether a rule reads a field that is wrong, that holds what is wrong, or that stands in what is wrong.

        ``holder``: only what is at the same spot as this object counts; None: anything in the record.
        """
        return any(name in places and (holder is None or places.touch(name, holder)) for name in self._fields_of(rule))

    def is_known(self, pointer: Pointer) -> bool:
        """Whether a place is an object or a field that the standard knows; the record itself is."""
        return not pointer or bool(self._names_of(pointer))

    def _fields_of(self, rule: Rule) -> tuple[str, ...]:
        known = self._fields.get(rule.id)
        if known is None:
            types = dict.fromkeys(f"{f.partition('.')[0]}." for f in rule.fields)
            known = self._fields[rule.id] = (*rule.fields, *types)
        return known

    def _names_of(self, pointer: Pointer) -> frozenset[str]:
        """Of the field at the place and those that it stands in, its object type, and the type of what stands there.

        Empty for an unknown key, which no rule on fields reads.
        """
        names = self._by_pointer.get(pointer)
        if names is None:
            names = self._names_by_steps(tuple([step for step in pointer if isinstance(step, str)]))
            if len(self._by_pointer) < _MOST_PLACES:
                self._by_pointer[pointer] = names
        return names

    def _names_by_steps(self, steps: tuple[str, ...]) -> frozenset[str]:
        known = self._known.get(steps)
        if known is None:
            names: set[str] = set()
            place = None
            for end in range(1, len(steps) + 1):
                place = find_place(self._specification, (*self._prefix, *steps[:end]))
                if place.attribute is not None:
                    names.add(f"{place.object_type.name}.{place.attribute.name}")
            if place is None or place.attribute is None:
                names = set()
            else:
                names |= {place.object_type.name, f"{place.attribute.range}."}
            known = frozenset(names)
            if len(self._known) < _MOST_PLACES:
                self._known[steps] = known
        return known
