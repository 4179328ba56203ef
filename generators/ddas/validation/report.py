"""What a check of deliveries found: frozen values, ready to be printed in any form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ddas.findings import Finding, Level
from ddas.validation.rendering import Shown
from ddas.validation.rendering import render as _render

__all__ = ["ExceptionUse", "FileReport", "Report", "RuleResult"]

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
        rules: The rules that fired: worst level first, then by id.
        passed: Id and name of what was checked and did not fire, or only at an agreed exception.
        records: Number of trajectories or signals in the file; None when unknown.
        records_word: What those are called, plural: ``trajecten``.
        exceptions: The agreed exceptions that were looked at.
    """

    file: str
    standard: str | None
    chosen_by: str
    checked: str
    other_version: str | None = None
    findings: tuple[Finding, ...]
    totals: Mapping[str, int]
    levels: Mapping[Level, int]
    rules: tuple[RuleResult, ...] = ()
    passed: tuple[tuple[str, str], ...] = ()
    records: int | None = None
    records_word: str = ""
    exceptions: tuple[ExceptionUse, ...] = ()

    def has_at_least(self, level: Level) -> bool:
        """Whether a finding of this level or worse was made."""
        return any(count and found.weight >= level.weight for found, count in self.levels.items())

    @property
    def verdict(self) -> str:
        """``goed`` (nothing found), ``goed met opmerkingen`` (no faults) or ``fout``."""
        if self.levels[Level.ERROR]:
            return "fout"
        return "goed met opmerkingen" if any(self.levels.values()) else "goed"

    @property
    def advice(self) -> str:
        """The verdict as what to do: ``klaar om te leveren`` (with or without remarks) or ``eerst herstellen``."""
        return _ADVICE[self.verdict]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All files of one check, in the order asked; no text in it holds a value of a delivery.

    Attributes:
        across: Findings that only show when the files are laid side by side.
        across_rules: The rules of those findings.
        note: A remark on the whole check, in Dutch; may be empty.
    """

    files: tuple[FileReport, ...]
    across: tuple[Finding, ...] = ()
    across_rules: tuple[RuleResult, ...] = ()
    note: str = ""

    def to_json(self, level: Level = Level.INFO) -> str:
        """As JSON for a program; the form is fixed in ``report.schema.json``. ``level``: leave out what is milder."""
        return _render("json", self, Shown(level=level))

    def to_sarif(self, level: Level = Level.INFO) -> str:
        """As SARIF 2.1.0, for editors and build systems. ``level``: leave out what is milder."""
        return _render("sarif", self, Shown(level=level))

    def to_html(self, level: Level = Level.INFO) -> str:
        """As one HTML page in Dutch, without scripts. ``level``: leave out what is milder."""
        return _render("html", self, Shown(level=level))

    def to_text(self, level: Level = Level.INFO) -> str:
        """As Dutch text for a terminal. ``level``: leave out what is milder."""
        return _render("text", self, Shown(level=level))

    def to_junit(self, level: Level = Level.INFO, *, fail_on: Level = Level.ERROR) -> str:
        """As JUnit XML, for build systems. ``level``: leave out what is milder; ``fail_on``: from here a rule fails."""
        return _render("junit", self, Shown(level=level, fail_on=fail_on))

    def exit_code(self, fail_on: Level) -> int:
        """0 when nothing of this level or worse was found, in a file or over the files, else 1."""
        in_files = any(f.has_at_least(fail_on) for f in self.files)
        return int(in_files or any(f.level.weight >= fail_on.weight for f in self.across))
