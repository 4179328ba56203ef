"""A report as JUnit XML, for build systems: a suite per file, a test per rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from ddas.findings import Level
from ddas.rendering.counting import count_levels, count_places
from ddas.rendering.printable import make_printable
from ddas.validation.file_report import FileReport
from ddas.validation.rendering.grouping import RuleGroup, group_across, group_by_rule
from ddas.validation.rendering.shown import Shown

if TYPE_CHECKING:
    from ddas.validation.report import Report

__all__ = ["render_junit"]

_PLACES = 20
"""Places shown per rule."""


def render_junit(report: Report, shown: Shown) -> str:
    """The report as JUnit XML. A rule at ``shown.fail_on`` or worse is a failure; a milder one passes, with its text.

    Rules that did not fire are tests that pass. Each file has one more test, that it was checked.
    """
    level, fail_on = shown.level, shown.fail_on
    suites = [_suite(file, group_by_rule(file, level), fail_on) for file in report.files]
    across = group_across(report, level)
    if across:
        suites.append(_fill(ET.Element("testsuite", name="Over de bestanden heen"), across, fail_on))
    root = ET.Element("testsuites", name="ddas")
    for name in ("tests", "failures"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in suites)))
    root.set("errors", "0")
    root.extend(suites)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _suite(file: FileReport, groups: tuple[RuleGroup, ...], fail_on: Level) -> ET.Element:
    suite = ET.Element("testsuite", name=make_printable(file.file))
    properties = ET.SubElement(suite, "properties")
    facts = {
        "standaard": file.standard or "",
        "revisie": "" if file.revision is None else str(file.revision),
        "oordeel": file.advice,
        "aantallen": count_levels(file.levels),
        "gecontroleerd": file.checked,
    }
    for name, value in facts.items():
        ET.SubElement(properties, "property", name=name, value=make_printable(value))
    ET.SubElement(suite, "testcase", classname=file.standard or "bestand", name="Het bestand is gecontroleerd")
    _fill(suite, groups, fail_on, file.standard or "bestand")
    for id, name in file.passed:
        ET.SubElement(suite, "testcase", classname=file.standard or "bestand", name=make_printable(f"{id} {name}"))
    return _count(suite)


def _fill(suite: ET.Element, groups: tuple[RuleGroup, ...], fail_on: Level, classname: str = "bestanden") -> ET.Element:
    failures = 0
    for group in groups:
        rule = group.rule
        title = make_printable(f"{rule.id} {rule.title}")
        case = ET.SubElement(suite, "testcase", classname=classname, name=title)
        text = "\n".join(make_printable(line) for line in _iter_lines(group))
        if rule.level.weight >= fail_on.weight:
            failures += 1
            message = make_printable(f"{count_places(rule.count)}. {group.message}".rstrip())
            ET.SubElement(case, "failure", type=str(rule.level), message=message).text = text
        else:
            ET.SubElement(case, "system-out").text = text
    suite.set("failures", str(failures))
    return _count(suite)


def _count(suite: ET.Element) -> ET.Element:
    suite.set("tests", str(len(suite.findall("testcase"))))
    suite.set("errors", "0")
    suite.set("skipped", "0")
    return suite


def _iter_lines(group: RuleGroup) -> Iterator[str]:
    rule = group.rule
    yield f"{rule.level}: {rule.title}, {count_places(rule.count)}"
    if group.message:
        yield group.message
    if group.remedy:
        yield f"Wat te doen: {group.remedy}"
    yield f"Meer uitleg: {group.command}" + (f" of {rule.link}" if rule.link else "")
    for finding in group.findings[:_PLACES]:
        position = "" if finding.line is None else f" {finding.line}:{finding.column}"
        message = "" if group.message else f": {finding.message}"
        yield f"- {finding.place}, {finding.label}{position} {finding.pointer}".rstrip() + message
    more = rule.count - len(group.findings[:_PLACES])
    if more > 0:
        yield f"En nog {count_places(more)}."
