"""Which findings count and which of them a report keeps: agreed exceptions, count once, most places per rule.

This is the one place that decides and counts. Each process of a check has a keeper for the parts that it sees; that of
the check itself adds up what they counted and keeps, of what they passed on, the first of the whole file.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from ddas.findings import Pointer
from ddas.rules.kinds import counts_once
from ddas.standard.places import find_place
from ddas.standard.specification import Specification
from ddas.validation.suppression import Suppression

__all__ = ["Counts", "Keeper"]


@dataclass(slots=True)
class Counts:
    """``totals``: rule id → exact number of findings; ``suppressed``: number of an exception → what it took away."""

    totals: Counter[str] = field(default_factory=Counter)
    suppressed: Counter[int] = field(default_factory=Counter)


class Keeper:
    """Is told of every finding, in file order; pointers start at the root, their indexes do not matter.

    A process looks at its parts of a file in order. So what the first ``cap`` of the file are, is among the first
    ``cap`` of each process.
    """

    def __init__(self, specification: Specification, suppression: Suppression, cap: int) -> None:
        self.counts = Counts()
        self._specification = specification
        self._suppression = suppression
        self._cap = cap
        self._kept: Counter[str] = Counter()
        self._once = frozenset(r.id for r in specification.rules if counts_once(r))
        self._seen: set[tuple[str, str, str | int, int | None]] = set()

    def take(self, rule: str, pointer: Pointer) -> bool:
        """Count a finding; whether to keep it."""
        exception = self._suppression.find(rule, pointer)
        if rule in self._once and not self._is_first(rule, pointer, exception):
            return False
        if exception is not None:
            self.counts.suppressed[exception] += 1
            return False
        self.counts.totals[rule] += 1
        return self._has_room(rule)

    def pass_on(self, rule: str, pointer: Pointer) -> bool:
        """``take`` for who sees a part of the file: whether to pass it on. What counts once is not counted here."""
        if rule in self._once:
            return self._is_first(rule, pointer, self._suppression.find(rule, pointer))
        return self.take(rule, pointer)

    def take_over(self, rule: str, pointer: Pointer) -> bool:
        """``take`` for a finding that a process passed on, and counted unless it counts once."""
        return self.take(rule, pointer) if rule in self._once else self._has_room(rule)

    def add(self, counts: Counts) -> None:
        """Add what a process counted."""
        self.counts.totals.update(counts.totals)
        self.counts.suppressed.update(counts.suppressed)

    def hand_over(self) -> Counts:
        """What was counted since the last time."""
        counts, self.counts = self.counts, Counts()
        return counts

    def _is_first(self, rule: str, pointer: Pointer, exception: int | None) -> bool:
        """Whether the key was not yet seen at this object type, under the same exception or under none."""
        holder = find_place(self._specification, pointer).object_type
        seen = (rule, holder.name, pointer[-1], exception)
        if seen in self._seen:
            return False
        self._seen.add(seen)
        return True

    def _has_room(self, rule: str) -> bool:
        self._kept[rule] += 1
        return not self._cap or self._kept[rule] <= self._cap
