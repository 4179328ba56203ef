"""Brings together what was found in the parts of a file, in file order."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from ddas.delivery.double_keys import DoubleKey
from ddas.delivery.segments import Handled, find_records
from ddas.delivery.source import Source
from ddas.findings import Pointer
from ddas.validation.envelope_check import EnvelopeResult
from ddas.validation.keeping import Keeper
from ddas.validation.naming import Located, structural_id, word_double_key_at, word_fault_at, word_hit_at
from ddas.validation.prepared import Prepared
from ddas.validation.record_check import RecordCheckOptions, SegmentResult
from ddas.validation.structure.fault_codes import DOUBLE_KEY

__all__ = ["Gathering", "Rows"]

Rows = dict[int, dict[int, dict[str, "array[int]"]]]
"""Levering (0-based) → number of a list rule → name of the record list → what the rule remembers of the records."""

_AROUND: tuple[Pointer, tuple[int, int]] = ((), (0, 0))
"""Piece and span of what stands around the records."""


class Gathering:
    """What was found so far.

    Attributes:
        found: What the report keeps.
        records: Name of a record list → number of records in the file.
        keeper: Counts, and decides what is kept.
    """

    def __init__(self, options: RecordCheckOptions, prepared: Prepared) -> None:
        self.found: list[Located] = []
        self.records: Counter[str] = Counter()
        self.rows: Rows = {}
        self.keeper = Keeper(options.specification, options.suppression, options.cap)
        self._layout = prepared.layout
        self._specification = options.specification
        self._widths = {r.number: r.check.width for r in prepared.list_rules} if options.rules else {}
        self._stretches = _Stretches()

    def add(self, handled: Handled[SegmentResult]) -> None:
        """One segment; segments come in file order."""
        result = handled.result
        name = self._layout.lists[handled.list_index].name
        self.records[name] += handled.count
        self.keeper.add(result.counts)
        for found in result.found:
            at = handled.first_index + int(found.piece[-1])
            piece = self._layout.pointer(handled.list_index, handled.holder, at)
            if self.keeper.take_over(found.rule, (*piece, *found.pointer)):
                self.found.append(replace(found, piece=piece))
        for number, rows in result.rows.items():
            if rows:
                self._add_rows(handled, number, rows)
        first = self._layout.pointer(handled.list_index, handled.holder, handled.first_index)
        self._stretches.add(first, handled.offset, result.length)

    def find_segment(self, first: Pointer) -> tuple[int, int] | None:
        """Offset and length of the segment of which this is the first record; None when there is none."""
        return self._stretches.get(first)

    def add_envelope(self, source: Source, result: EnvelopeResult) -> None:
        """What was found around the records, and what only all records together show."""
        specification, keeper = self._specification, self.keeper
        for fault in result.faults:
            if keeper.take(structural_id(specification, fault.kind), fault.pointer):
                self.found.append(word_fault_at(specification, *_AROUND, fault))
        for hit in result.hits:
            if keeper.take(hit.rule.id, hit.pointer):
                self.found.append(word_hit_at(specification, *_AROUND, hit))
        depth = len(self._layout.pointer(0, 0, 0)) if self._layout.lists else 0
        for hit in result.record_hits:
            if keeper.take(hit.rule.id, hit.pointer):
                piece = hit.pointer[:depth]
                inside = replace(hit, pointer=hit.pointer[depth:])
                self.found.append(word_hit_at(specification, piece, self._stretches.find(source, piece), inside))

    def add_double_keys(self, doubles: Iterable[DoubleKey]) -> None:
        """Keys around the records that stand twice."""
        for one in doubles:
            if self.keeper.take(DOUBLE_KEY.id, one.pointer):
                self.found.append(word_double_key_at(self._specification, *_AROUND, one))

    def _add_rows(self, handled: Handled[SegmentResult], number: int, rows: array[int]) -> None:
        if handled.first_index:
            width = self._widths[number]
            for at in range(width, len(rows), width + 1):
                rows[at] += handled.first_index
        name = self._layout.lists[handled.list_index].name
        known = self.rows.setdefault(handled.holder, {}).setdefault(number, {}).setdefault(name, array("q"))
        known.extend(rows)


@dataclass(slots=True)
class _Stretches:
    """Finds the bytes of a record again by its pointer, remembering only where segments start."""

    _firsts: list[Pointer] = field(default_factory=list)
    """Pointer of the first record of each segment."""
    _spans: dict[Pointer, tuple[int, int]] = field(default_factory=dict)
    """That pointer → offset and length of the segment."""
    _is_sorted: bool = True
    _last: tuple[Pointer, list[tuple[int, int]]] = ((), [])
    """The segment that was looked in last: its first pointer, and the bytes of its records in it."""

    def add(self, first: Pointer, offset: int, length: int) -> None:
        """Remember a segment."""
        self._is_sorted = self._is_sorted and (not self._firsts or self._firsts[-1] < first)
        self._firsts.append(first)
        self._spans[first] = (offset, length)

    def get(self, first: Pointer) -> tuple[int, int] | None:
        """Offset and length of the segment that starts with this record."""
        return self._spans.get(first)

    def find(self, source: Source, piece: Pointer) -> tuple[int, int]:
        """First byte of the record, and the one behind its last, in the file."""
        if not self._is_sorted:  # even a list that is sorted takes a walk to see it
            self._firsts.sort()
            self._is_sorted = True
        first = self._firsts[bisect_right(self._firsts, piece) - 1]
        offset, length = self._spans[first]
        if self._last[0] != first:
            self._last = (first, find_records(source.read(offset, length)))
        low, high = self._last[1][int(piece[-1]) - int(first[-1])]
        return offset + low, offset + high
