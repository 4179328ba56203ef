"""What a check found in one file: frozen values, ready to be printed in any form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ddas.findings import Finding, Level

__all__ = ["STUDY_ADVICE", "ExceptionUse", "FileReport", "NewerVersion", "RuleResult"]

STUDY_ADVICE = "alleen een studie, niet om te leveren"
"""What is said of a file of a study without faults."""
_ADVICE = {
    "goed": "klaar om te leveren",
    "goed met opmerkingen": "klaar om te leveren, met opmerkingen",
    "fout": "eerst herstellen",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleResult:
    """A rule that fired in a file. Texts are Dutch; ``explanation`` and ``link`` may be empty.

    Attributes:
        id: As in ``Finding.rule``.
        title: Name of the rule.
        explanation: What the rule means.
        remedy: What to do.
        count: Exact number of findings, from 1.
        shown: How many of them the report keeps; the others are beyond the cap per rule.
    """

    id: str
    title: str
    level: Level
    explanation: str
    remedy: str
    link: str
    count: int
    shown: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExceptionUse:
    """An agreed exception and what came of it in a file.

    Attributes:
        rule: Id of the rule it is for.
        pattern: Pattern of the places for which it holds.
        reason: Why, in the words of who agreed it.
        until: Last day (YYYY-MM-DD) on which it holds; None = no end.
        status: ``gebruikt``, ``ongebruikt``, ``verlopen``, or ``onbekend``: this version has no such rule.
        count: Number of findings that it kept out of the report.
    """

    rule: str
    pattern: str
    reason: str
    until: str | None
    status: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewerVersion:
    """A newer version than that of a file.

    Attributes:
        remark: Dutch sentences: what is known of it and what is different.
        is_taken: Whether deliveries of it are taken already, as far as known.
    """

    code: str
    remark: str
    is_taken: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReport:
    """The findings of one file.

    Attributes:
        file: As the caller named it.
        standard: Code of the standard it was checked against; None when the file was no delivery.
        revision: The revision of that standard, 0 when it has none; None when the file was no delivery.
        chosen_by: Why that standard, in Dutch.
        checked: What was checked, in Dutch.
        other_version: Code of another version that accepts the file, when this one does not; None otherwise.
        newer: The newest version of the domain, when the file was recognised as one of an older; None otherwise.
        findings: In file order; of each rule at most the cap.
        totals: Rule id → exact number of findings, also beyond the cap; sorted by id.
        levels: Level → exact number of findings; all three levels, worst first.
        rules: The rules that fired: worst level first, then by id.
        passed: Id and name of what was checked and did not fire, or only at an agreed exception.
        records: Number of trajectories or signals in the file; None when unknown.
        records_word: What those are called, plural: ``trajecten``.
        exceptions: The agreed exceptions that were looked at.
        is_study: Whether the standard is a study, by which nobody delivers.
    """

    file: str
    standard: str | None
    revision: int | None = None
    chosen_by: str
    checked: str
    other_version: str | None = None
    newer: NewerVersion | None = None
    findings: tuple[Finding, ...]
    totals: Mapping[str, int]
    levels: Mapping[Level, int]
    rules: tuple[RuleResult, ...] = ()
    passed: tuple[tuple[str, str], ...] = ()
    records: int | None = None
    records_word: str = ""
    exceptions: tuple[ExceptionUse, ...] = ()
    is_study: bool = False

    @property
    def edition(self) -> str:
        """The standard with its revision, when it has one: ``shv-v1.0 revisie 3``; ``geen`` without a standard."""
        name = self.standard or "geen"
        return f"{name} revisie {self.revision}" if self.revision else name

    def has_at_least(self, level: Level) -> bool:
        """Whether a finding of this level or worse was made."""
        return any(count and found.weight >= level.weight for found, count in self.levels.items())

    def without_lines(self) -> FileReport:
        """The same for a delivery that had no lines of its own, such as a decoded document."""
        return replace(self, findings=tuple(replace(f, line=None, column=None) for f in self.findings))

    @property
    def verdict(self) -> str:
        """``goed`` (nothing found), ``goed met opmerkingen`` (no faults) or ``fout``."""
        if self.levels[Level.ERROR]:
            return "fout"
        return "goed met opmerkingen" if any(self.levels.values()) else "goed"

    @property
    def advice(self) -> str:
        """The verdict as what to do: ``klaar om te leveren`` (with or without remarks) or ``eerst herstellen``.

        A file of a study is never ready: nobody takes it.
        """
        if self.is_study and self.verdict != "fout":
            return STUDY_ADVICE
        return _ADVICE[self.verdict]
