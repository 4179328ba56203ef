"""Checks the records of a delivery, block by block: fast when they are right, exact when they are not.

A record that its strict type takes is structurally right, and one fused function tells which rules may not hold for it.
Only what is refused or suspected is looked at closely.
"""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

import msgspec

from ddas.delivery.reading import name_syntax_fault
from ddas.delivery.record_layout import RecordLayout, RecordList
from ddas.delivery.record_stream import Segment
from ddas.delivery.unreadable import UnreadableDelivery
from ddas.delivery.walking import iter_objects
from ddas.findings import Pointer
from ddas.municipalities import use_municipalities
from ddas.rules.rule_kind import Context, ListCheck
from ddas.rules.running import prepare_key_rules, prepare_list_rules, prepare_object_rules
from ddas.rules.screening import make_screen
from ddas.specification import Specification
from ddas.validation.naming import structural_id, word_hit, word_structural_fault
from ddas.validation.raw_finding import RawFinding, Tally
from ddas.validation.record_types import RecordTypes
from ddas.validation.silencing import RuleHit, Silencer
from ddas.validation.structural_catalogue import STRUCTURAL_RULES
from ddas.validation.structure import StructuralFault, make_explainer
from ddas.validation.suppression import Suppression

__all__ = ["ONCE_KIND", "KeptFinding", "RecordCheckOptions", "RecordChecker", "SegmentResult"]

ONCE_KIND = "onbekende_sleutel"
"""Kind whose findings count once per key and object type in a file: counted where all processes come together."""

_MISSES = 16
"""After so many refused records in a row the strict type is not tried first any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordCheckOptions:
    """What every process of a check is told.

    ``cap``: most findings kept per rule, 0 keeps all; ``rules``: also the rules, not the structure alone;
    ``municipalities``: an own list of municipalities, None for that of the toolkit.
    """

    specification: Specification
    layout: RecordLayout
    context: Context
    suppression: Suppression
    cap: int = 1000
    rules: bool = True
    municipalities: Path | None = None


@dataclass(frozen=True, slots=True)
class KeptFinding:
    """A finding in a record. ``index``: 0-based in the segment; ``start``, ``end``: bytes from its begin."""

    index: int
    start: int
    end: int
    raw: RawFinding


@dataclass(slots=True)
class SegmentResult:
    """What was found in one segment.

    ``rows``: per list rule (by number) what it remembers of the records, as in ``ListCheck.conclude`` with indexes in
    the segment. ``totals``: exact, without the kind that counts once. ``length``: bytes of the segment.
    """

    length: int
    kept: list[KeptFinding] = field(default_factory=list)
    totals: Counter[str] = field(default_factory=Counter)
    rows: dict[int, array[int]] = field(default_factory=dict)
    suppressed: Counter[int] = field(default_factory=Counter)


class RecordChecker:
    """A handler for ``RecordStream``; one per process."""

    def __init__(self, options: RecordCheckOptions) -> None:
        if options.municipalities is not None:  # a process that was started anew knows nothing of it yet
            use_municipalities(options.municipalities)
        self._options = options
        self._tally = Tally(options.cap)
        types = RecordTypes(options.specification)
        self._parts = [_ListPart(options, part, types) for part in options.layout.lists]
        explainer = make_explainer(options.specification)
        self._explain = explainer.explain
        self._types = types
        self._misses = 0

    def __call__(self, segment: Segment) -> SegmentResult:
        """Check the records of one segment.

        Raises:
            UnreadableDelivery: a record is no JSON after all, or nests too deep.
        """
        part = self._parts[segment.list_index]
        result = SegmentResult(len(segment.text))
        decode, screen, context = part.decode, part.screen, self._options.context
        gather = part.gather(result) if part.list_checks else None
        for index, raw in enumerate(segment.raws):
            record = None
            kept: Sequence[RuleHit] = ()
            if self._misses < _MISSES:
                try:
                    record = decode(raw)
                except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
                    self._misses += 1
                else:
                    self._misses = 0
            if record is None:
                record, kept = self._look_closely(part, segment, index, result)
            elif screen is not None and (suspects := screen(record, context)):
                hits = part.run(suspects, record, context)
                if hits:
                    kept = part.silencer.keep(hits)
                    self._report(part, segment, index, result, (), kept)
            if gather is not None:
                gather(index, record, kept)
        result.totals = self._tally.take_totals()
        return result

    def _look_closely(
        self, part: _ListPart, segment: Segment, index: int, result: SegmentResult
    ) -> tuple[Any, Sequence[RuleHit]]:
        """The exact path; gives the record without what is wrong in it, and the hits that count."""
        value = _decode_exactly(segment, index)
        try:
            faults = self._explain(value, part.records.object_type)
            if not faults:
                self._misses = 0
            record = self._types.clean(value, part.records.object_type)
            hits: list[RuleHit] = []
            if part.screen is not None:
                hits = part.run(part.screen(record, self._options.context), record, self._options.context)
                hits += part.run_key_rules(value)
        except RecursionError:
            raise UnreadableDelivery("te diep", None) from None
        faulty = {f.pointer for f in faults}
        kept = part.silencer.keep(hits, faulty) if hits else []
        if faults or kept:
            self._report(part, segment, index, result, faults, kept)
        return record, kept

    def _report(
        self,
        part: _ListPart,
        segment: Segment,
        index: int,
        result: SegmentResult,
        faults: Sequence[StructuralFault],
        hits: Collection[RuleHit],
    ) -> None:
        specification = self._options.specification
        start, end = segment.offsets()[index]
        for fault in faults:
            if self._tally.count(part.structural_ids[fault.kind]):
                raw = word_structural_fault(specification, part.prefix, fault)
                result.kept.append(KeptFinding(index, start, end, raw))
        for hit in hits:
            entry = self._options.suppression.find(hit.rule.id, (*part.prefix, *hit.pointer))
            if entry is not None:
                result.suppressed[entry] += 1
            elif hit.rule.kind == ONCE_KIND or self._tally.count(hit.rule.id):
                raw = word_hit(specification, part.prefix, hit.rule, hit.pointer, hit.addition)
                result.kept.append(KeptFinding(index, start, end, raw))


class _ListPart:
    """What is made once for one of the record lists."""

    def __init__(self, options: RecordCheckOptions, records: RecordList, types: RecordTypes) -> None:
        specification = options.specification
        self.records = records
        self.prefix: Pointer = tuple(step for key in records.path for step in (key, 0))
        self.decode = msgspec.json.Decoder(types.strict(records.object_type)).decode
        self.silencer = Silencer(specification, self.prefix)
        self.structural_ids = {kind: structural_id(specification, kind) for kind in STRUCTURAL_RULES}
        self.screen: Any = None
        self.list_checks: list[tuple[int, str, ListCheck]] = []
        if not options.rules:
            return
        self._specification = specification
        self._rules = {r.number: r for r in prepare_object_rules(specification) if r.reaches(records.object_type)}
        self._key_rules = prepare_key_rules(specification)
        self.screen = make_screen(
            specification, records.object_type, [(number, r.rule) for number, r in self._rules.items()]
        )
        self.list_checks = [
            (r.number, r.rule.id, r.check) for r in prepare_list_rules(specification) if records.name in r.list_names
        ]
        self._context = options.context

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
        for visit in iter_objects(self._specification, value, self.records.object_type):
            for key_rule in self._key_rules:
                hits += [RuleHit(key_rule.rule, hit.path, hit.addition) for hit in key_rule.check(visit)]
        return hits

    def gather(self, result: SegmentResult) -> Any:
        """A function that remembers of each record what the list rules need.

        A list rule does not see a record in which a rule fired that silences it.
        """
        name, context = self.records.name, self._context
        targets: list[tuple[str, Any, array[int], set[tuple[int, ...]] | None]] = []
        for number, id, check in self.list_checks:
            rows = result.rows[number] = array("q")
            targets.append((id, check.gather, rows, set() if getattr(check, "distinct", False) else None))

        def gather(index: int, record: Any, hits: Sequence[RuleHit]) -> None:
            silent = {id for hit in hits for id in hit.rule.silences} if hits else ()
            for id, take, rows, seen in targets:
                if id in silent:
                    continue
                for row in take(name, record, context):
                    if seen is not None:
                        if row in seen:
                            continue
                        seen.add(row)
                    rows.extend(row)
                    rows.append(index)

        return gather


def _decode_exactly(segment: Segment, index: int) -> Any:
    """The plain value of a record, as ``json.loads`` sees it."""
    start, _ = segment.offsets()[index]
    try:
        return json.loads(bytes(segment.raws[index]), parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        text = bytes(segment.raws[index]).decode("utf-8", "replace")
        raise UnreadableDelivery(name_syntax_fault(error), start + len(text[: error.pos].encode())) from None
    except RecursionError:
        raise UnreadableDelivery("te diep", start) from None
    except UnicodeDecodeError as error:
        raise UnreadableDelivery("geen utf-8", start + error.start) from None
    except ValueError as error:  # NaN, or a whole number of more than 4,300 digits
        fault = "geen getal" if isinstance(error, _BadConstantError) else "te lang getal"
        raise UnreadableDelivery(fault, start) from None


class _BadConstantError(ValueError):
    """NaN or Infinity."""


def _refuse_constant(_name: str) -> NoReturn:
    raise _BadConstantError
