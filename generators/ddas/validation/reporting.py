"""From what a pass found to the report of a file: the last step of a check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ddas.delivery.line_counter import positions
from ddas.delivery.source import Source
from ddas.delivery.unreadable import UnreadableDelivery
from ddas.findings import Finding, Level
from ddas.standard.specification import Specification
from ddas.validation.acceptance import find_accepting_version
from ddas.validation.choosing import Choice
from ddas.validation.file_pass import FilePass
from ddas.validation.file_report import ExceptionUse, FileReport, RuleResult
from ddas.validation.naming import levels_by_rule, link_of, structural_id
from ddas.validation.options import CheckOptions
from ddas.validation.placing import place_findings
from ddas.validation.structure.fault_codes import (
    DOUBLE_KEY,
    DOUBLE_KEY_EXPLANATION,
    DOUBLE_KEY_TITLE,
    FILE_FAULT_TITLE,
    FILE_FAULTS,
    STRUCTURAL_EXPLANATIONS,
    STRUCTURAL_REMEDIES,
    STRUCTURAL_RULES,
    codes_link,
)

__all__ = ["report_pass", "report_unreadable"]


def report_pass(source: Source, choice: Choice, outcome: FilePass, options: CheckOptions) -> FileReport:
    """The report of a delivery that was read to its end."""
    specification, totals = choice.specification, outcome.counts.totals
    levels = levels_by_rule(specification)
    findings = place_findings(specification, source, outcome)
    by_level = _count_levels(totals, levels)
    other = None
    if _is_refused(specification, totals) and not choice.given:
        other = find_accepting_version(source, outcome.value, specification)
    listing = specification.domain.listing
    return FileReport(
        file=source.name,
        standard=specification.id.code,
        chosen_by=choice.why,
        checked=_checked(specification, options),
        other_version=other,
        newer=choice.describe_newer(),
        findings=findings,
        totals=dict(sorted(totals.items())),
        levels=by_level,
        rules=_rule_results(specification, totals, findings, levels),
        passed=_passed(specification, totals, options),
        records=outcome.records[listing],
        records_word=listing,
        exceptions=_exceptions(specification, options, outcome.counts.suppressed),
        is_study=specification.status.is_study,
    )


def report_unreadable(source: Source, fault: UnreadableDelivery) -> FileReport:
    """The report of a file that is no delivery: exactly one finding."""
    words = FILE_FAULTS[fault.fault]
    line, column = (None, None) if fault.offset is None else positions(source, [fault.offset])[0]
    finding = Finding(
        rule=words.id,
        level=Level.ERROR,
        pointer="",
        line=line,
        column=column,
        place="het hele bestand",
        label="Bestand",
        message=words.message,
        remedy=words.remedy,
        link=codes_link(),
    )
    result = RuleResult(
        id=words.id,
        title=FILE_FAULT_TITLE,
        level=Level.ERROR,
        explanation="",
        remedy=words.remedy,
        link=codes_link(),
        count=1,
        shown=1,
    )
    counts = Counter({words.id: 1})
    return FileReport(
        file=source.name,
        standard=None,
        chosen_by="het bestand is niet herkend als aanlevering",
        checked="alleen of het bestand leesbaar is.",
        findings=(finding,),
        totals=dict(counts),
        levels=_count_levels(counts, {words.id: Level.ERROR}),
        rules=(result,),
    )


def _checked(specification: Specification, options: CheckOptions) -> str:
    if not specification.rules:
        return "alleen de opbouw. Deze versie heeft geen regels."
    if not options.rules:
        return f"alleen de opbouw. De {len(specification.rules)} regels zijn niet gecontroleerd."
    return f"de opbouw en {len(specification.rules)} regels."


def _count_levels(totals: Counter[str], levels: Mapping[str, Level]) -> dict[Level, int]:
    counts = dict.fromkeys(sorted(Level, key=lambda level: -level.weight), 0)
    for rule, count in totals.items():
        counts[levels[rule]] += count
    return counts


def _rule_results(
    specification: Specification, totals: Counter[str], findings: Sequence[Finding], levels: Mapping[str, Level]
) -> tuple[RuleResult, ...]:
    """What fired, worst level first, then by id."""
    shown = Counter(f.rule for f in findings)
    results = []
    for id in sorted(totals, key=lambda rule: (-levels[rule].weight, rule)):
        title, explanation, remedy = _texts_of(specification, id)
        results.append(
            RuleResult(
                id=id,
                title=title,
                level=levels[id],
                explanation=explanation,
                remedy=remedy,
                link=link_of(specification, id),
                count=totals[id],
                shown=shown[id],
            )
        )
    return tuple(results)


def _texts_of(specification: Specification, id: str) -> tuple[str, str, str]:
    """Title, explanation and remedy of a rule or fault."""
    if id == DOUBLE_KEY.id:
        return DOUBLE_KEY_TITLE, DOUBLE_KEY_EXPLANATION, DOUBLE_KEY.remedy
    rule = specification.rule(id)
    if rule is not None:
        return rule.name, rule.explanation, rule.remedy
    kind = next(kind for kind in STRUCTURAL_RULES if structural_id(specification, kind) == id)
    return STRUCTURAL_RULES[kind][1], STRUCTURAL_EXPLANATIONS[kind], STRUCTURAL_REMEDIES[kind]


def _exceptions(
    specification: Specification, options: CheckOptions, suppressed: Mapping[int, int]
) -> tuple[ExceptionUse, ...]:
    """What came of the agreed exceptions; one for a rule that this version does not have may be misspelled."""
    if not options.rules or not specification.rules:
        return ()
    own = f"{specification.domain.code.upper()}-"
    return tuple(
        replace(use, status="onbekend") if use.rule.startswith(own) and specification.rule(use.rule) is None else use
        for use in options.suppression.report(suppressed)
    )


def _is_refused(specification: Specification, totals: Counter[str]) -> bool:
    """Whether the wire schema of this version refuses the file; a rule never makes it do so."""
    return any(totals[structural_id(specification, kind)] for kind in STRUCTURAL_RULES)


def _passed(specification: Specification, totals: Counter[str], options: CheckOptions) -> tuple[tuple[str, str], ...]:
    """Id and name of what was checked and did not fire: the structure as a whole, then the rules."""
    structure = (
        [] if _is_refused(specification, totals) else [(f"{specification.domain.code.upper()}-S", "De opbouw klopt")]
    )
    rules = specification.rules if options.rules else ()
    return (*structure, *((rule.id, rule.name) for rule in rules if not totals[rule.id]))
