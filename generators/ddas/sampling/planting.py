"""Planting mistakes in a share of the records, evenly over the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from ddas.sampling.mistakes import Mistakes
from ddas.sampling.truth import PlantedFault, SampleTruth
from ddas.standard.specification import Specification
from ddas.standard.value_kinds import ValueKind

__all__ = ["MixedFaults", "NoFaults", "Planter", "WrongDates"]


class NoFaults:
    """Leaves every record as it is."""

    def spoil_record(self, record: dict[str, Any], pointer: str, mistakes: Mistakes) -> None:
        """Change the record, or not; ``pointer`` is its place in the document."""

    def spoil_envelope(self, day: str) -> str:
        """A day of the root of the document as it is written."""
        return day

    def truth(self, records: int) -> SampleTruth:
        """What was planted in ``records`` records."""
        return SampleTruth(records=records, faulty=0, findings={}, faults=())


class MixedFaults(NoFaults):
    """One mistake in a share of the records, structural and against a rule in turn, each kind in its turn."""

    def __init__(self, share: float) -> None:
        self._share = share
        self._seen = 0
        self._faults: list[PlantedFault] = []
        self._used: Counter[str] = Counter()

    def spoil_record(self, record: dict[str, Any], pointer: str, mistakes: Mistakes) -> None:
        """Spoil the record, as the class says."""
        seen, self._seen = self._seen, self._seen + 1
        if int((seen + 1) * self._share) == int(seen * self._share):
            return
        kinds = mistakes.structural if len(self._faults) % 2 == 0 else mistakes.rules
        # Least used first, so that kinds that fit few records get their turn when one comes along.
        for mistake in sorted(kinds, key=lambda kind: self._used[kind.rule]):
            place = mistake.plant(record)
            if place is not None:
                self._used[mistake.rule] += 1
                self._faults.append(PlantedFault(pointer=pointer + place, rule=mistake.rule))
                return

    def truth(self, records: int) -> SampleTruth:
        """What was planted in ``records`` records."""
        findings = Counter(fault.rule for fault in self._faults)
        return SampleTruth(
            records=records,
            faulty=len(self._faults),
            findings=dict(sorted(findings.items())),
            faults=tuple(self._faults),
        )


class WrongDates(NoFaults):
    """Every date of the wire is written as ``31-12-2024``; a moment and a text that holds a date are left."""

    def __init__(self, specification: Specification) -> None:
        self._rule = f"{specification.id.code.partition('-')[0].upper()}-S04"
        self._keys = frozenset(_iter_date_keys(specification))
        self._number = 0

    def spoil_record(self, record: dict[str, Any], pointer: str, mistakes: Mistakes) -> None:
        """Spoil the record, as the class says."""
        for key, value in record.items():
            if isinstance(value, dict):
                self.spoil_record(value, pointer, mistakes)
            elif isinstance(value, list):
                for item in value:
                    self.spoil_record(item, pointer, mistakes)
            elif key in self._keys:
                record[key] = self.spoil_envelope(value)

    def spoil_envelope(self, day: str) -> str:
        """The day in the wrong notation."""
        self._number += 1
        year, month, of_month = day.split("-")
        return f"{of_month}-{month}-{year}"

    def truth(self, records: int) -> SampleTruth:
        """What was planted in ``records`` records."""
        return SampleTruth(records=records, faulty=records, findings={self._rule: self._number}, faults=())


Planter = NoFaults
"""Whatever spoils records."""


def _iter_date_keys(specification: Specification) -> Iterable[str]:
    for _, attribute in specification.iter_attributes():
        if attribute.exchanged and specification.target(attribute.range).kind is ValueKind.DATE:
            yield attribute.wire_name
