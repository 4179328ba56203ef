"""Findings before their place in the file is known, and counting them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ddas.findings import Pointer

__all__ = ["RawFinding", "Tally"]


@dataclass(frozen=True, slots=True)
class RawFinding:
    """What is wrong. ``pointer``: from the record that was looked at, or from the root of the envelope."""

    rule: str
    pointer: Pointer
    label: str
    message: str
    remedy: str


class Tally:
    """Exact totals per rule, and how many of each were kept so far.

    One process looks at its parts of a file in order, so what the first ``cap`` of the file are, is among the first
    ``cap`` of each process.
    """

    def __init__(self, cap: int) -> None:
        self.totals: Counter[str] = Counter()
        self._kept: Counter[str] = Counter()
        self._cap = cap

    def count(self, rule: str) -> bool:
        """Count one finding; whether it is to be kept as well."""
        self.totals[rule] += 1
        if self._cap and self._kept[rule] >= self._cap:
            return False
        self._kept[rule] += 1
        return True

    def take_totals(self) -> Counter[str]:
        """The totals since the last call."""
        totals, self.totals = self.totals, Counter()
        return totals
