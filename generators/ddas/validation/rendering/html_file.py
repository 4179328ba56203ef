"""A file in the HTML report: verdict, facts, numbers, rules and exceptions."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from ddas.findings import Level
from ddas.rendering.counting import count_places, format_number, in_records, level_word
from ddas.rendering.html_elements import Content, data_table, element, icon
from ddas.rendering.printable import make_printable
from ddas.validation.file_report import ExceptionUse, FileReport
from ddas.validation.rendering.grouping import RuleGroup, group_by_rule, title_rule
from ddas.validation.rendering.html_rule import rule_section

__all__ = ["MARKS", "capitalise", "iter_file_parts", "iter_rules", "verdict_box"]

MARKS = {"goed": "goed", "goed met opmerkingen": "info", "fout": "fout"}
"""Verdict → its mark."""

_MEANING = {
    Level.ERROR: "Herstel dit voordat u levert.",
    Level.WARNING: "Controleer of dit klopt. Misschien is er iets mis.",
    Level.INFO: "Goed om te weten. U hoeft niets te doen.",
}
_STATUS = {
    "gebruikt": "Gebruikt",
    "ongebruikt": "Niet nodig geweest",
    "onbekend": "Deze regel bestaat niet in deze versie",
    "verlopen": "Verlopen, dus niet gebruikt",
}


_OLDER = "Die versie neemt het bestand wel aan. Zet het om naar de versie die nu geldt:"
_CONVERT = " Zet het bestand om, met een verslag van wat er verandert:"


def iter_file_parts(file: FileReport, level: Level, *, depth: int, anchor: str) -> Iterator[ET.Element]:
    """Everything below the name of the file; ``depth`` is the level of its headings, ``anchor`` starts its ids."""
    yield verdict_box(file.advice, _explain(file), MARKS[file.verdict])
    if file.other_version:
        yield _tip(file, f"Is dit bestand gemaakt voor {file.other_version}?", _OLDER)
    elif file.newer and not file.newer.is_taken:
        heading = element("p", element("strong", f"Er komt een nieuwere versie: {file.newer.code}"))
        yield element("div", heading, element("p", file.newer.remark), class_="tip")
    elif file.newer:
        yield _tip(file, f"Er is een nieuwere versie: {file.newer.code}", file.newer.remark + _CONVERT)
    groups = group_by_rule(file, level)
    yield _summary(file)
    if level is not Level.INFO:
        yield element(
            "p", f"Dit verslag laat alleen niveau {level} en hoger zien. Alles is wel geteld.", class_="quiet"
        )
    if groups:
        yield element(f"h{depth}", "Wat is er gevonden?")
        yield from iter_rules(groups, depth=depth + 1, anchor=anchor)
    if file.exceptions:
        yield element(f"h{depth}", "Afgesproken uitzonderingen")
        yield _exceptions(file.exceptions)
    yield element(f"h{depth}", "Over deze controle")
    yield _facts(file)


def iter_rules(groups: tuple[RuleGroup, ...], *, depth: int, anchor: str) -> Iterator[ET.Element]:
    """A list of the rules when there are several, and a section for each."""
    if len(groups) > 1:
        items = (
            element(
                "li",
                element("span", icon(g.rule.level), class_=f"level-{g.rule.level}"),
                element("a", title_rule(g.rule), href=f"#{anchor}-{g.rule.id}"),
                element(
                    "span", f"{format_number(g.rule.count)} {level_word(g.rule.level, g.rule.count)}", class_="count"
                ),
            )
            for g in groups
        )
        yield element("ol", *items, class_="contents")
    for group in groups:
        yield rule_section(group, depth=depth, anchor=f"{anchor}-{group.rule.id}")


def verdict_box(title: str, text: str, mark: str) -> ET.Element:
    """The verdict with its mark and what it means."""
    words = element("div", element("p", capitalise(title), class_="verdict-title"), element("p", text))
    return element("div", icon(mark), words, class_=f"verdict verdict-{mark}")


def capitalise(text: str) -> str:
    """``text`` with a capital first letter."""
    return text[:1].upper() + text[1:]


def _explain(file: FileReport) -> str:
    if file.standard is None:
        return "Dit bestand is niet te lezen als aanlevering. Daarom is de inhoud niet gecontroleerd."
    errors = file.levels[Level.ERROR]
    if errors:
        them = "Herstel hem" if errors == 1 else "Herstel ze"
        return (
            f"Dit bestand heeft {format_number(errors)} {level_word(Level.ERROR, errors)}. {them} in uw software, "
            "maak het bestand opnieuw en controleer het nog een keer."
        )
    if file.verdict == "goed":
        return "In dit bestand zijn geen fouten gevonden."
    remarks = sum(file.levels.values())
    word = "opmerking" if remarks == 1 else "opmerkingen"
    return f"Dit bestand heeft geen fouten. Bekijk wel de {format_number(remarks)} {word}."


def _tip(file: FileReport, heading: str, text: str) -> ET.Element:
    name = shlex.quote(file.file) if make_printable(file.file) == file.file else "BESTAND"
    command = f"ddas migrate {name} NIEUW.json --to {file.newer.code if file.newer else file.standard}"
    return element(
        "div",
        element("p", element("strong", heading)),
        element("p", text),
        element("p", element("code", command)),
        class_="tip",
    )


def _summary(file: FileReport) -> ET.Element:
    rows = [
        [
            element("th", element("span", icon(level), capitalise(level), class_=f"level level-{level}"), scope="row"),
            element("td", format_number(count), class_="number"),
            element("td", _MEANING[level]),
        ]
        for level, count in file.levels.items()
    ]
    caption = f"Bevindingen{in_records(file.records, file.records_word)}"
    return data_table(caption, ("Niveau", "Aantal", "Wat betekent dat?"), rows, class_="summary")


def _exceptions(exceptions: tuple[ExceptionUse, ...]) -> ET.Element:
    rows = (
        [
            element("th", use.rule, scope="row"),
            element("td", use.reason, element("code", use.pattern)),
            element("td", use.until or "geen einddatum"),
            element("td", _STATUS.get(use.status, use.status) + (f": {count_places(use.count)}" if use.count else "")),
        ]
        for use in exceptions
    )
    header = ("Regel", "Waarom en waar", "Tot en met", "Gevolg")
    return data_table("Wat niet is meegeteld", header, rows, class_="exceptions")


def _facts(file: FileReport) -> ET.Element:
    facts: list[tuple[str, Content]] = [
        ("Bestand", file.file),
        ("Standaard", f"{file.edition}: {file.chosen_by}."),
        ("Gecontroleerd", capitalise(file.checked)),
    ]
    if file.records is not None:
        facts.insert(2, (f"Aantal {file.records_word}", format_number(file.records)))
    parts = (element("div", element("dt", name), element("dd", value)) for name, value in facts)
    return element("dl", *parts, class_="facts")
