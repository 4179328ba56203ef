"""The findings of a file by rule, worst first: the order in which people mend them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ddas.errors import DdasError
from ddas.findings import Finding, Level
from ddas.standard.catalog import default_specification
from ddas.validation.file_report import FileReport, RuleResult

if TYPE_CHECKING:
    from ddas.validation.report import Report

__all__ = ["RuleGroup", "group_across", "group_by_rule", "name_command", "title_rule"]

_OF_NO_STANDARD = "DDAS-"
_FAULT = re.compile(r"[A-Z]+-[A-Z]\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleGroup:
    """A rule that fired with the findings that the report keeps of it, in file order.

    ``message`` and ``remedy`` are empty when they differ from place to place. ``command`` shows all about the rule.
    """

    rule: RuleResult
    findings: tuple[Finding, ...]
    message: str
    remedy: str
    command: str


def group_by_rule(file: FileReport, level: Level) -> tuple[RuleGroup, ...]:
    """The rules of this level or worse with their findings; worst level first, then by id."""
    rules = file.rules or _rules_of(file.findings, file.totals)
    return _group(rules, file.findings, level, file.standard)


def group_across(report: Report, level: Level) -> tuple[RuleGroup, ...]:
    """The same for the findings over several files."""
    return _group(report.across_rules or _rules_of(report.across, {}), report.across, level, None)


def title_rule(rule: RuleResult) -> str:
    """The heading of a rule. The name of a rule says what must hold, that of another fault what is wrong."""
    if not rule.title:
        return rule.id
    return rule.title if _FAULT.fullmatch(rule.id) else f"Regel: {rule.title}"


def name_command(rule: str, standard: str | None) -> str:
    """What to type to read more about a rule. ``standard``: code of the version that the file was checked with."""
    command = f"ddas rules {rule}"
    if standard is None or rule.startswith(_OF_NO_STANDARD) or _is_default(standard):
        return command
    return f"{command} --standard {standard}"


def _is_default(standard: str) -> bool:
    try:
        return default_specification(standard.partition("-")[0]).id.code == standard
    except DdasError:
        return False


def _group(
    rules: tuple[RuleResult, ...], findings: tuple[Finding, ...], level: Level, standard: str | None
) -> tuple[RuleGroup, ...]:
    found: dict[str, list[Finding]] = {rule.id: [] for rule in rules}
    for finding in findings:
        found.setdefault(finding.rule, []).append(finding)
    return tuple(
        _make_group(rule, tuple(found[rule.id]), name_command(rule.id, standard))
        for rule in rules
        if rule.level.weight >= level.weight
    )


def _make_group(rule: RuleResult, findings: tuple[Finding, ...], command: str) -> RuleGroup:
    message = _shared(f.message for f in findings)
    remedy = _shared(f.remedy for f in findings) if findings else rule.remedy
    return RuleGroup(rule=rule, findings=findings, message=message, remedy=remedy, command=command)


def _rules_of(findings: tuple[Finding, ...], totals: Mapping[str, int]) -> tuple[RuleResult, ...]:
    """The rules as far as the findings tell."""
    kept: dict[str, list[Finding]] = {}
    for finding in findings:
        kept.setdefault(finding.rule, []).append(finding)
    rules = [
        RuleResult(
            id=id,
            title=_shared(f.label for f in of_rule) or "Verschillende velden",
            level=of_rule[0].level,
            explanation="",
            remedy=of_rule[0].remedy,
            link=of_rule[0].link,
            count=totals.get(id, len(of_rule)),
            shown=len(of_rule),
        )
        for id, of_rule in kept.items()
    ]
    return tuple(sorted(rules, key=lambda rule: (-rule.level.weight, rule.id)))


def _shared(texts: Iterable[str]) -> str:
    different = set(texts)
    return different.pop() if len(different) == 1 else ""
