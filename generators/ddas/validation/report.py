"""What a check of deliveries found: a frozen value that gives itself in any form."""

from __future__ import annotations

from dataclasses import dataclass

from ddas.findings import Finding, Level
from ddas.validation.file_report import FileReport, RuleResult
from ddas.validation.rendering import Shown, render

__all__ = ["Report"]


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
        return render("json", self, Shown(level=level))

    def to_sarif(self, level: Level = Level.INFO) -> str:
        """As SARIF 2.1.0, for editors and build systems. ``level``: leave out what is milder."""
        return render("sarif", self, Shown(level=level))

    def to_html(self, level: Level = Level.INFO) -> str:
        """As one HTML page in Dutch, without scripts. ``level``: leave out what is milder."""
        return render("html", self, Shown(level=level))

    def to_text(self, level: Level = Level.INFO) -> str:
        """As Dutch text for a terminal. ``level``: leave out what is milder."""
        return render("text", self, Shown(level=level))

    def to_junit(self, level: Level = Level.INFO, *, fail_on: Level = Level.ERROR) -> str:
        """As JUnit XML, for build systems. ``level``: leave out what is milder; ``fail_on``: from here a rule fails."""
        return render("junit", self, Shown(level=level, fail_on=fail_on))

    def exit_code(self, fail_on: Level) -> int:
        """0 when nothing of this level or worse was found, in a file or over the files, else 1."""
        in_files = any(f.has_at_least(fail_on) for f in self.files)
        return int(in_files or any(f.level.weight >= fail_on.weight for f in self.across))
