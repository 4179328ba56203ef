"""A report as Dutch text for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from ddas.findings import Finding, Level
from ddas.report import FileReport, Report

__all__ = ["render_text"]

_VERDICTS = {
    "goed": "Geen fouten gevonden in wat is gecontroleerd.",
    "goed met opmerkingen": "Geen fouten. Bekijk de opmerkingen.",
    "fout": "Niet in orde: herstel eerst de fouten.",
}


def render_text(report: Report, level: Level) -> str:
    """The report as text: per file a heading, the findings in file order and a verdict."""
    parts = ["\n".join(_iter_lines(f, level)) for f in report.files]
    if len(report.files) > 1:
        wrong = sum(f.verdict == "fout" for f in report.files)
        parts.append(f"{len(report.files)} bestanden gecontroleerd, {wrong} met fouten.")
    return "\n\n".join(parts) + "\n"


def _iter_lines(file: FileReport, level: Level) -> Iterator[str]:
    if file.standard is None:
        yield f"{file.file}: {file.chosen_by}."
    else:
        yield f"{file.file}: gecontroleerd met {file.standard} ({file.chosen_by})."
    shown = [f for f in file.findings if f.level.weight >= level.weight]
    for finding in shown:
        yield ""
        yield from _iter_finding(file.file, finding)
    if shown:
        yield ""
    hidden = sum(file.totals.values()) - len(file.findings)
    if hidden:
        yield f"Nog {_number(hidden)} bevindingen van dezelfde soort zijn niet getoond (zie --max-per-rule)."
    if file.other_version:
        yield (
            f"Tip: {file.other_version} neemt dit bestand wel aan. Is het voor die versie gemaakt? Zet het dan om met: "
            f"ddas migrate {file.file} NIEUW.json --to {file.standard}"
        )
    yield f"{_VERDICTS[file.verdict]} {_counts(file)}"
    yield f"Gecontroleerd: {file.checked}"


def _iter_finding(file: str, finding: Finding) -> Iterator[str]:
    position = "" if finding.line is None else f":{finding.line}:{finding.column}"
    yield f"{finding.level.upper()} {finding.rule} {finding.label} ({finding.place})"
    yield f"  {finding.message}"
    yield f"  Wat te doen: {finding.remedy}"
    yield f"  Plek: {file}{position}" + (f"  {finding.pointer}" if finding.pointer else "")


def _counts(file: FileReport) -> str:
    names = {
        Level.ERROR: ("fout", "fouten"),
        Level.WARNING: ("waarschuwing", "waarschuwingen"),
        Level.INFO: ("info",) * 2,
    }
    return ", ".join(f"{_number(n)} {names[level][n != 1]}" for level, n in file.levels.items()) + "."


def _number(count: int) -> str:
    return f"{count:,}".replace(",", ".")
