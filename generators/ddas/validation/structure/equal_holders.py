"""Which deliveries in a file are equal to an earlier one, records included; some schemas forbid that."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from typing import Any

from ddas.delivery.record_stream import RecordStream
from ddas.delivery.segments import Segment
from ddas.delivery.source import Source
from ddas.standard.record_layout import RecordLayout
from ddas.standard.specification import Specification
from ddas.validation.structure.wire_values import canonical_form

__all__ = ["find_equal_holders"]


def find_equal_holders(
    source: Source, specification: Specification, layout: RecordLayout, value: Any
) -> frozenset[int]:
    """0-based numbers of the holders that repeat an earlier one.

    Reads the file a second time, but only when two are equal apart from their records. ``value``: the document without
    its records.
    """
    if not layout.holder_path or not _must_differ(specification, layout):
        return frozenset()
    holders = value.get(layout.holder_path[0]) if isinstance(value, dict) else None
    if not isinstance(holders, list):
        return frozenset()
    forms = [canonical_form(holder) for holder in holders]
    if len(set(forms)) == len(forms):
        return frozenset()
    digests = _digest_records(source, layout)
    seen: set[tuple[tuple[object, ...], bytes]] = set()
    equal = set()
    for number, form in enumerate(forms):
        key = (form, digests[number].digest())
        if key in seen:
            equal.add(number)
        seen.add(key)
    return frozenset(equal)


def _must_differ(specification: Specification, layout: RecordLayout) -> bool:
    holders = specification.root_type.by_wire_name(layout.holder_path[0])
    return holders is not None and holders.unique_items


def _digest_records(source: Source, layout: RecordLayout) -> dict[int, Any]:
    digests: dict[int, Any] = defaultdict(hashlib.sha256)
    for handled in RecordStream(source, layout, make_handler=_make_handler):
        digest = digests[handled.holder]
        for text in handled.result:
            digest.update(bytes([handled.list_index]) + hashlib.sha256(text).digest())
    return digests


def _make_handler() -> Any:
    def handle(segment: Segment) -> list[bytes]:
        return [_text_of(canonical_form(json.loads(bytes(raw)))) for raw in segment.raws]

    return handle


def _text_of(form: tuple[object, ...]) -> bytes:
    """The same bytes for equal forms: 2.0 is 2."""
    return repr([int(t) if isinstance(t, float) and t.is_integer() else t for t in form]).encode()
