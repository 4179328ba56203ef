"""Was a faulty delivery made for another version? Then say so, instead of leaving the reader with its faults."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

import msgspec

from ddas.delivery.record_stream import RecordStream, Segment
from ddas.delivery.source import Source
from ddas.delivery.unreadable import UnreadableDelivery
from ddas.standard.catalog import iter_specifications
from ddas.standard.record_layout import RecordLayout, layout_of
from ddas.standard.specification import Specification
from ddas.validation.envelope_check import decode_envelope
from ddas.validation.prepared import prepare
from ddas.validation.structure.equal_holders import find_equal_holders

__all__ = ["accepts_source", "find_accepting_version"]


class _RefusedError(Exception):
    """A record is not right: no need to read on."""


def find_accepting_version(source: Source, value: Any, checked: Specification) -> str | None:
    """Code of the newest other version of the domain that accepts the delivery and knows every key at its top.

    The loose old versions accept nearly any file, as an object full of unknown keys; hence the second condition.
    Concepts do not count. ``value``: the document without its records.
    """
    if not isinstance(value, dict):
        return None
    for specification in reversed(list(iter_specifications())):
        if specification.domain != checked.domain or specification.id == checked.id:
            continue
        known = {a.wire_name for a in specification.root_type.exchanged_attributes}
        if specification.status.is_draft or not known.issuperset(value):
            continue
        if accepts_source(source, specification):
            return specification.id.code
    return None


def accepts_source(source: Source, specification: Specification) -> bool:
    """Whether the wire schema of this version accepts the delivery; reads no further than the first fault."""
    layout = layout_of(specification)
    stream: RecordStream[None] = RecordStream(source, layout, make_handler=partial(_Refuser, specification, layout))
    try:
        for _ in stream:
            pass
        value = decode_envelope(stream.envelope)
        twice = find_equal_holders(source, specification, layout, value)
        faults = prepare(specification).explainer.explain(value)
    except (_RefusedError, UnreadableDelivery, RecursionError):
        return False
    return all(f.kind == "uniqueItems" and f.pointer == layout.holder_path and not twice for f in faults)


class _Refuser:
    """A handler that stops at the first record that is not right."""

    def __init__(self, specification: Specification, layout: RecordLayout) -> None:
        prepared = prepare(specification)
        self._names = [part.object_type for part in layout.lists]
        self._decoders = [prepared.decode(name) for name in self._names]
        self._accepts = prepared.explainer.accepts

    def __call__(self, segment: Segment) -> None:
        decode = self._decoders[segment.list_index]
        for raw in segment.raws:
            try:
                decode(raw)
            except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
                if not self._accepts(json.loads(bytes(raw)), self._names[segment.list_index]):
                    raise _RefusedError from None
