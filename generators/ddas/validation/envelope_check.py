"""Checks what stands around the records: the root, the deliveries in it, and what only all records together show."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from ddas.delivery.envelope import Envelope
from ddas.delivery.file_fault_name import FileFaultName
from ddas.delivery.unreadable import UnreadableDelivery
from ddas.findings import Pointer
from ddas.rules.rule_kind import Context, ListHit
from ddas.rules.running import ListRule
from ddas.standard.record_layout import RecordLayout
from ddas.standard.specification import Rule
from ddas.validation.prepared import Prepared
from ddas.validation.silencing import RuleHit, Silencer
from ddas.validation.structure.equal_holders import EqualHolders
from ddas.validation.structure.explainer import StructuralFault

__all__ = ["EnvelopeResult", "RowsByHolder", "check_envelope", "decode_envelope"]

RowsByHolder = Mapping[int, Mapping[int, Mapping[str, "array[int]"]]]
"""0-based levering → number of the list rule → name of the record list → rows, as in ``ListCheck.conclude``."""


_FEW_HOLDERS = 100
"""With no more holders than this all rules run on what stands around the records: making a screen costs more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvelopeResult:
    """What was found; pointers start at the root. ``record_hits``: in records, in file order per rule; can be many."""

    faults: tuple[StructuralFault, ...]
    hits: tuple[RuleHit, ...]
    record_hits: Iterator[RuleHit]


def decode_envelope(envelope: Envelope | None) -> Any:
    """The document without its records.

    Raises:
        UnreadableDelivery: it nests too deep.
    """
    try:
        return None if envelope is None else json.loads(envelope.text)
    except RecursionError:
        raise UnreadableDelivery(FileFaultName.TOO_DEEP, None) from None


def check_envelope(
    prepared: Prepared,
    value: Any,
    context: Context,
    rows: RowsByHolder | None,
    equal: EqualHolders,
) -> EnvelopeResult:
    """Check the document without its records.

    Args:
        prepared: Of the standard.
        value: As ``decode_envelope`` gave it.
        context: Of this delivery.
        rows: What the list rules remember; None checks the structure alone.
        equal: Of this delivery.
    """
    specification, layout = prepared.specification, prepared.layout
    faults = tuple(
        f
        for f in prepared.explainer.explain(value)
        if not (f.kind == "uniqueItems" and f.pointer == layout.holder_path and not equal.find())
    )
    if rows is None:
        return EnvelopeResult(faults=faults, hits=(), record_hits=iter(()))
    root = prepared.types.clean(value, specification.root)
    hits = list(_iter_object_hits(prepared, root, context))
    late: list[Iterator[RuleHit]] = []
    for number, holder in enumerate(_holders(prepared, root)):
        prefix: Pointer = (*layout.holder_path, number) if layout.holder_path else ()
        inside = replace(context, index=number)
        for rule, first, found in _conclude(prepared.list_rules, rows.get(number, {}), holder, inside):
            in_holder = _iter_rule_hits(layout, prefix, rule, found)
            if first.list_name:
                late.append(in_holder)
            else:
                hits += in_holder
    for r in prepared.holder_rules:
        hits += [RuleHit(r.rule, (*layout.holder_path, number), "") for number in sorted(equal.find(r.check.strip))]
    hits += _iter_key_hits(prepared, value)
    silencer = Silencer(specification, ())
    kept = silencer.keep(hits, root, silencer.faulty_fields.index({f.pointer for f in faults}) if faults else None)
    return EnvelopeResult(faults=faults, hits=tuple(kept), record_hits=chain.from_iterable(late))


def _iter_object_hits(prepared: Prepared, root: Any, context: Context) -> Iterator[RuleHit]:
    """The hits of the rules on objects. A rule without a screen of its own may look at the place in a list."""
    name = prepared.specification.root
    suspects = None
    if len(_holders(prepared, root)) > _FEW_HOLDERS:
        suspects = set(prepared.screen(name)(root, context))
    for r in prepared.object_rules:
        if suspects is None or r.number in suspects or r.kind.screen is None:
            for hit in r.iter_hits(root, name, context):
                yield RuleHit(r.rule, hit.path, hit.addition)


def _iter_key_hits(prepared: Prepared, value: object) -> Iterator[RuleHit]:
    for visit in prepared.unknown_keys.iter_visits(value, prepared.specification.root):
        for key_rule in prepared.key_rules:
            for hit in key_rule.check(visit):
                yield RuleHit(key_rule.rule, hit.path, hit.addition)


def _conclude(
    list_rules: Sequence[ListRule], rows: Mapping[int, Mapping[str, array[int]]], holder: Any, context: Context
) -> Iterator[tuple[Rule, ListHit, Iterator[ListHit]]]:
    """The rules that fire on the records of a holder and are not silenced by another, each with its first and all hits.

    The hits of a rule are all in records, or all in the holder. A rule in records silences another one in records at
    the same record; in the holder, and of what is in the holder, it silences all.
    """
    fired: list[tuple[Rule, ListHit, Iterator[ListHit]]] = []
    for r in list_rules:
        hits = r.check.conclude(dict(rows.get(r.number, {})), holder, context)
        first = next(hits, None)
        if first is not None:
            fired.append((r.rule, first, chain([first], hits)))
    names = {rule.id for rule, _, _ in fired}
    pairs = {(rule.id, id) for rule, _, _ in fired for id in rule.silences if id in names}
    kept = {rule.id: tuple(hits) for rule, _, hits in fired if any(rule.id in pair for pair in pairs)}
    for rule, first, hits in fired:
        if rule.id not in kept:
            yield rule, first, hits
            continue
        loud = _leave_out(kept[rule.id], [hit for above, id in pairs if id == rule.id for hit in kept[above]])
        if loud:
            yield rule, loud[0], iter(loud)


def _leave_out(hits: Sequence[ListHit], above: Sequence[ListHit]) -> Sequence[ListHit]:
    """The hits of a rule that hits of the rules above it leave over."""
    if not above:
        return hits
    if not hits[0].list_name or any(not h.list_name for h in above):
        return ()
    spots = {(h.list_name, h.index) for h in above}
    return [h for h in hits if (h.list_name, h.index) not in spots]


def _iter_rule_hits(layout: RecordLayout, prefix: Pointer, rule: Rule, hits: Iterator[ListHit]) -> Iterator[RuleHit]:
    """Hits of one rule, with pointers from the root. ``prefix``: pointer of the holder."""
    keys = {part.name: part.path[-1] for part in layout.lists}
    for hit in hits:
        inside = (keys[hit.list_name], hit.index, *hit.path) if hit.list_name else hit.path
        yield RuleHit(rule, (*prefix, *inside), hit.addition)


def _holders(prepared: Prepared, root: Any) -> list[Any]:
    path = prepared.layout.holder_path
    if not path:
        return [root]
    attribute = prepared.specification.root_type.by_wire_name(path[0])
    return list(getattr(root, attribute.name) or ()) if attribute else []
