"""Keys that stand twice in one object: the last one counts, and what stood before it goes lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ddas.delivery.double_keys import DoubleKey, iter_double_keys, may_hold_double_keys
from ddas.delivery.envelope import Envelope
from ddas.delivery.segments import Segment

__all__ = ["iter_in_envelope", "iter_in_segment"]


def iter_in_segment(segment: Segment, values: Sequence[Any], *, is_typed: bool) -> Iterator[tuple[int, DoubleKey]]:
    """Those in the records of a segment, each with the 0-based index of its record there; offsets are in the file.

    ``values``: what was decoded from each record; it and ``is_typed`` are as for ``may_hold_double_keys``.
    """
    if not may_hold_double_keys(segment.text, values, is_typed=is_typed):
        return
    for index, ((start, end), value) in enumerate(zip(segment.offsets(), values, strict=True)):
        text = segment.text[start:end]
        if may_hold_double_keys(text, (value,)):
            for one in iter_double_keys(text):
                yield index, DoubleKey(one.pointer, segment.offset + start + one.offset)


def iter_in_envelope(envelope: Envelope | None, value: Any) -> Iterator[DoubleKey]:
    """Those around the records; offsets are in the file. ``value``: what was decoded from the envelope."""
    if envelope is not None and may_hold_double_keys(envelope.text, (value,)):
        for one in iter_double_keys(envelope.text):
            yield DoubleKey(one.pointer, envelope.file_offset(one.offset))
