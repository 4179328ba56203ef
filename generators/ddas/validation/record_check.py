"""Checks the records of a delivery, block by block: fast when they are right, exact when they are not.

A record that its strict type takes is structurally right, and one fused function tells which rules may not hold for it.
Only what is refused or suspected is looked at closely.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import msgspec

from ddas.delivery.exact_value import read_record
from ddas.delivery.file_fault_name import FileFaultName
from ddas.delivery.segments import Segment
from ddas.delivery.unreadable import UnreadableDelivery
from ddas.findings import Pointer
from ddas.rules.rule_kind import Context
from ddas.rules.running import ListRule
from ddas.rules.screening import ScreenFunction
from ddas.standard.record_layout import RecordList
from ddas.standard.specification import Specification
from ddas.validation.double_keys import iter_in_segment
from ddas.validation.keeping import Counts, Keeper
from ddas.validation.naming import Located, structural_id, word_double_key_at, word_fault_at, word_hit_at
from ddas.validation.prepared import Prepared, prepare
from ddas.validation.silencing import RuleHit, Silencer
from ddas.validation.structure.explainer import StructuralFault
from ddas.validation.structure.fault_codes import DOUBLE_KEY, STRUCTURAL_RULES
from ddas.validation.suppression import Suppression

__all__ = ["RecordCheckOptions", "RecordChecker", "SegmentResult"]

_MOST_FAULTS = 10
"""A record with more structural faults than this is not held against the rules: first its structure must be right."""

_MISSES = 16
"""After so many refused records in a row the strict type is not tried first any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordCheckOptions:
    """What every process of a check is told.

    ``cap``: most findings kept per rule, 0 keeps all; ``rules``: also the rules, not the structure alone.
    """

    specification: Specification
    context: Context
    suppression: Suppression
    cap: int = 1000
    rules: bool = True


@dataclass(slots=True)
class SegmentResult:
    """What was found in one segment.

    Attributes:
        length: Bytes of the segment.
        found: Findings that may be kept; their records are counted from the begin of the segment.
        counts: Exact, without what counts once in a file.
        rows: Per list rule (by number) what it remembers of the records, as in ``ListCheck.conclude`` with indexes in
            the segment.
    """

    length: int
    found: list[Located] = field(default_factory=list)
    counts: Counts = field(default_factory=Counts)
    rows: dict[int, array[int]] = field(default_factory=dict)


class RecordChecker:
    """A handler for ``RecordStream``; one per process."""

    def __init__(self, options: RecordCheckOptions) -> None:
        self._options = options
        self._keeper = Keeper(options.specification, options.suppression, options.cap)
        self._prepared = prepare(options.specification)
        self._parts = [_ListPart(options, part, self._prepared) for part in self._prepared.layout.lists]
        self._misses = 0

    def __call__(self, segment: Segment) -> SegmentResult:
        """Check the records of one segment.

        Raises:
            UnreadableDelivery: a record is no JSON after all, or nests too deep.
        """
        part = self._parts[segment.list_index]
        result = SegmentResult(len(segment.text))
        decode, screen, context = part.decode, part.screen, self._options.context
        gather = part.gather(result) if part.list_rules else None
        look = _Look(segment, part, result)
        for index, raw in enumerate(segment.raws):
            record = None
            silent: Collection[str] = ()
            if self._misses < _MISSES:
                try:
                    record = decode(raw)
                except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
                    self._misses += 1
                else:
                    self._misses = 0
                    look.values.append(record)
            if record is None:
                record, silent = self._look_closely(look, index)
            elif screen is not None and (suspects := screen(record, context)):
                hits = part.run(suspects, record, context)
                if hits:
                    kept = part.silencer.keep(hits, record)
                    silent = {id for hit in kept for id in hit.rule.silences}
                    self._report(look, index, (), kept)
            if gather is not None and record is not None:
                gather(index, record, silent)
        self._report_double_keys(segment, look)
        result.counts = self._keeper.hand_over()
        return result

    def _look_closely(self, look: _Look, index: int) -> tuple[Any, Collection[str]]:
        """The exact path: the record without what is wrong in it, and the ids of the list rules that do not see it.

        None for the record when too much is wrong in it.
        """
        part, context = look.part, self._options.context
        try:
            value, faults, record = self._read_exactly(look, index)
            if not faults:
                self._misses = 0
            if len(faults) > _MOST_FAULTS or any(not f.pointer for f in faults):  # the last: no object at all
                self._report(look, index, faults, ())
                return None, ()
            hits: list[RuleHit] = []
            if part.screen is not None:
                hits = part.run(part.screen(record, context), record, context)
                hits += part.run_key_rules(value)
        except RecursionError:
            raise UnreadableDelivery(FileFaultName.TOO_DEEP, None) from None
        wrong = part.silencer.faulty_fields
        places = wrong.index({f.pointer for f in faults}) if faults else None
        kept = part.silencer.keep(hits, record, places) if hits else []
        if faults or kept:
            self._report(look, index, faults, kept)
        silent = {id for hit in kept for id in hit.rule.silences}
        if places is not None:
            silent |= {r.rule.id for r in part.list_rules if r.check.reads_all or wrong.reads_any(r.rule, places)}
        return record, silent

    def _read_exactly(self, look: _Look, index: int) -> tuple[Any, list[StructuralFault], Any]:
        """The plain value of a record, what is wrong in it, and what can be used of it."""
        object_type = look.part.records.object_type
        read = self._prepared.pieces.read(look.raw(index), object_type)
        if read is not None:
            look.keep_plain(read.value)
            return read.value, read.faults, read.record
        value = look.decode_exactly(index)
        faults = self._prepared.explainer.explain(value, object_type)
        return value, faults, self._prepared.types.clean(value, object_type)

    def _report(self, look: _Look, index: int, faults: Sequence[StructuralFault], hits: Collection[RuleHit]) -> None:
        specification, part = self._options.specification, look.part
        piece = (*part.prefix[:-1], index)
        for fault in faults:
            if self._keeper.pass_on(part.structural_ids[fault.kind], (*piece, *fault.pointer)):
                look.result.found.append(word_fault_at(specification, piece, look.span(index), fault))
        for hit in hits:
            if self._keeper.pass_on(hit.rule.id, (*piece, *hit.pointer)):
                look.result.found.append(word_hit_at(specification, piece, look.span(index), hit))

    def _report_double_keys(self, segment: Segment, look: _Look) -> None:
        for index, one in iter_in_segment(segment, look.values, is_typed=look.is_typed):
            piece = (*look.part.prefix[:-1], index)
            if self._keeper.pass_on(DOUBLE_KEY.id, (*piece, *one.pointer)):
                found = word_double_key_at(self._options.specification, piece, look.span(index), one)
                look.result.found.append(found)


class _Look:
    """A segment that is looked at, and what was found in it; finds the bytes of its records once, and only if asked.

    ``values``: what was decoded from each record, typed or plain; ``is_typed``: none is plain.
    """

    def __init__(self, segment: Segment, part: _ListPart, result: SegmentResult) -> None:
        self.part = part
        self.result = result
        self.values: list[Any] = []
        self.is_typed = True
        self._segment = segment

    @cached_property
    def _offsets(self) -> list[tuple[int, int]]:
        return self._segment.offsets()

    def span(self, index: int) -> tuple[int, int]:
        """The bytes of a record in the file: the first, and the one behind the last."""
        start, end = self._offsets[index]
        return self._segment.offset + start, self._segment.offset + end

    def decode_exactly(self, index: int) -> Any:
        """The plain value of a record, as ``json.loads`` sees it."""
        value = read_record(self._segment, index)
        self.keep_plain(value)
        return value

    def keep_plain(self, value: Any) -> None:
        """Remember the value of the next record, in which not all is typed."""
        self.values.append(value)
        self.is_typed = False

    def raw(self, index: int) -> msgspec.Raw:
        """The bytes of a record."""
        return self._segment.raws[index]


class _ListPart:
    """What is made once for one of the record lists."""

    def __init__(self, options: RecordCheckOptions, records: RecordList, prepared: Prepared) -> None:
        specification = options.specification
        self.records = records
        self.prefix: Pointer = tuple(step for key in records.path for step in (key, 0))
        self.decode = prepared.decode(records.object_type)
        self.silencer = Silencer(specification, self.prefix)
        self.structural_ids = {kind: structural_id(specification, kind) for kind in STRUCTURAL_RULES}
        self.screen: ScreenFunction | None = None
        self.list_rules: list[ListRule] = []
        if not options.rules:
            return
        self._unknown_keys = prepared.unknown_keys
        self._rules = {r.number: r for r in prepared.object_rules}
        self._key_rules = prepared.key_rules
        self._context = options.context
        self.screen = prepared.screen(records.object_type)
        self.list_rules = [r for r in prepared.list_rules if records.name in r.check.list_names]

    def run(self, suspects: Sequence[int], record: Any, context: Context) -> list[RuleHit]:
        """The hits of these rules, by number, in the order of the rules."""
        hits = []
        for number in suspects:
            checked = self._rules[number]
            for hit in checked.iter_hits(record, self.records.object_type, context):
                hits.append(RuleHit(checked.rule, hit.path, hit.addition))
        return hits

    def run_key_rules(self, value: object) -> list[RuleHit]:
        """The hits of the rules on unknown keys."""
        hits = []
        for visit in self._unknown_keys.iter_visits(value, self.records.object_type):
            for key_rule in self._key_rules:
                hits += [RuleHit(key_rule.rule, hit.path, hit.addition) for hit in key_rule.check(visit)]
        return hits

    def gather(self, result: SegmentResult) -> Any:
        """A function that remembers of each record what the list rules need.

        A list rule does not see a record in which a rule fired that silences it, or in which what it reads is wrong.
        """
        name, context = self.records.name, self._context
        targets: list[tuple[str, Any, array[int], set[tuple[int, ...]] | None]] = []
        for r in self.list_rules:
            rows = result.rows[r.number] = array("q")
            targets.append((r.rule.id, r.check.gather, rows, set() if r.check.distinct else None))

        def gather(index: int, record: Any, silent: Collection[str]) -> None:
            for id, take, rows, seen in targets:
                if silent and id in silent:
                    continue
                for row in take(name, record, context):
                    if seen is not None:
                        if row in seen:
                            continue
                        seen.add(row)
                    rows.extend(row)
                    rows.append(index)

        return gather
