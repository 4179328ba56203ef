"""One delivery → its findings: read, recognise, structure, rules, places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from ddas.delivery.positions import LineIndex, locate
from ddas.delivery.reading import Document, Unreadable
from ddas.delivery.walking import find_place, iter_objects
from ddas.findings import Finding, Level, Pointer, format_pointer
from ddas.report import FileReport
from ddas.rules import RULE_KINDS
from ddas.rules.unknown_key import find_similar_key, is_showable
from ddas.specification import Specification
from ddas.validation.structural_catalogue import FILE_FAULTS, STRUCTURAL_RULES
from ddas.validation.structural_wording import word_fault, word_unknown_key
from ddas.validation.structure import StructuralFault, iter_structural_faults, make_validator

__all__ = ["check_document", "report_unreadable"]

_Raw = tuple[Pointer, str, Level, str, str, str]
"""Pointer, rule id, level, label, message, remedy; before the place is known."""


def report_unreadable(file: str, fault: Unreadable) -> FileReport:
    """The report of a file that is no delivery: exactly one finding."""
    words = FILE_FAULTS[fault.fault]
    line, column = (None, None) if fault.offset is None else LineIndex(fault.text).position(fault.offset)
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
        link="",
    )
    return _report(
        file,
        None,
        "het bestand is niet herkend als aanlevering",
        "alleen of het bestand leesbaar is.",
        [finding],
        Counter([words.id]),
    )


def check_document(
    file: str,
    document: Document,
    specification: Specification,
    wire_schema: Mapping[str, Any],
    *,
    chosen_by: str,
    max_per_rule: int = 1000,
) -> FileReport:
    """Check a delivery against a standard.

    Args:
        file: Name for the report.
        document: As ``read_document`` gave it.
        specification: The standard.
        wire_schema: Its JSON Schema, which decides on structure.
        chosen_by: Why this standard, in Dutch.
        max_per_rule: Most findings kept per rule; 0 keeps all. Totals are exact either way.
    """
    totals: Counter[str] = Counter()
    kept: list[_Raw] = []
    for raw in _iter_raw(document.value, specification, wire_schema):
        totals[raw[1]] += 1
        if not max_per_rule or totals[raw[1]] <= max_per_rule:
            kept.append(raw)
    levels = _levels(specification)
    return _report(
        file,
        specification.id.code,
        chosen_by,
        _checked(specification),
        _place(document, specification, kept),
        totals,
        levels,
    )


def _checked(specification: Specification) -> str:
    """What this check looks at and, as long as rules wait for a check, what it leaves to the reader."""
    checked = [r.id for r in specification.rules if r.kind in RULE_KINDS]
    left = len(specification.rules) - len(checked)
    text = f"de opbouw en {len(checked)} regels ({', '.join(checked)})."
    if left:
        text += (
            f" {left} regels controleert ddas nog niet. Kijk zelf of alle verplichte velden gevuld zijn: "
            f"ddas fields --required --standard {specification.id.code}"
        )
    return text


def _iter_raw(value: object, specification: Specification, wire_schema: Mapping[str, Any]) -> Iterator[_Raw]:
    for fault in iter_structural_faults(make_validator(wire_schema), value):
        yield _structural(specification, fault)
    checks = [
        (rule, RULE_KINDS[rule.kind](rule, specification)) for rule in specification.rules if rule.kind in RULE_KINDS
    ]
    for visit in iter_objects(specification, value):
        for rule, check in checks:
            for hit in check(visit):
                message = f"{rule.message} {hit.addition}".rstrip()
                label = _label(specification, hit.pointer)
                yield hit.pointer, rule.id, Level(rule.level), label, message, rule.remedy


def _structural(specification: Specification, fault: StructuralFault) -> _Raw:
    place = find_place(specification, fault.pointer)
    if place.attribute is None:
        message, remedy = word_unknown_key(find_similar_key(str(fault.pointer[-1]), place.object_type))
    else:
        message, remedy = word_fault(specification, fault, place.attribute)
    rule = _structural_id(specification, fault.kind)
    return fault.pointer, rule, Level.ERROR, _label(specification, fault.pointer), message, remedy


def _structural_id(specification: Specification, kind: str) -> str:
    return f"{specification.domain.code.upper()}-{STRUCTURAL_RULES[kind][0]}"


def _label(specification: Specification, pointer: Pointer) -> str:
    place = find_place(specification, pointer)
    if place.attribute is not None:
        return place.attribute.label
    if not pointer or isinstance(pointer[-1], int):
        return place.object_type.label
    key = pointer[-1]
    return f"Veld `{key}`" if is_showable(key) else "Een onbekend veld"


def _place(document: Document, specification: Specification, raws: list[_Raw]) -> list[Finding]:
    offsets = locate(document.text, {raw[0] for raw in raws} | {raw[0][:-1] for raw in raws})
    lines = LineIndex(document.text)
    placed = []
    for pointer, rule, level, label, message, remedy in raws:
        place = find_place(specification, pointer)
        key_at, value_at = offsets[pointer] if pointer in offsets else offsets[pointer[:-1]]
        offset = value_at if place.attribute is not None else key_at
        line, column = lines.position(offset)
        finding = Finding(
            rule=rule,
            level=level,
            pointer=format_pointer(_shown(pointer, known=place.attribute is not None)),
            line=line,
            column=column,
            place=place.words,
            label=label,
            message=message,
            remedy=remedy,
            link=specification.id.rule_uri(rule),
        )
        placed.append((offset, rule, finding))
    return [finding for _, _, finding in sorted(placed, key=lambda item: item[:2])]


def _shown(pointer: Pointer, *, known: bool) -> Pointer:
    """The pointer without a key that must not be shown: then it names the object that holds it."""
    last = pointer[-1] if pointer else 0
    return pointer if known or isinstance(last, int) or is_showable(last) else pointer[:-1]


def _levels(specification: Specification) -> dict[str, Level]:
    levels = {_structural_id(specification, kind): Level.ERROR for kind in STRUCTURAL_RULES}
    return levels | {rule.id: Level(rule.level) for rule in specification.rules}


def _report(
    file: str,
    standard: str | None,
    chosen_by: str,
    checked: str,
    findings: list[Finding],
    totals: Counter[str],
    levels: Mapping[str, Level] | None = None,
) -> FileReport:
    counts = dict.fromkeys(sorted(Level, key=lambda level: -level.weight), 0)
    for rule, count in totals.items():
        counts[levels[rule] if levels else Level.ERROR] += count
    return FileReport(
        file=file,
        standard=standard,
        chosen_by=chosen_by,
        checked=checked,
        findings=tuple(findings),
        totals=dict(sorted(totals.items())),
        levels=counts,
    )
