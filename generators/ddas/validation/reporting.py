"""From what a pass found to the report of a file: the last step of a check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ddas.delivery.envelope import Envelope
from ddas.delivery.line_counter import positions
from ddas.delivery.positions import locate
from ddas.delivery.source import Source
from ddas.delivery.unreadable import UnreadableDelivery
from ddas.findings import Finding, Level, Pointer, format_pointer
from ddas.standard.places import find_place
from ddas.standard.specification import Specification
from ddas.validation.acceptance import find_accepting_version
from ddas.validation.choosing import Choice
from ddas.validation.file_pass import FilePass
from ddas.validation.file_report import ExceptionUse, FileReport, RuleResult
from ddas.validation.naming import Located, levels_by_rule, link_of, shown_pointer, structural_id
from ddas.validation.options import CheckOptions
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


def _place_findings(specification: Specification, source: Source, outcome: FilePass) -> tuple[Finding, ...]:
    """The findings with their places, in file order; at one place by rule id."""
    levels = levels_by_rule(specification)
    by_piece: dict[Pointer, list[Located]] = {}
    for one in outcome.found:
        by_piece.setdefault(one.piece, []).append(one)
    placed = [
        (offset, one.rule, number, one)
        for number, in_piece in enumerate(by_piece.values())
        for offset, one in _iter_offsets(specification, source, outcome.envelope, in_piece)
    ]
    placed.sort(key=lambda item: item[:3])
    offsets = sorted({item[0] for item in placed})
    position_by_offset = dict(zip(offsets, positions(source, offsets), strict=True))
    return tuple(
        _finding(specification, one, position_by_offset[offset], levels[one.rule]) for offset, _, _, one in placed
    )


def _iter_offsets(
    specification: Specification, source: Source, envelope: Envelope | None, in_piece: Sequence[Located]
) -> Iterable[tuple[int, Located]]:
    """Each finding of one piece with the byte in the file at which it stands."""
    first = in_piece[0]
    around = None if first.piece else envelope
    data = around.text if around else source.read(first.start, first.end - first.start)
    text = data.decode("utf-8")
    searched = [one for one in in_piece if one.offset is None]
    offsets = locate(text, {p for one in searched for p in (one.pointer, one.pointer[:-1])})
    found = [_place(specification, offsets, one) if one.offset is None else 0 for one in in_piece]
    byte_at = _count_bytes(text, found)
    for one, at in zip(in_piece, found, strict=True):
        if one.offset is not None:
            yield one.offset, one
        else:
            yield (around.file_offset(byte_at[at]) if around else first.start + byte_at[at]), one


def _place(specification: Specification, offsets: Mapping[Pointer, tuple[int, int]], one: Located) -> int:
    """The character of its piece at which a finding stands."""
    key_at, value_at = _nearest(offsets, one.pointer)
    return value_at if find_place(specification, one.whole_pointer).attribute is not None else key_at


def _count_bytes(text: str, places: Iterable[int]) -> Mapping[int, int]:
    """How many bytes stand before each of these characters; the text is walked once."""
    found: dict[int, int] = {}
    last = byte = 0
    is_plain = text.isascii()
    for at in sorted(set(places)):
        byte += at - last if is_plain else len(text[last:at].encode())
        last = at
        found[at] = byte
    return found


def _nearest(offsets: Mapping[Pointer, tuple[int, int]], pointer: Pointer) -> tuple[int, int]:
    """Where the pointer stands, or the nearest object around it that is there."""
    while pointer not in offsets:
        pointer = pointer[:-1]
    return offsets[pointer]


def _finding(specification: Specification, one: Located, position: tuple[int, int], level: Level) -> Finding:
    pointer = one.whole_pointer
    return Finding(
        rule=one.rule,
        level=level,
        pointer=format_pointer(shown_pointer(specification, pointer)),
        line=position[0],
        column=position[1],
        place=find_place(specification, pointer).words,
        label=one.label,
        message=one.message,
        remedy=one.remedy,
        link=link_of(specification, one.rule),
    )


def report_pass(source: Source, choice: Choice, outcome: FilePass, options: CheckOptions) -> FileReport:
    """The report of a delivery that was read to its end."""
    specification, totals = choice.specification, outcome.counts.totals
    levels = levels_by_rule(specification)
    findings = _place_findings(specification, source, outcome)
    by_level = _count_levels(totals, levels)
    other = None
    if _is_refused(specification, totals) and not choice.given:
        other = find_accepting_version(source, outcome.value, specification)
    listing = specification.domain.listing
    return FileReport(
        file=source.name,
        standard=specification.id.code,
        revision=specification.revision,
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
