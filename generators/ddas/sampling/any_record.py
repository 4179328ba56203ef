"""A delivery of a standard for which there is no story: fields filled at random, with values of their types.

What the wire schema asks is there; what stands in different fields need not fit together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from ddas.errors import DdasError
from ddas.sampling.choices import Choices, iso_day
from ddas.sampling.people import COMPANIES, MUNICIPALITIES, house_number, make_bsn, postcode
from ddas.sampling.story import Part, Records, Sound
from ddas.sampling.teller import Teller, Told
from ddas.standard.record_layout import RecordList, layout_of
from ddas.standard.specification import Attribute, CodeList, DataType, ObjectType
from ddas.standard.value_kinds import ValueKind

__all__ = ["AnyRecords"]

_FIRST = date(2024, 1, 1).toordinal()
_LAST = date(2025, 6, 30).toordinal()
_DEEPEST = 6
_WORDS = ("Verzonnen tekst", "Voorbeeld", "Bedacht", "Proef")
_PERSONS = 1_000_000

_BY_NAME: Mapping[str, Callable[[Choices], Any]] = {
    "Bsn": lambda choices: make_bsn(choices.below(_PERSONS)),
    "Gemeentecode": lambda choices: choices.pick(MUNICIPALITIES)[0],
    "GemeentecodeTraject": lambda choices: choices.pick(MUNICIPALITIES)[0],
    "KvkNummer": lambda choices: choices.pick(COMPANIES)[1],
    "Postcode": postcode,
    "TekstAN5": house_number,
}
"""Data types that the domains share and whose values have a form of their own."""

_BY_KIND: Mapping[ValueKind, Callable[[Choices], Any] | None] = {
    ValueKind.TEXT: None,
    ValueKind.EMAIL: lambda choices: f"proef{choices.below(1000)}@verzonnen.example",
    ValueKind.DATE: lambda choices: iso_day(choices.between(_FIRST, _LAST)),
    ValueKind.DATE_TIME: lambda choices: f"{iso_day(choices.between(_FIRST, _LAST))}T09:30:00+02:00",
    ValueKind.WHOLE_NUMBER: lambda choices: choices.between(1, 1000),
    ValueKind.BOOLEAN: lambda choices: choices.chance(0.5),
}
"""None for a text: what may stand there differs per field."""


class AnyRecords:
    """Draws what a specification allows."""

    def __init__(self, teller: Teller) -> None:
        self._specification = teller.specification
        self._layout = layout_of(teller.specification)
        if not self._layout.lists:
            raise DdasError("Deze standaard heeft geen lijst met onderdelen. Kies een andere standaard.")

    @property
    def sound(self) -> Mapping[str, Sound]:
        """Every single value of a record itself, and all that must be there."""
        return {part.object_type: self._sound(part) for part in self._layout.lists}

    def _sound(self, part: RecordList) -> Sound:
        fields = self._type(part.object_type).exchanged_attributes
        single = [a for a in fields if not a.many and self._specification.object_type(a.range) is None]
        return Sound(values=tuple(a.name for a in single), required=tuple(a.name for a in fields if a.required))

    def root(self) -> Told:
        """The fields of the root."""
        return self._make(self._specification.root_type, Choices(0), 1, self._long_lists())

    def iter_parts(self, sizes: tuple[int, ...], seed: int) -> Iterator[Part]:
        """Parts with so many records in the list by which the domain is known, and a few in every other."""
        choices = Choices(seed)
        holder = self._holder()
        for number, size in enumerate(sizes):
            told = self._make(holder, choices, 1, self._long_lists()) if self._layout.holder_path else {}
            yield Part(
                told=told,
                lists={
                    part.name: self._iter_records(part, Choices(abs(seed) * 1000 + number * 10 + index), size)
                    for index, part in enumerate(self._layout.lists)
                },
            )

    def _iter_records(self, part: RecordList, choices: Choices, size: int) -> Records:
        main = part.path[-1] == self._specification.domain.listing or len(self._layout.lists) == 1
        record_type = self._type(part.object_type)
        for _ in range(size if main else min(size, 3)):
            yield self._make(record_type, choices, 1, frozenset()), True

    def _make(self, object_type: ObjectType, choices: Choices, depth: int, without: frozenset[str]) -> Told:
        asked = {a.name for a in object_type.exchanged_attributes if a.required}
        banned = set(without)
        if object_type.alternatives:
            way = choices.pick(object_type.alternatives)
            asked.update(way.required)
            banned.update(way.absent)
        told: Told = {}
        for attribute in object_type.exchanged_attributes:
            wanted = attribute.name in asked or (depth < _DEEPEST and choices.chance(0.8))
            if wanted and attribute.name not in banned:
                told[attribute.name] = self._value(attribute, choices, depth)
        return told

    def _value(self, attribute: Attribute, choices: Choices, depth: int) -> Any:
        if not attribute.many:
            return self._single(attribute, choices, depth)
        most = max(attribute.min_items, attribute.max_items or 3)
        items = [
            self._single(attribute, choices, depth) for _ in range(choices.between(max(attribute.min_items, 1), most))
        ]
        if attribute.unique_items:
            items = [item for index, item in enumerate(items) if item not in items[:index]]
        return items

    def _single(self, attribute: Attribute, choices: Choices, depth: int) -> Any:
        target = self._specification.target(attribute.range)
        if isinstance(target, CodeList):
            return choices.pick(target.values).value
        if isinstance(target, DataType):
            return self._scalar(attribute, target, choices)
        return self._make(target, choices, depth + 1, frozenset())

    def _scalar(self, attribute: Attribute, data_type: DataType, choices: Choices) -> Any:
        draw = _BY_NAME.get(data_type.name) or _BY_KIND[data_type.kind]
        if draw is not None:
            return draw(choices)
        known = self._specification.code_list(data_type.code_list or "")
        if known is not None:
            return choices.pick(known.values).value
        return choices.pick(attribute.examples or _WORDS)[: data_type.length]

    def _type(self, name: str) -> ObjectType:
        found = self._specification.object_type(name)
        if found is None:
            raise KeyError(name)
        return found

    def _holder(self) -> ObjectType:
        if not self._layout.holder_path:
            return self._specification.root_type
        (key,) = self._layout.holder_path
        lists = self._specification.root_type.exchanged_attributes
        return self._type(next(a.range for a in lists if a.wire_name == key))

    def _long_lists(self) -> frozenset[str]:
        """Names of the lists that are written record by record, and of the list that holds them."""
        keys = {part.path[-1] for part in self._layout.lists} | set(self._layout.holder_path)
        own = (*self._specification.root_type.exchanged_attributes, *self._holder().exchanged_attributes)
        return frozenset(a.name for a in own if a.wire_name in keys)
