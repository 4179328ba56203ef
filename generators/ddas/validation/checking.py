"""One delivery → its report: recognise, pass, places."""

from __future__ import annotations

import re
import secrets
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from ddas.delivery.envelope import guess_root_values
from ddas.delivery.file_fault_name import FileFaultName
from ddas.delivery.line_counter import positions
from ddas.delivery.record_stream import BLOCK_SIZE
from ddas.delivery.source import Source
from ddas.delivery.unreadable import UnreadableDelivery
from ddas.findings import Finding, Level
from ddas.standard.catalog import default_specification, find_specification, iter_headers, iter_specifications
from ddas.standard.identity import Domain
from ddas.standard.municipalities import use_municipalities
from ddas.standard.specification import Specification
from ddas.standard.status import Status
from ddas.validation.acceptance import find_accepting_version
from ddas.validation.file_pass import FilePass, Progress, run_pass
from ddas.validation.naming import levels_by_rule, structural_id
from ddas.validation.period import context_from_root, root_names
from ddas.validation.placing import place_findings
from ddas.validation.recognition import find_domain_by_list, recognise
from ddas.validation.record_check import RecordCheckOptions
from ddas.validation.report import ExceptionUse, FileReport, RuleResult
from ddas.validation.structure.fault_codes import (
    CODES_URI,
    FILE_FAULT_TITLE,
    FILE_FAULTS,
    STRUCTURAL_EXPLANATIONS,
    STRUCTURAL_REMEDIES,
    STRUCTURAL_RULES,
)
from ddas.validation.suppression import NO_SUPPRESSION, Suppression

__all__ = ["CheckOptions", "CheckedSource", "check_against", "check_source", "make_key"]

_HEAD = 1 << 18


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOptions:
    """How deliveries are checked.

    Attributes:
        standard: Code such as ``shv-v1.0``; None chooses the version in force of the domain of the file.
        max_per_rule: Most findings kept per rule; 0 keeps all. Totals are exact either way.
        rules: Also the rules, not the structure alone.
        processes: How many processes share the work; worth it above some tens of megabytes.
        suppression: Agreed exceptions.
        municipalities: An own list of municipalities; None for that of the toolkit.
        key: Secret of this run under which clients are compared.
        progress: Told how far the check is.
        block_size: How much is read at a time, in bytes; the findings do not depend on it.
    """

    standard: str | None = None
    max_per_rule: int = 1000
    rules: bool = True
    processes: int = 1
    suppression: Suppression = NO_SUPPRESSION
    municipalities: Path | None = None
    key: bytes = b""
    progress: Progress | None = None
    block_size: int = BLOCK_SIZE


@dataclass(frozen=True, slots=True)
class CheckedSource:
    """A report, and what a check over several files needs; None when the file was no delivery."""

    report: FileReport
    specification: Specification | None = None
    outcome: FilePass | None = None


def make_key() -> bytes:
    """A new secret for one run."""
    return secrets.token_bytes(16)


def check_source(source: Source, options: CheckOptions) -> CheckedSource:
    """Check one delivery.

    Raises:
        DdasError: the standard does not exist.
    """
    chosen = find_specification(options.standard) if options.standard is not None else None
    if not options.key:
        options = replace(options, key=make_key())
    try:
        specification = chosen or _guess_specification(source)
        outcome = _run(source, specification, options)
        domain = _recognise(outcome.value, chosen)
        if domain is None:
            raise UnreadableDelivery(FileFaultName.NO_DELIVERY, None)
        if chosen is None and domain != specification.domain:
            specification = default_specification(domain.name)
            outcome = _run(source, specification, options)
        report = _report(source, specification, outcome, options)
        if chosen is None and report.levels[Level.ERROR]:
            report = replace(report, other_version=find_accepting_version(source, outcome.value, specification))
    except UnreadableDelivery as fault:
        return CheckedSource(_report_unreadable(source, fault))
    return CheckedSource(report, specification, outcome)


def check_against(source: Source, specification: Specification, options: CheckOptions) -> FileReport:
    """Check a delivery against this standard, whatever it looks like; ``options.standard`` does not count."""
    options = replace(options, key=options.key or make_key())
    try:
        return _report(source, specification, _run(source, specification, options), options)
    except UnreadableDelivery as fault:
        return _report_unreadable(source, fault)


def _guess_specification(source: Source) -> Specification:
    """The version in force of the domain whose list of records is named first; a guess that the pass checks."""
    head = source.read(0, _HEAD)
    names = {h.domain.listing.encode(): h.domain for h in iter_headers() if h.status is Status.ADOPTED}
    found = re.search(rb'"(' + b"|".join(map(re.escape, names)) + rb')"\s*:', head) if names else None
    domain = names[found[1]] if found else next(iter(names.values())) if names else None
    return default_specification(domain.name if domain else "")


def _recognise(value: object, chosen: Specification | None) -> Domain | None:
    if chosen is not None:
        return recognise(value, [chosen])
    domains = list(dict.fromkeys(h.domain for h in iter_headers()))
    return find_domain_by_list(value, domains) or recognise(value, iter_specifications())


def _run(source: Source, specification: Specification, options: CheckOptions) -> FilePass:
    """One pass; a second one when the period turns out to be another than was guessed from head and tail."""
    if options.municipalities is not None:
        use_municipalities(options.municipalities)
    guess = guess_root_values(source, set(root_names(specification)))
    context = context_from_root(specification, guess, options.key)
    record_options = RecordCheckOptions(
        specification=specification,
        context=context,
        suppression=options.suppression,
        cap=options.max_per_rule,
        rules=options.rules and bool(specification.rules),
        municipalities=options.municipalities,
    )
    run = partial(
        run_pass,
        source,
        processes=options.processes,
        block_size=options.block_size,
        progress=options.progress,
    )
    outcome = run(record_options)
    real = context_from_root(specification, outcome.value if isinstance(outcome.value, dict) else {}, options.key)
    if real == context or not record_options.rules:
        return outcome
    return run(replace(record_options, context=real))


def _report(source: Source, specification: Specification, outcome: FilePass, options: CheckOptions) -> FileReport:
    levels = levels_by_rule(specification)
    findings = place_findings(specification, source, outcome.found, levels)
    chosen_by = (
        "gekozen met --standard"
        if options.standard is not None
        else f"de versie die nu geldt voor {specification.domain.title.lower()}"
    )
    listing = specification.domain.listing
    return FileReport(
        file=source.name,
        standard=specification.id.code,
        chosen_by=chosen_by,
        checked=_checked(specification, options),
        findings=findings,
        totals=dict(sorted(outcome.totals.items())),
        levels=_count_levels(outcome.totals, levels),
        rules=_rule_results(specification, outcome.totals, findings, levels),
        passed=_passed(specification, outcome.totals, options),
        records=outcome.records[listing],
        records_word=listing,
        exceptions=_exceptions(specification, options, outcome),
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
    structural = {structural_id(specification, kind): kind for kind in STRUCTURAL_RULES}
    results = []
    for id in sorted(totals, key=lambda rule: (-levels[rule].weight, rule)):
        rule = specification.rule(id)
        kind = structural.get(id, "")
        results.append(
            RuleResult(
                id=id,
                title=rule.name if rule else STRUCTURAL_RULES[kind][1],
                level=levels[id],
                explanation=rule.explanation if rule else STRUCTURAL_EXPLANATIONS[kind],
                remedy=rule.remedy if rule else STRUCTURAL_REMEDIES[kind],
                link=specification.id.rule_uri(id),
                count=totals[id],
                shown=shown[id],
            )
        )
    return tuple(results)


def _exceptions(specification: Specification, options: CheckOptions, outcome: FilePass) -> tuple[ExceptionUse, ...]:
    """What came of the agreed exceptions; one for a rule that this version does not have may be misspelled."""
    if not options.rules or not specification.rules:
        return ()
    own = f"{specification.domain.code.upper()}-"
    return tuple(
        replace(use, status="onbekend") if use.rule.startswith(own) and specification.rule(use.rule) is None else use
        for use in options.suppression.report(outcome.suppressed)
    )


def _passed(specification: Specification, totals: Counter[str], options: CheckOptions) -> tuple[tuple[str, str], ...]:
    """Id and name of what was checked and did not fire: the structure as a whole, then the rules."""
    faults = any(totals[structural_id(specification, kind)] for kind in STRUCTURAL_RULES)
    structure = [] if faults else [(f"{specification.domain.code.upper()}-S", "De opbouw klopt")]
    rules = specification.rules if options.rules else ()
    return (*structure, *((rule.id, rule.name) for rule in rules if not totals[rule.id]))


def _report_unreadable(source: Source, fault: UnreadableDelivery) -> FileReport:
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
        link=CODES_URI,
    )
    result = RuleResult(
        id=words.id,
        title=FILE_FAULT_TITLE,
        level=Level.ERROR,
        explanation="",
        remedy=words.remedy,
        link=CODES_URI,
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
