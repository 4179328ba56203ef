"""What is known to be wrong in a delivery that was made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["PlantedFault", "SampleTruth"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlantedFault:
    """One mistake. ``pointer``: JSON Pointer of the place where it is noticed; ``rule``: id of what notices it.

    ``SHV-S04`` and the like are structural; every other id is a rule of the version.
    """

    pointer: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleTruth:
    """What a delivery holds.

    Attributes:
        records: Trajectories or early signals in the file.
        faulty: How many have a mistake; a case with early signals counts as one too.
        findings: Number of mistakes by id of what notices them; empty for a valid delivery.
        faults: Every planted mistake, in no particular order; empty when all dates are wrong (too many to list).
    """

    records: int
    faulty: int
    findings: Mapping[str, int]
    faults: tuple[PlantedFault, ...]
