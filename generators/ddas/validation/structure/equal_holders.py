"""Which deliveries in a file are equal to an earlier one, records included; some schemas forbid that."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable
from functools import cached_property
from typing import Any

from ddas.delivery.record_stream import RecordStream
from ddas.delivery.segments import Segment
from ddas.delivery.source import Source
from ddas.standard.record_layout import RecordLayout
from ddas.validation.structure.wire_values import canonical_form

__all__ = ["EqualHolders"]


class EqualHolders:
    """Compares the holders of one file.

    Reads the file a second time, once, but only when two are equal apart from their records.
    """

    def __init__(self, source: Source, layout: RecordLayout, value: Any) -> None:
        """``value``: the document without its records."""
        self._source = source
        self._layout = layout
        found = value.get(layout.holder_path[0]) if layout.holder_path and isinstance(value, dict) else None
        self._holders: list[Any] = found if isinstance(found, list) else []

    def find(self, strip: Callable[[Any], Any] = lambda holder: holder) -> frozenset[int]:
        """0-based numbers of the holders that repeat an earlier one. ``strip``: leaves out what does not count."""
        forms = [canonical_form(strip(holder)) for holder in self._holders]
        if len(set(forms)) == len(forms):
            return frozenset()
        seen: set[tuple[tuple[object, ...], bytes]] = set()
        equal = set()
        for number, form in enumerate(forms):
            key = (form, self._digests[number].digest())
            if key in seen:
                equal.add(number)
            seen.add(key)
        return frozenset(equal)

    @cached_property
    def _digests(self) -> dict[int, Any]:
        digests: dict[int, Any] = defaultdict(hashlib.sha256)
        for handled in RecordStream(self._source, self._layout, make_handler=_make_handler):
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
