"""A report as Dutch text for the terminal: by rule, worst first."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ddas.findings import Finding, Level
from ddas.rendering.counting import count_files, count_levels, count_places, in_records
from ddas.rendering.printable import make_printable
from ddas.validation.file_report import ExceptionUse, FileReport
from ddas.validation.rendering.grouping import RuleGroup, group_across, group_by_rule, title_rule
from ddas.validation.rendering.shown import Shown

if TYPE_CHECKING:
    from ddas.validation.report import Report

__all__ = ["PLACES", "render_text"]

PLACES = 3
"""Places shown per rule."""

_VERDICTS = {
    "goed": "Geen fouten gevonden in wat is gecontroleerd.",
    "goed met opmerkingen": "Geen fouten. Bekijk de opmerkingen.",
    "fout": "Dit bestand heeft fouten.",
}


def render_text(report: Report, shown: Shown) -> str:
    """The report as text: per file the rules that fired, worst first, and a verdict; no colours."""
    level = shown.level
    parts = ["\n".join(_iter_file(f, level)) for f in report.files]
    across = group_across(report, level)
    if across:
        parts.append("\n".join(_iter_across(across)))
    if len(report.files) > 1:
        parts.append("\n".join(_iter_summary(report)))
    if report.note:
        parts.append(make_printable(report.note))
    return "\n\n".join(parts) + "\n"


def _iter_file(file: FileReport, level: Level) -> Iterator[str]:
    name = make_printable(file.file)
    if file.standard is None:
        yield f"{name}: {file.chosen_by}."
    else:
        yield f"{name}: gecontroleerd met {file.edition} ({file.chosen_by})."
    groups = group_by_rule(file, level)
    for group in groups:
        yield ""
        yield from _iter_rule(group, name)
    if groups:
        yield ""
    if level is not Level.INFO:
        yield f"Dit verslag laat alleen niveau {level} en hoger zien. Alles is wel geteld."
    if any(group.rule.count > PLACES for group in groups):
        yield f"Meer plekken: ddas validate {_argument(file.file)} --format html --output verslag.html"
    if file.other_version:
        yield (
            f"Tip: {file.other_version} neemt dit bestand wel aan. Is het voor die versie gemaakt? Zet het dan om met: "
            f"ddas migrate {_argument(file.file)} NIEUW.json --to {file.newer.code if file.newer else file.standard}"
        )
    elif file.newer and not file.newer.is_taken:
        yield f"Nieuwer: {file.newer.remark}"
    elif file.newer:
        yield (
            f"Nieuwer: {file.newer.remark} Zet het bestand om, met een verslag van wat er verandert: "
            f"ddas migrate {_argument(file.file)} NIEUW.json --to {file.newer.code}"
        )
    yield from _iter_exceptions(file.exceptions)
    yield from _iter_verdict(file)


def _iter_rule(group: RuleGroup, name: str) -> Iterator[str]:
    rule = group.rule
    yield f"{rule.level.upper()} {rule.id} {make_printable(title_rule(rule))}: {count_places(rule.count)}"
    if group.message:
        yield f"  {make_printable(group.message)}"
    if group.remedy:
        yield f"  Wat te doen: {make_printable(group.remedy)}"
    link = f" of {rule.link}" if rule.link else ""
    yield make_printable(f"  Meer uitleg: {group.command}{link}")
    for finding in group.findings[:PLACES]:
        yield from _iter_place(finding, group, name)
    more = rule.count - len(group.findings[:PLACES])
    if more > 0:
        yield f"  En nog {count_places(more)}."


def _iter_place(finding: Finding, group: RuleGroup, name: str) -> Iterator[str]:
    position = "" if finding.line is None else f":{finding.line}:{finding.column}"
    label = "" if finding.label == group.rule.title else f", {finding.label}"
    yield make_printable(f"  - {finding.place}{label}")
    if not group.message:
        yield f"    {make_printable(finding.message)}"
    if not group.remedy and finding.remedy:
        yield f"    Wat te doen: {make_printable(finding.remedy)}"
    where = f"{make_printable(finding.file) or name}{position}"
    pointer = make_printable(finding.pointer)
    if where or pointer:
        yield f"    {where}" + (f"  {pointer}" if pointer else "")


def _iter_exceptions(exceptions: tuple[ExceptionUse, ...]) -> Iterator[str]:
    for use in exceptions:
        until = f", tot en met {use.until}" if use.until else ""
        if use.status == "gebruikt":
            told = f"{count_places(use.count)} niet meegeteld"
        elif use.status == "ongebruikt":
            told = "niet nodig geweest. Haal de uitzondering weg als dat zo blijft"
        elif use.status == "onbekend":
            told = "deze regel bestaat niet in deze versie. Controleer de code"
        else:
            told = "verlopen, dus niet gebruikt"
        yield make_printable(f"Uitzondering {use.rule} ({use.reason}{until}): {told}.")


def _iter_verdict(file: FileReport) -> Iterator[str]:
    counts = count_levels(file.levels) + in_records(file.records, file.records_word)
    yield f"{_sentence(file.advice)}. {_VERDICTS[file.verdict]} {counts}."
    yield f"Gecontroleerd: {file.checked}"


def _iter_across(groups: tuple[RuleGroup, ...]) -> Iterator[str]:
    yield "Over de bestanden heen:"
    for group in groups:
        yield ""
        yield from _iter_rule(group, "")


def _iter_summary(report: Report) -> Iterator[str]:
    wrong = sum(f.verdict == "fout" for f in report.files)
    yield f"{count_files(len(report.files))} gecontroleerd, {wrong} met fouten."
    for file in report.files:
        yield f"  {_sentence(file.advice)}: {make_printable(file.file)} ({count_levels(file.levels)})"


def _argument(file: str) -> str:
    """The file in a command to copy; a name that cannot be shown becomes ``BESTAND``."""
    return shlex.quote(file) if make_printable(file) == file else "BESTAND"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
