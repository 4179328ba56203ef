"""Keys that stand twice in one object, as findings: the last one counts, and what stood before it goes lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ddas.delivery.double_keys import DoubleKey, iter_double_keys, may_hold_double_keys
from ddas.delivery.envelope import Envelope
from ddas.delivery.line_counter import positions
from ddas.delivery.segments import Segment
from ddas.delivery.source import Source
from ddas.findings import Finding, Level, Pointer, format_pointer, is_showable
from ddas.standard.places import find_place
from ddas.standard.specification import Attribute, Specification
from ddas.validation.file_report import FileReport, RuleResult
from ddas.validation.structure.fault_codes import (
    DOUBLE_KEY,
    DOUBLE_KEY_EXPLANATION,
    DOUBLE_KEY_TITLE,
    codes_link,
)

__all__ = ["DoubleKeys", "add_double_keys", "find_in_envelope", "find_in_segment"]


@dataclass(slots=True)
class DoubleKeys:
    """Those of a delivery or of a part of it.

    Attributes:
        cap: Most that are kept; 0 keeps all.
        count: Exact.
        kept: The first; in a segment their pointers start with the 0-based index of the record in it, and their
            offsets at its first byte. In a delivery both start at its begin.
    """

    cap: int
    count: int = 0
    kept: list[DoubleKey] = field(default_factory=list)

    def add(self, found: Iterable[DoubleKey]) -> None:
        """Count these, and keep them as long as there is room."""
        for one in found:
            self.count += 1
            self._keep(one)

    def add_part(self, part: DoubleKeys | None, offset: int, list_pointer: Pointer, first_index: int) -> None:
        """Take those of a segment.

        Args:
            part: As ``find_in_segment`` gave it.
            offset: Of the segment in the file.
            list_pointer: Of the list of records.
            first_index: 0-based index in that list of the first record of the segment.
        """
        if part is None:
            return
        self.count += part.count
        for one in part.kept:
            index, *inside = one.pointer
            self._keep(DoubleKey((*list_pointer, first_index + int(index), *inside), offset + one.offset))

    def _keep(self, one: DoubleKey) -> None:
        if not self.cap or len(self.kept) < self.cap:
            self.kept.append(one)


def find_in_segment(segment: Segment, values: Sequence[Any], cap: int, *, is_typed: bool) -> DoubleKeys | None:
    """Those in the records of a segment; None when there are none.

    ``values``: what was decoded from each record; it and ``is_typed`` are as for ``may_hold_double_keys``.
    """
    if not may_hold_double_keys(segment.text, values, is_typed=is_typed):
        return None
    found = DoubleKeys(cap)
    for index, ((start, end), value) in enumerate(zip(segment.offsets(), values, strict=True)):
        text = segment.text[start:end]
        if may_hold_double_keys(text, (value,)):
            found.add(DoubleKey((index, *one.pointer), start + one.offset) for one in iter_double_keys(text))
    return found if found.count else None


def find_in_envelope(envelope: Envelope, value: Any) -> Iterable[DoubleKey]:
    """Those around the records. ``value``: what was decoded from it."""
    if may_hold_double_keys(envelope.text, (value,)):
        for one in iter_double_keys(envelope.text):
            yield DoubleKey(one.pointer, envelope.file_offset(one.offset))


def add_double_keys(
    report: FileReport, specification: Specification, source: Source, doubles: DoubleKeys
) -> FileReport:
    """The report with these findings in it, each at its place in the file."""
    if not doubles.count:
        return report
    offsets = sorted(one.offset for one in doubles.kept)
    position_by_offset = dict(zip(offsets, positions(source, offsets), strict=True))
    added = [_finding(specification, one.pointer, position_by_offset[one.offset]) for one in doubles.kept]
    rule = RuleResult(
        id=DOUBLE_KEY.id,
        title=DOUBLE_KEY_TITLE,
        level=Level.WARNING,
        explanation=DOUBLE_KEY_EXPLANATION,
        remedy=DOUBLE_KEY.remedy,
        link=codes_link(),
        count=doubles.count,
        shown=len(added),
    )
    levels = dict(report.levels)
    levels[Level.WARNING] += doubles.count
    return replace(
        report,
        findings=tuple(sorted((*report.findings, *added), key=lambda f: (f.line or 0, f.column or 0, f.rule))),
        totals=dict(sorted({**report.totals, DOUBLE_KEY.id: doubles.count}.items())),
        levels=levels,
        rules=tuple(sorted((*report.rules, rule), key=lambda r: (-r.level.weight, r.id))),
    )


def _finding(specification: Specification, pointer: Pointer, position: tuple[int, int]) -> Finding:
    shown, attribute = _follow(specification, pointer)
    return Finding(
        rule=DOUBLE_KEY.id,
        level=Level.WARNING,
        pointer=format_pointer(shown),
        line=position[0],
        column=position[1],
        place=find_place(specification, pointer).words,
        label=attribute.label if attribute else _label_unknown(str(pointer[-1])),
        message=DOUBLE_KEY.message,
        remedy=DOUBLE_KEY.remedy,
        link=codes_link(),
    )


def _follow(specification: Specification, pointer: Pointer) -> tuple[Pointer, Attribute | None]:
    """The pointer up to a key that must not be shown, and the field at its end if the standard knows it."""
    inside = specification.object_type(specification.root)
    attribute: Attribute | None = None
    for depth, step in enumerate(pointer):
        if isinstance(step, int):
            continue
        attribute = inside.by_wire_name(step) if inside else None
        if attribute is None and not is_showable(step):
            return pointer[:depth], None
        inside = specification.object_type(attribute.range) if attribute else None
    return pointer, attribute


def _label_unknown(key: str) -> str:
    return f"Veld `{key}`" if is_showable(key) else "Een onbekend veld"
