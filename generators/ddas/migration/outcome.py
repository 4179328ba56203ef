"""What came of a migration: written, with everything that was done, or refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ddas.migration.tally import Kind, ReportLine

__all__ = ["Migration", "Refusal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """A delivery that was written in the newer version.

    Attributes:
        source: Code of the version of the file.
        chosen_by: Why that version, in Dutch.
        target: Code of the version that was written; equal to ``source`` when the file was copied as it is.
        elements: Path of each long list of the newer version → number of elements written.
        changes: What was done, in the order of the steps; empty when copied.
        unused_options: Names given with ``--set`` that were not needed, sorted.
        strays: Paths of keys that the version of the file does not know and another version does.
    """

    source: str
    chosen_by: str
    target: str
    elements: Mapping[str, int]
    changes: tuple[ReportLine, ...]
    unused_options: tuple[str, ...]
    strays: tuple[str, ...]

    def count(self, kind: Kind) -> int:
        """How often this happened, over all steps and paths."""
        return sum(c.count for c in self.changes if c.kind is kind)

    @property
    def has_losses(self) -> bool:
        """Whether something was not carried over."""
        return self.count(Kind.LOST) > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Nothing was written, because of what the file holds.

    ``message``: Dutch, without a value of the delivery. ``needs_person``: parts of a valid delivery lack what the newer
    version wants; somebody who knows them must add it.
    """

    message: str
    needs_person: bool = False
