"""What a migration did, counted: by step, kind and path, never with a value of the delivery."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Kind", "ReportLine", "Tally"]

_MOST_PATHS = 1000


class Kind(StrEnum):
    """What happened to a field; in the order of the report."""

    LOST = "lost"
    ROUNDED = "rounded"
    FILLED = "filled"
    NOTED = "noted"
    MAPPED = "mapped"
    MOVED = "moved"
    RENAMED = "renamed"
    CONVERTED = "converted"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """One line of the report.

    Attributes:
        step: Codes of the two versions: ``shv-v0.8 → shv-v0.9``.
        kind: What happened.
        path: Where, as a path of the older version; a key that may be data is left out.
        new_path: Where it went, as a path of the newer version; empty where that says nothing.
        reason: Why, in Dutch.
        count: How often.
    """

    step: str
    kind: Kind
    path: str
    new_path: str
    reason: str
    count: int


class Tally:
    """Counts changes. ``step`` names the pair of versions that counts now."""

    def __init__(self) -> None:
        self.step = ""
        self._counts: dict[tuple[str, Kind, str, str, str], int] = {}

    def add(self, kind: Kind, path: str, *, new_path: str = "", reason: str = "", count: int = 1) -> None:
        """Count a change. From the thousandth path on, paths are no longer told apart: keys can be data too."""
        if not count:
            return
        key = (self.step, kind, path, new_path, reason)
        counts = self._counts
        if key in counts:
            counts[key] += count
            return
        if len(counts) >= _MOST_PATHS:
            key = (self.step, kind, "(andere plaatsen)", "", reason)
        counts[key] = counts.get(key, 0) + count

    def changes(self, steps: Sequence[str]) -> tuple[ReportLine, ...]:
        """All changes: in the order of ``steps``, then of the kinds, then by path."""
        kinds = list(Kind)
        rows = sorted(self._counts.items(), key=lambda r: (steps.index(r[0][0]), kinds.index(r[0][1]), r[0][2:]))
        return tuple(
            ReportLine(step=step, kind=kind, path=path, new_path=new_path, reason=reason, count=count)
            for (step, kind, path, new_path, reason), count in rows
        )
