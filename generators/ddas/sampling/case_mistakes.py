"""Mistakes against rules, from the cases that try the rules: the record of a case replaces one that was drawn.

Only cases are used of which everything that is changed and noticed stands in one record, with the period and the moment
of delivery of the story. The record gets the links of the record that was drawn, and persons of its own.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from ddas.findings import Pointer, format_pointer
from ddas.rules.cases.json_patch import apply_patch, split_pointer
from ddas.sampling.mistakes import Mistake, Record
from ddas.sampling.people import MOST_PERSONS, make_bsn, numbered_postcode
from ddas.sampling.story import Sound
from ddas.standard.places import find_place, iter_objects
from ddas.standard.record_layout import RecordList
from ddas.standard.specification import RuleCase, Specification
from ddas.standard.value_kinds import ValueKind

__all__ = ["rule_mistakes"]

_NUMBER = "Bsn"
_POSTCODE = "Postcode"
_Steps = tuple[str, ...]


def rule_mistakes(
    specification: Specification, part: RecordList, sound: Sound, root: Mapping[str, Any]
) -> tuple[Mistake, ...]:
    """Every failing case that fits in a record of this list. ``root``: of the delivery, as it stands on the wire."""
    maker = _Maker(specification, part, sound, root)
    return tuple(
        mistake
        for rule in specification.rules
        if maker.stays_inside(rule.scopes)
        for case in rule.cases
        if case.places and (mistake := maker.make(rule.id, case)) is not None
    )


@dataclass(frozen=True, slots=True)
class _Cut:
    """A case in as far as it is about one record: the record before and after, and the relative steps."""

    before: Record
    after: Record
    places: tuple[_Steps, ...]
    touched: frozenset[_Steps]


@dataclass(frozen=True, slots=True)
class _Field:
    """A field that says who somebody is: where its object stands, its key, its data type and what it holds."""

    holder: Pointer
    key: str
    range: str
    value: str = field(repr=False)


class _Maker:
    def __init__(self, specification: Specification, part: RecordList, sound: Sound, root: Mapping[str, Any]) -> None:
        self._specification = specification
        self._part = part
        self._examples = {e.name: json.loads(e.content) for e in specification.examples}
        self._root = {k: root[k] for k in _day_keys(specification) if k in root}
        self._numbers = count()
        record_type = specification.object_type(part.object_type)
        fields = record_type.exchanged_attributes if record_type else ()
        self._linked = tuple(a.wire_name for a in fields if a.name in sound.linked)
        self._named = frozenset(a.wire_name for a in fields if a.name in sound.named)
        self._inside = _types_inside(specification, part.object_type)

    def stays_inside(self, scopes: Sequence[str]) -> bool:
        """Whether a rule with these scopes looks at a record, or at something in it, by itself."""
        return not self._inside.isdisjoint(scopes)

    def make(self, rule: str, case: RuleCase) -> Mistake | None:
        """The mistake of a case; None when the case is about more than one record of this list."""
        cut = self._cut(case)
        if cut is None or not self._is_whole(cut.after):
            return None
        if any(not steps or steps[0] in self._named for steps in cut.touched):
            return None
        known = {one.value for one in self._iter_fields(cut.before)}
        fields = [one for one in self._iter_fields(cut.after) if one.value in known]
        pointers = tuple(format_pointer(place) for place in cut.places)

        def plant(drawn: Record) -> tuple[Record, tuple[str, ...]]:
            record = copy.deepcopy(cut.after)
            self._rename(record, fields)
            for key in self._linked:
                _link(record, drawn, key, cut.touched)
            return record, pointers

        once = self._is_recognised(cut.after, known) or any(map(self._is_unknown_key, case.places))
        return Mistake(rule=rule, plant=plant, once=once, apart=True)

    def _cut(self, case: RuleCase) -> _Cut | None:
        example = self._examples.get(case.base)
        if example is None or any(example.get(key) != value for key, value in self._root.items()):
            return None
        patch = json.loads(case.patch)
        places = [split_pointer(place) for place in case.places]
        touched = [split_pointer(step[key]) for step in patch for key in ("path", "from") if key in step]
        length = 2 * len(self._part.path)
        (record, *others) = {steps[:length] for steps in (*places, *touched)}
        if others or len(record) < length or record[::2] != self._part.path:
            return None
        return _Cut(
            before=_at(example, record),
            after=_at(apply_patch(example, patch), record),
            places=tuple(steps[length:] for steps in places),
            touched=frozenset(steps[length:] for steps in touched),
        )

    def _is_whole(self, record: Record) -> bool:
        """Whether all that the wire schema requires is there; else that would be noticed too."""
        return all(
            a.wire_name in visit.value
            for visit in iter_objects(self._specification, record, self._part.object_type)
            for a in visit.object_type.exchanged_attributes
            if a.required
        )

    def _iter_fields(self, record: Record) -> Iterator[_Field]:
        """The filled numbers of persons in a record, and the postcodes in the same objects."""
        for visit in iter_objects(self._specification, record, self._part.object_type):
            ranges = {a.wire_name: a.range for a in visit.object_type.exchanged_attributes}
            if _NUMBER in ranges.values():
                for key, value in visit.value.items():
                    if ranges.get(key) in (_NUMBER, _POSTCODE) and value:
                        yield _Field(visit.pointer, key, ranges[key], str(value))

    def _rename(self, record: Record, fields: Sequence[_Field]) -> None:
        """Give the persons in a record numbers and postcodes that nobody else has; what was the same stays the same."""
        given: dict[str, str] = {}
        for one in fields:
            if one.value not in given:
                number = next(self._numbers)
                is_number = one.range == _NUMBER
                given[one.value] = make_bsn(MOST_PERSONS - 1 - number) if is_number else numbered_postcode(number)
            _at(record, one.holder)[one.key] = given[one.value]

    def _is_unknown_key(self, pointer: str) -> bool:
        """Whether what is noticed is a key that the specification does not know: that is told once a delivery."""
        steps = (int(step) if step.isdigit() else step for step in split_pointer(pointer))
        return find_place(self._specification, tuple(steps)).attribute is None

    def _is_recognised(self, record: Record, known: Collection[str]) -> bool:
        """Whether a person in the record would be the same each time, because the mistake is in what says who it is."""
        by_person: dict[Pointer, dict[str, str]] = {}
        for found in self._iter_fields(record):
            by_person.setdefault(found.holder, {})[found.range] = found.value
        return any(values.get(_NUMBER, values.get(_POSTCODE)) not in known for values in by_person.values())


def _link(record: Record, drawn: Record, key: str, touched: Collection[_Steps]) -> None:
    """Let a field be that of the drawn record; of a list that the case touches, only its other items."""
    own = [steps for steps in touched if steps[:1] == (key,)]
    if key not in drawn:
        return
    if not own:
        record[key] = drawn[key]
    elif isinstance(drawn[key], list) and isinstance(record.get(key), list) and all(len(steps) > 1 for steps in own):
        kept = {int(steps[1]) for steps in own}
        items, others = record[key], drawn[key]
        record[key] = [
            item if index in kept else others[index]
            for index, item in enumerate(items)
            if index in kept or index < len(others)
        ]


def _types_inside(specification: Specification, name: str) -> frozenset[str]:
    """The object type and every one that can stand in it."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        object_type = specification.object_type(waiting.pop())
        if object_type is not None and object_type.name not in found:
            found.add(object_type.name)
            waiting += [a.range for a in object_type.exchanged_attributes]
    return frozenset(found)


def _day_keys(specification: Specification) -> Iterator[str]:
    """Keys of the root that hold a day or a moment."""
    for attribute in specification.root_type.exchanged_attributes:
        if specification.target(attribute.range).kind in (ValueKind.DATE, ValueKind.DATE_TIME):
            yield attribute.wire_name


def _at(value: Any, steps: Sequence[str | int]) -> Any:
    for step in steps:
        value = value[int(step)] if isinstance(value, list) else value[step]
    return value
