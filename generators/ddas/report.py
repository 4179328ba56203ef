"""What a check of deliveries found: frozen values, ready to be printed in any form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ddas.findings import Finding, Level

__all__ = ["FileReport", "Report"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReport:
    """The findings of one file.

    Attributes:
        file: As the caller named it.
        standard: Code of the standard it was checked against; None when the file was no delivery.
        chosen_by: Why that standard, in Dutch.
        checked: What was checked, in Dutch.
        other_version: Code of another version that accepts the file, when this one does not; None otherwise.
        findings: In file order; of each rule at most the cap.
        totals: Rule id → exact number of findings, also beyond the cap; sorted by id.
        levels: Level → exact number of findings; all three levels, worst first.
    """

    file: str
    standard: str | None
    chosen_by: str
    checked: str
    other_version: str | None = None
    findings: tuple[Finding, ...]
    totals: Mapping[str, int]
    levels: Mapping[Level, int]

    def has_at_least(self, level: Level) -> bool:
        """Whether a finding of this level or worse was made."""
        return any(count and found.weight >= level.weight for found, count in self.levels.items())

    @property
    def verdict(self) -> str:
        """``goed`` (nothing found), ``goed met opmerkingen`` (no faults) or ``fout``."""
        if self.levels[Level.ERROR]:
            return "fout"
        return "goed met opmerkingen" if any(self.levels.values()) else "goed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All files of one check, in the order asked."""

    files: tuple[FileReport, ...]

    def exit_code(self, fail_on: Level) -> int:
        """0 when no file has a finding at this level or worse, else 1."""
        return int(any(f.has_at_least(fail_on) for f in self.files))
