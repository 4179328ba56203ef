"""Checks what stands around the records: the root, the deliveries in it, and what only all records together show."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ddas.delivery.envelope import Envelope
from ddas.delivery.record_layout import RecordLayout
from ddas.delivery.unreadable import UnreadableDelivery
from ddas.delivery.walking import iter_objects
from ddas.findings import Pointer
from ddas.rules.rule_kind import Context
from ddas.rules.running import prepare_key_rules, prepare_list_rules, prepare_object_rules
from ddas.specification import Specification
from ddas.validation.record_types import RecordTypes
from ddas.validation.silencing import RuleHit, Silencer
from ddas.validation.structure import StructuralFault, make_explainer

__all__ = ["EnvelopeResult", "RecordHit", "RowsByHolder", "check_envelope", "decode_envelope"]

RowsByHolder = Mapping[int, Mapping[int, Mapping[str, "array[int]"]]]
"""0-based levering → number of the list rule → name of the record list → rows, as in ``ListCheck.conclude``."""


@dataclass(frozen=True, slots=True)
class RecordHit:
    """A hit in a record that only all records together show. ``hit.pointer`` starts at the record."""

    holder: int
    list_name: str
    index: int
    hit: RuleHit


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvelopeResult:
    """What was found; pointers start at the root, those of ``record_hits`` at the record."""

    faults: tuple[StructuralFault, ...]
    hits: tuple[RuleHit, ...]
    record_hits: tuple[RecordHit, ...]


def decode_envelope(envelope: Envelope | None) -> Any:
    """The document without its records.

    Raises:
        UnreadableDelivery: it nests too deep.
    """
    try:
        return None if envelope is None else json.loads(envelope.text)
    except RecursionError:
        raise UnreadableDelivery("te diep", None) from None


def check_envelope(
    specification: Specification,
    layout: RecordLayout,
    value: Any,
    context: Context,
    rows: RowsByHolder | None,
    duplicates: frozenset[int],
) -> EnvelopeResult:
    """Check the document without its records.

    Args:
        specification: The standard.
        layout: Where its records stand.
        value: As ``decode_envelope`` gave it.
        context: Of this delivery.
        rows: What the list rules remember; None checks the structure alone.
        duplicates: Holders that are equal to an earlier one, records included.
    """
    faults = [
        f
        for f in make_explainer(specification).explain(value)
        if not (f.kind == "uniqueItems" and f.pointer == layout.holder_path and not duplicates)
    ]
    if rows is None:
        return EnvelopeResult(faults=tuple(faults), hits=(), record_hits=())
    root = RecordTypes(specification).clean(value, specification.root)
    hits = [
        RuleHit(r.rule, hit.path, hit.addition)
        for r in prepare_object_rules(specification)
        for hit in r.iter_hits(root, specification.root, context)
    ]
    record_hits: list[RecordHit] = []
    for number, holder in enumerate(_holders(specification, layout, root)):
        prefix: Pointer = (*layout.holder_path, number) if layout.holder_path else ()
        for list_hit in _conclude(specification, rows.get(number, {}), holder, replace(context, index=number)):
            if list_hit.list_name:
                record_hits.append(replace(list_hit, holder=number))
            else:
                hits.append(replace(list_hit.hit, pointer=(*prefix, *list_hit.hit.pointer)))
    hits += _iter_key_hits(specification, value)
    kept = Silencer(specification, ()).keep(hits, {f.pointer for f in faults})
    return EnvelopeResult(faults=tuple(faults), hits=tuple(kept), record_hits=tuple(record_hits))


def _iter_key_hits(specification: Specification, value: object) -> Iterator[RuleHit]:
    rules = prepare_key_rules(specification)
    for visit in iter_objects(specification, value):
        for key_rule in rules:
            for hit in key_rule.check(visit):
                yield RuleHit(key_rule.rule, hit.path, hit.addition)


def _conclude(
    specification: Specification, rows: Mapping[int, Mapping[str, array[int]]], holder: Any, context: Context
) -> Iterator[RecordHit]:
    hits = []
    for r in prepare_list_rules(specification):
        for found in r.check.conclude(dict(rows.get(r.number, {})), holder, context):
            hits.append(RecordHit(0, found.list_name, found.index, RuleHit(r.rule, found.path, found.addition)))
    fired = {h.hit.rule.id for h in hits}
    silenced = {s for h in hits for s in h.hit.rule.silences}
    yield from (h for h in hits if h.hit.rule.id not in silenced & fired)


def _holders(specification: Specification, layout: RecordLayout, root: Any) -> list[Any]:
    if not layout.holder_path:
        return [root]
    attribute = next(a for a in specification.root_type.attributes if a.wire_name == layout.holder_path[0])
    return list(getattr(root, attribute.name) or ())
