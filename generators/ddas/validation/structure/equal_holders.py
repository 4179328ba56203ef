"""Which deliveries in a file are equal to an earlier one, records included; some schemas forbid that."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Callable
from functools import cached_property
from typing import Any

from ddas.delivery.record_stream import RecordStream
from ddas.delivery.segments import Segment
from ddas.delivery.source import Source
from ddas.delivery.value_reading import MORE, value_end
from ddas.findings import Pointer
from ddas.standard.record_layout import RecordLayout
from ddas.validation.structure.wire_values import canonical_form

__all__ = ["EqualHolders", "FindSegment"]

FindSegment = Callable[[Pointer], "tuple[int, int] | None"]
"""Pointer of the first record of a list → offset and length of some records from there; None: it has no records."""

_FIRST_LOOK = 1 << 13  # bytes


class EqualHolders:
    """Compares the holders of one file.

    Reads the file a second time, once, but only when two are equal apart from their records, and their first records
    are equal too.
    """

    def __init__(
        self, source: Source, layout: RecordLayout, value: Any, find_segment: FindSegment | None = None
    ) -> None:
        """Prepare.

        Args:
            source: The whole delivery.
            layout: Of the reading.
            value: The document without its records.
            find_segment: Knows where the records are; None when nobody does.
        """
        self._source = source
        self._layout = layout
        self._find_segment = find_segment
        found = value.get(layout.holder_path[0]) if layout.holder_path and isinstance(value, dict) else None
        self._holders: list[Any] = found if isinstance(found, list) else []

    def find(self, strip: Callable[[Any], Any] = lambda holder: holder) -> frozenset[int]:
        """0-based numbers of the holders that repeat an earlier one. ``strip``: leaves out what does not count."""
        forms = [canonical_form(strip(holder)) for holder in self._holders]
        if len(set(forms)) == len(forms):
            return frozenset()
        seen: set[tuple[tuple[object, ...], bytes]] = set()
        equal = set()
        for number in sorted(self._alike):
            key = (forms[number], self._digests[number].digest())
            if key in seen:
                equal.add(number)
            seen.add(key)
        return frozenset(equal)

    @cached_property
    def _alike(self) -> frozenset[int]:
        """Numbers of the holders of which another has the same first records, as far as that is known."""
        numbers = range(len(self._holders))
        if self._find_segment is None:
            return frozenset(numbers)
        firsts = [self._first_records(number, self._find_segment) for number in numbers]
        counts = Counter(firsts)
        return frozenset(number for number in numbers if counts[firsts[number]] > 1)

    def _first_records(self, number: int, find_segment: FindSegment) -> tuple[bytes, ...]:
        found = []
        for list_index in range(len(self._layout.lists)):
            span = find_segment(self._layout.pointer(list_index, number, 0))
            found.append(b"" if span is None else hashlib.sha256(_text_of(self._read_first(*span))).digest())
        return tuple(found)

    def _read_first(self, offset: int, length: int) -> bytes:
        """The bytes of the first record of a segment."""
        look = min(length, _FIRST_LOOK)
        while True:
            data = self._source.read(offset, look)
            end = value_end(memoryview(data), ended=look == length)
            if end != MORE:
                return data[:end]
            look = min(length, 2 * look)

    @cached_property
    def _digests(self) -> dict[int, Any]:
        """Number of each holder that is like another → the digest of its records."""
        digests: dict[int, Any] = defaultdict(hashlib.sha256)
        for handled in RecordStream(self._source, self._layout, make_handler=_make_handler):
            if handled.holder in self._alike:
                digest = digests[handled.holder]
                for raw in handled.result.raws:
                    text = hashlib.sha256(_text_of(bytes(raw))).digest()
                    digest.update(bytes([handled.list_index]) + text)
        return digests


def _make_handler() -> Callable[[Segment], Segment]:
    return lambda segment: segment


def _text_of(record: bytes) -> bytes:
    """The same bytes for equal values, and other bytes for others: 2.0 is 2, and the order of keys is free."""
    value = json.loads(record, parse_float=_parse_float)
    try:
        return json.dumps(value, sort_keys=True).encode()
    except RecursionError:  # so deep that only a flat form can be written
        return repr(canonical_form(value)).encode()


def _parse_float(text: str) -> float | int:
    number = float(text)
    return int(number) if number.is_integer() else number
