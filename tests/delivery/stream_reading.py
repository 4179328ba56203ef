"""Reading a delivery record by record, for the tests of streams."""

from __future__ import annotations

import json
from typing import Any

from ddas.delivery.envelope import Envelope
from ddas.delivery.record_stream import RecordStream
from ddas.delivery.segments import Segment
from ddas.delivery.source import BytesSource
from ddas.delivery.unreadable import UnreadableDelivery
from ddas.standard.record_layout import RecordLayout

Found = tuple[dict[tuple[int, int], list[Any]], Envelope]


def _handle(segment: Segment) -> list[tuple[Any, bytes]]:
    spans = segment.offsets()
    assert len(spans) == len(segment.raws)
    assert (spans[0][0], spans[-1][1]) == (0, len(segment.text))
    for raw, (start, end) in zip(segment.raws, spans, strict=True):
        assert bytes(raw) == segment.text[start:end]
    return [(json.loads(bytes(raw)), bytes(raw)) for raw in segment.raws]


def read(data: bytes, layout: RecordLayout, block_size: int, processes: int = 1) -> Found:
    stream = RecordStream(
        BytesSource(data), layout, make_handler=lambda: _handle, processes=processes, block_size=block_size
    )
    found: dict[tuple[int, int], list[Any]] = {}
    last = -1
    for handled in stream:
        records = found.setdefault((handled.holder, handled.list_index), [])
        assert handled.first_index == len(records)
        assert handled.count == len(handled.result)
        assert handled.offset > last
        assert data.startswith(handled.result[0][1], handled.offset)
        last = handled.offset
        records.extend(value for value, _ in handled.result)
    assert stream.envelope is not None
    return found, stream.envelope


def fault_of(data: bytes, layout: RecordLayout, size: int, processes: int = 1) -> tuple[str, int | None] | None:
    try:
        read(data, layout, size, processes)
    except UnreadableDelivery as error:
        return error.fault, error.offset
    return None
