"""Planting mistakes in a share of the records, evenly over the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from ddas.sampling.mistakes import Mistake, Record
from ddas.sampling.truth import PlantedFault, SampleTruth
from ddas.standard.places import iter_objects
from ddas.standard.specification import Specification
from ddas.standard.value_kinds import ValueKind

__all__ = ["Drawn", "MixedFaults", "NoFaults", "Planter", "RecordMistakes", "WrongDates"]


class Drawn(NamedTuple):
    """A record as it was drawn, and where it will stand. ``apart``: no other record says something about it."""

    record_type: str
    record: Record
    pointer: str
    apart: bool


class Planter(Protocol):
    """Whatever spoils a delivery while it is written."""

    def spoil_record(self, drawn: Drawn) -> Record:
        """The record, or a spoiled one in its place."""

    def spoil_root(self, root: dict[str, Any]) -> dict[str, Any]:
        """What the delivery says itself, without its leveringen."""

    def truth(self, records: int) -> SampleTruth:
        """What was planted in a delivery of so many records."""


class NoFaults:
    """Leaves everything as it is."""

    def spoil_record(self, drawn: Drawn) -> Record:
        """The record itself."""
        return drawn.record

    def spoil_root(self, root: dict[str, Any]) -> dict[str, Any]:
        """The root itself."""
        return root

    def truth(self, records: int) -> SampleTruth:
        """Nothing was planted."""
        return SampleTruth(records=records, faulty=0, findings={}, faults=())


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordMistakes:
    """What can be planted in one type of record."""

    structural: Sequence[Mistake]
    rules: Sequence[Mistake]


class MixedFaults(NoFaults):
    """One mistake in a share of the records, structural and against a rule in turn, each kind in its turn."""

    def __init__(self, share: float, mistakes: Mapping[str, RecordMistakes]) -> None:
        self._share = share
        self._mistakes = mistakes
        self._seen = 0
        self._planted = 0
        self._faults: list[PlantedFault] = []
        self._used: Counter[str] = Counter()
        self._used_cases: Counter[Mistake] = Counter()

    def spoil_record(self, drawn: Drawn) -> Record:
        """A spoiled record when it is time for one. What fits few records gets its turn when one of these comes."""
        self._seen += 1
        if self._planted >= int(self._seen * self._share):
            return drawn.record
        own = self._mistakes[drawn.record_type]
        first, second = (own.structural, own.rules) if self._planted % 2 == 0 else (own.rules, own.structural)
        for mistake in (*self._in_turn(first), *self._in_turn(second)):
            if (mistake.apart and not drawn.apart) or (mistake.once and self._used_cases[mistake]):
                continue
            planted = mistake.plant(drawn.record)
            if planted is not None:
                spoiled, places = planted
                self._note(mistake, drawn.pointer, places)
                return spoiled
        return drawn.record

    def _in_turn(self, mistakes: Sequence[Mistake]) -> list[Mistake]:
        return sorted(mistakes, key=lambda mistake: (self._used[mistake.rule], self._used_cases[mistake]))

    def _note(self, mistake: Mistake, pointer: str, places: Sequence[str]) -> None:
        self._planted += 1
        self._used[mistake.rule] += 1
        self._used_cases[mistake] += 1
        self._faults += [PlantedFault(pointer=pointer + place, rule=mistake.rule) for place in places]

    def truth(self, records: int) -> SampleTruth:
        """What was planted, place by place."""
        findings = Counter(fault.rule for fault in self._faults)
        return SampleTruth(
            records=records,
            faulty=self._planted,
            findings=dict(sorted(findings.items())),
            faults=tuple(self._faults),
        )


class WrongDates(NoFaults):
    """Every date of the wire is written as ``31-12-2024``; a moment and a text that holds a date are left."""

    def __init__(self, specification: Specification) -> None:
        self._specification = specification
        self._rule = f"{specification.domain.code.upper()}-S04"
        self._keys = {
            object_type.name: frozenset(
                a.wire_name for a in object_type.exchanged_attributes if _is_date(specification, a.range)
            )
            for object_type in specification.exchanged_types
        }
        self._number = 0

    def spoil_record(self, drawn: Drawn) -> Record:
        """The record with all its dates wrong."""
        for visit in iter_objects(self._specification, drawn.record, drawn.record_type):
            self._spoil(visit.object_type.name, visit.value)
        return drawn.record

    def spoil_root(self, root: dict[str, Any]) -> dict[str, Any]:
        """The root with its own dates wrong."""
        self._spoil(self._specification.root, root)
        return root

    def _spoil(self, object_type: str, value: Any) -> None:
        for key in self._keys[object_type] & value.keys():
            year, month, of_month = value[key].split("-")
            value[key] = f"{of_month}-{month}-{year}"
            self._number += 1

    def truth(self, records: int) -> SampleTruth:
        """How many dates are wrong: too many to list."""
        return SampleTruth(records=records, faulty=records, findings={self._rule: self._number}, faults=())


def _is_date(specification: Specification, name: str) -> bool:
    return specification.target(name).kind is ValueKind.DATE
