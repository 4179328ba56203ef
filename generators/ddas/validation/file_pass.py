"""One pass over a delivery with one standard: all records through the checker, then what stands around them."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from ddas.delivery.envelope import Envelope
from ddas.delivery.record_stream import BLOCK_SIZE, RecordStream
from ddas.delivery.segments import Handled, find_records
from ddas.delivery.source import Source
from ddas.findings import Pointer
from ddas.rules.kinds import counts_once
from ddas.standard.places import find_place
from ddas.standard.record_layout import RecordLayout
from ddas.validation.double_keys import DoubleKeys, find_in_envelope
from ddas.validation.envelope_check import EnvelopeResult, check_envelope, decode_envelope
from ddas.validation.naming import structural_id, word_hit, word_structural_fault
from ddas.validation.placing import LocatedText
from ddas.validation.prepared import Prepared, prepare
from ddas.validation.raw_finding import RawFinding
from ddas.validation.record_check import RecordChecker, RecordCheckOptions, SegmentResult
from ddas.validation.structure.equal_holders import find_equal_holders

__all__ = ["FilePass", "Progress", "run_pass"]

Progress = Callable[[int, int], None]
"""Told after each part: bytes read so far, and bytes in all."""


@dataclass(slots=True, kw_only=True)
class FilePass:
    """What one pass found.

    Attributes:
        value: The document without its records.
        found: Per piece of the file the findings kept in it.
        totals: Rule id → exact number of findings.
        suppressed: Number of an exception → how many findings it took away.
        records: Name of a record list → number of records in the file.
        rows: Levering (0-based) → number of the list rule → name of the record list → what it remembers.
        doubles: Keys that stand twice in one object.
    """

    value: Any
    found: dict[LocatedText, list[RawFinding]]
    totals: Counter[str]
    suppressed: Counter[int]
    records: Counter[str]
    rows: dict[int, dict[int, dict[str, array[int]]]]
    doubles: DoubleKeys


def run_pass(
    source: Source,
    options: RecordCheckOptions,
    *,
    processes: int = 1,
    block_size: int = BLOCK_SIZE,
    progress: Progress | None = None,
) -> FilePass:
    """Check a delivery.

    Raises:
        UnreadableDelivery: the bytes are no JSON document.
    """
    prepared = prepare(options.specification)
    stream: RecordStream[SegmentResult] = RecordStream(
        source,
        prepared.layout,
        make_handler=partial(RecordChecker, options),
        processes=processes,
        block_size=block_size,
    )
    records = _Records(options, prepared)
    doubles = DoubleKeys(options.cap)
    for handled in stream:
        records.add(handled)
        list_pointer = prepared.layout.pointer(handled.list_index, handled.holder, 0)[:-1]
        doubles.add_part(handled.result.doubles, handled.offset, list_pointer, handled.first_index)
        if progress is not None:
            progress(handled.offset + handled.result.length, source.size)
    value = decode_envelope(stream.envelope)
    doubles.add(find_in_envelope(stream.envelope, value) if stream.envelope else ())
    result = check_envelope(
        prepared,
        value,
        options.context,
        records.rows if options.rules else None,
        find_equal_holders(source, options.specification, prepared.layout, value),
    )
    records.add_envelope(source, stream.envelope, result)
    return FilePass(
        value=value,
        found=records.found,
        totals=records.totals,
        suppressed=records.suppressed,
        records=records.counts,
        rows=records.rows,
        doubles=doubles,
    )


@dataclass(slots=True)
class _Records:
    """Gathers what the processes found, in file order."""

    options: RecordCheckOptions
    prepared: Prepared
    found: dict[LocatedText, list[RawFinding]] = field(default_factory=dict)
    totals: Counter[str] = field(default_factory=Counter)
    suppressed: Counter[int] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)
    rows: dict[int, dict[int, dict[str, array[int]]]] = field(default_factory=dict)
    _kept: Counter[str] = field(default_factory=Counter)
    _seen: set[tuple[str, str, str | int]] = field(default_factory=set)
    _once_rules: frozenset[str] = frozenset()
    _stretches: list[tuple[int, int, int, int, int, int]] = field(default_factory=list)
    _widths: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rules = self.options.specification.rules
        self._once_rules = frozenset(r.id for r in rules if counts_once(r))
        if self.options.rules:
            self._widths = {r.number: r.check.width for r in self.prepared.list_rules}

    def add(self, handled: Handled[SegmentResult]) -> None:
        """One segment; segments come in file order."""
        result, layout = handled.result, self.prepared.layout
        name = layout.lists[handled.list_index].name
        self.counts[name] += handled.count
        self.totals.update(result.totals)
        self.suppressed.update(result.suppressed)
        for kept in result.kept:
            prefix = layout.pointer(handled.list_index, handled.holder, handled.first_index + kept.index)
            if self._is_wanted(kept.raw, prefix):
                piece = LocatedText(prefix, handled.offset + kept.start, handled.offset + kept.end)
                self.found.setdefault(piece, []).append(kept.raw)
        for number, rows in result.rows.items():
            if rows:
                self._add_rows(handled.holder, number, name, rows, handled.first_index)
        self._stretches.append(
            (
                handled.holder,
                handled.list_index,
                handled.first_index,
                handled.count,
                handled.offset,
                handled.offset + result.length,
            )
        )

    def add_envelope(self, source: Source, envelope: Envelope | None, result: EnvelopeResult) -> None:
        """What was found around the records, and what only all records together show."""
        specification = self.options.specification
        around: list[RawFinding] = []
        for fault in result.faults:
            id = structural_id(specification, fault.kind)
            self.totals[id] += 1
            if self._has_room(id):
                around.append(word_structural_fault(specification, (), fault))
        for hit in result.hits:
            if self._is_suppressed(hit.rule.id, hit.pointer):
                continue
            if hit.rule.id in self._once_rules:
                raw = word_hit(specification, (), hit.rule, hit.pointer, hit.addition)
                if self._is_wanted(raw, ()):
                    around.append(raw)
                continue
            self.totals[hit.rule.id] += 1
            if self._has_room(hit.rule.id):
                around.append(word_hit(specification, (), hit.rule, hit.pointer, hit.addition))
        if around:
            self.found[LocatedText((), 0, 0, envelope)] = around
        locate = _RecordFinder(source, self.prepared.layout, self._stretches)
        for late in result.record_hits:
            rule = late.hit.rule
            list_index = next(n for n, part in enumerate(self.prepared.layout.lists) if part.name == late.list_name)
            prefix = self.prepared.layout.pointer(list_index, late.holder, late.index)
            if self._is_suppressed(rule.id, (*prefix, *late.hit.pointer)):
                continue
            self.totals[rule.id] += 1
            if self._has_room(rule.id):
                start, end = locate(late.holder, list_index, late.index)
                raw = word_hit(specification, prefix, rule, late.hit.pointer, late.hit.addition)
                self.found.setdefault(LocatedText(prefix, start, end), []).append(raw)

    def _is_wanted(self, raw: RawFinding, prefix: Pointer) -> bool:
        """Whether to keep a finding: below the cap, and when it counts once the first of its kind."""
        if raw.rule in self._once_rules:
            pointer = (*prefix, *raw.pointer)
            seen = (raw.rule, find_place(self.options.specification, pointer).object_type.name, pointer[-1])
            if seen in self._seen:
                return False
            self._seen.add(seen)
            self.totals[raw.rule] += 1
        return self._has_room(raw.rule)

    def _has_room(self, rule: str) -> bool:
        """Whether one more finding of this rule is below the cap; counts it."""
        self._kept[rule] += 1
        return not self.options.cap or self._kept[rule] <= self.options.cap

    def _is_suppressed(self, rule: str, pointer: Pointer) -> bool:
        entry = self.options.suppression.find(rule, pointer)
        if entry is not None:
            self.suppressed[entry] += 1
        return entry is not None

    def _add_rows(self, holder: int, number: int, name: str, rows: array[int], first: int) -> None:
        if first:
            width = self._widths[number]
            for at in range(width, len(rows), width + 1):
                rows[at] += first
        known = self.rows.setdefault(holder, {}).setdefault(number, {}).setdefault(name, array("q"))
        known.extend(rows)


class _RecordFinder:
    """Finds the bytes of a record again by its number, remembering only where segments start."""

    def __init__(
        self, source: Source, layout: RecordLayout, stretches: Sequence[tuple[int, int, int, int, int, int]]
    ) -> None:
        self._source = source
        self._layout = layout
        self._stretches = stretches
        self._last: tuple[int, list[tuple[int, int]]] = (-1, [])

    def __call__(self, holder: int, list_index: int, index: int) -> tuple[int, int]:
        """First byte, and the byte behind the last, in the file."""
        for number, (h, part, first, count, start, end) in enumerate(self._stretches):
            if h == holder and part == list_index and first <= index < first + count:
                if self._last[0] != number:
                    self._last = (number, find_records(self._source.read(start, end - start)))
                low, high = self._last[1][index - first]
                return start + low, start + high
        raise LookupError(index)
