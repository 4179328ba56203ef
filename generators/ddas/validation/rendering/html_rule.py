"""A rule that fired, as a section of the HTML report: what it means, what to do and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from ddas.findings import Finding
from ddas.rendering.counting import count_places
from ddas.rendering.html_elements import Content, data_table, element, icon
from ddas.validation.rendering.grouping import RuleGroup, title_rule

__all__ = ["rule_section"]

_PLACES = 10
"""Places shown at once; the others can be unfolded."""


def rule_section(group: RuleGroup, *, depth: int, anchor: str) -> ET.Element:
    """The section; ``depth`` is the level of its heading, ``anchor`` its id in the page."""
    rule = group.rule
    return element(
        "section",
        element(
            "p",
            element("span", icon(rule.level), str(rule.level).capitalize(), class_=f"level level-{rule.level}"),
            element("span", rule.id, class_="id"),
            element("span", count_places(rule.count), class_="count"),
            class_="rule-line",
        ),
        element(f"h{depth}", title_rule(rule)),
        *_iter_explanation(group),
        *_iter_where(group),
        class_=f"rule rule-{rule.level}",
        id=anchor,
    )


def _iter_explanation(group: RuleGroup) -> Iterator[ET.Element]:
    rule = group.rule
    if group.message:
        yield element("p", group.message, class_="message")
    if rule.explanation and rule.explanation != group.message:
        yield element("p", rule.explanation)
    if group.remedy:
        yield element("p", element("strong", "Wat te doen"), element("span", group.remedy), class_="remedy")
    more: list[Content] = ["Meer uitleg over deze code geeft de opdracht ", element("code", group.command), "."]
    if rule.link.startswith(("https://", "http://")):
        more += [" Of lees ", element("a", f"de bladzijde over {rule.id}", href=rule.link, rel="noreferrer"), "."]
    yield element("p", *more, class_="more")


def _iter_where(group: RuleGroup) -> Iterator[ET.Element]:
    first, rest = group.findings[:_PLACES], group.findings[_PLACES:]
    if first:
        caption = "Waar" if not rest else f"Waar: de eerste {len(first)} plekken"
        yield _places(caption, first, group)
    if rest:
        table = _places("Waar: de andere plekken", rest, group)
        yield element("details", element("summary", f"Nog {count_places(len(rest))}"), table)
    hidden = group.rule.count - len(group.findings)
    if hidden > 0:
        yield element(
            "p",
            f"Nog {count_places(hidden)} van deze regel {'staat' if hidden == 1 else 'staan'} niet in dit verslag. "
            "U ziet ze allemaal met de optie --max-per-rule 0.",
            class_="quiet",
        )


def _places(caption: str, findings: Sequence[Finding], group: RuleGroup) -> ET.Element:
    return data_table(
        caption, ("Plek", "Veld", "In het bestand"), (_cells(f, group) for f in findings), class_="places"
    )


def _cells(finding: Finding, group: RuleGroup) -> list[ET.Element]:
    place = element(
        "td",
        finding.place,
        element("span", finding.message, class_="own") if not group.message else None,
        element("span", finding.remedy, class_="own") if not group.remedy and finding.remedy else None,
        element("code", finding.pointer) if finding.pointer else None,
    )
    line = "" if finding.line is None else f"regel {finding.line}"
    column = "" if finding.column is None else f", teken {finding.column}"
    return [place, element("td", finding.label), element("td", line + column)]
