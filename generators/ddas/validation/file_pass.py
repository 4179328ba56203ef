"""One pass over a delivery with one standard: all records through the checker, then what stands around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from ddas.delivery.envelope import Envelope, guess_root_values
from ddas.delivery.record_stream import RecordStream
from ddas.delivery.source import Source
from ddas.rules.rule_kind import Context
from ddas.standard.municipalities import own_municipalities
from ddas.standard.roles import roles_of
from ddas.standard.specification import Specification
from ddas.validation.double_keys import iter_in_envelope
from ddas.validation.envelope_check import check_envelope, decode_envelope
from ddas.validation.gathering import Gathering, Rows
from ddas.validation.keeping import Counts
from ddas.validation.naming import Located
from ddas.validation.options import CheckOptions
from ddas.validation.prepared import prepare
from ddas.validation.record_check import RecordChecker, RecordCheckOptions, SegmentResult
from ddas.validation.structure.equal_holders import EqualHolders

__all__ = ["FilePass", "run_pass"]

_PARALLEL_FROM = 30_000_000
"""Bytes from which a second process is worth its start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePass:
    """What one pass found.

    Attributes:
        value: The document without its records.
        envelope: The same as text, to find places in; None for a file without any.
        found: The findings that the report keeps.
        counts: How many there are of each rule, and how many the exceptions took away.
        records: Name of a record list → number of records in the file.
        rows: What the list rules remember.
    """

    value: Any
    envelope: Envelope | None
    found: tuple[Located, ...]
    counts: Counts
    records: Counter[str]
    rows: Rows


_DAY_LENGTH = len("2025-01-01")


def _root_names(specification: Specification) -> frozenset[str]:
    """The wire names of the fields in the root that rules look at."""
    roles = roles_of(specification)
    fields = (roles.period_start, roles.period_end, roles.moment)
    return frozenset(field.wire_name for field in fields if field is not None)


def _with_period(context: Context, specification: Specification, root: Mapping[str, object]) -> Context:
    """The context for a delivery with these fields in its root; what is absent or wrong counts as unknown.

    So does a period that ends before it starts, and a day of delivery before the end of the period: a rule on the root
    tells of that once, and no record is measured by it.

    Args:
        context: What is the same for every delivery of the run.
        specification: The standard.
        root: Wire name → value of the fields in the root that are known.
    """
    roles = roles_of(specification)
    start, end, moment = (
        root.get(field.wire_name) if field else None for field in (roles.period_start, roles.period_end, roles.moment)
    )
    start, end = _day(start), _day(end)
    delivered = _day(moment[:_DAY_LENGTH]) if isinstance(moment, str) else None
    if delivered is not None and end is not None and delivered < end:
        delivered = None
    if start is not None and end is not None and end < start:
        start = end = None
    return replace(context, period_start=start, period_end=end, delivery_day=delivered)


def _day(value: object) -> date | None:
    if not isinstance(value, str) or len(value) != _DAY_LENGTH or value[4] != "-":
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def run_pass(source: Source, specification: Specification, options: CheckOptions) -> FilePass:
    """Check a delivery; a second time when its period is another than was guessed from head and tail of the file.

    Raises:
        UnreadableDelivery: the bytes are no JSON document.
    """
    always = Context(key=options.key, municipalities=options.municipalities or own_municipalities())
    guess = guess_root_values(source, set(_root_names(specification)))
    record_options = RecordCheckOptions(
        specification=specification,
        context=_with_period(always, specification, guess),
        suppression=options.suppression,
        cap=options.max_per_rule,
        rules=options.rules and bool(specification.rules),
    )
    outcome = _read_once(source, record_options, options)
    real = _with_period(always, specification, outcome.value if isinstance(outcome.value, Mapping) else {})
    if real == record_options.context or not record_options.rules:
        return outcome
    return _read_once(source, replace(record_options, context=real), options)


def _read_once(source: Source, record_options: RecordCheckOptions, options: CheckOptions) -> FilePass:
    specification = record_options.specification
    prepared = prepare(specification)
    stream: RecordStream[SegmentResult] = RecordStream(
        source,
        prepared.layout,
        make_handler=partial(RecordChecker, record_options),
        processes=options.processes or (2 if source.size >= _PARALLEL_FROM else 1),
        block_size=options.block_size,
    )
    gathering = Gathering(record_options, prepared)
    for handled in stream:
        gathering.add(handled)
        if options.progress is not None:
            options.progress(handled.offset + handled.result.length, source.size)
    value = decode_envelope(stream.envelope)
    result = check_envelope(
        prepared,
        value,
        record_options.context,
        gathering.rows if record_options.rules else None,
        EqualHolders(source, prepared.layout, value, gathering.find_segment),
    )
    gathering.add_envelope(source, result)
    gathering.add_double_keys(iter_in_envelope(stream.envelope, value))
    return FilePass(
        value=value,
        envelope=stream.envelope,
        found=tuple(gathering.found),
        counts=gathering.keeper.counts,
        records=gathering.records,
        rows=gathering.rows,
    )
