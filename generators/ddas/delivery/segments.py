"""Neighbouring records of a delivery, and what is done with them: the words that all of reading shares."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

import msgspec

from ddas.delivery.scan_events import Slice

__all__ = ["Fold", "Handled", "Handler", "Segment", "find_records", "handle_slice"]

_DECODE_LIST = msgspec.json.Decoder(list[msgspec.Raw]).decode
_BETWEEN = re.compile(rb"[ \t\n\r,]*")

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Segment:
    """Neighbouring records of one list.

    Attributes:
        list_index: Place of the list in the layout.
        raws: The bytes of each record, in file order; never empty. A record can be any JSON value.
        text: The bytes from the start of the first to the end of the last.
        offset: Place in the file of the first byte of ``text``.
    """

    list_index: int
    raws: list[msgspec.Raw]
    text: bytes
    offset: int = 0

    def offsets(self) -> list[tuple[int, int]]:
        """Start and end of each record in ``text``."""
        found: list[tuple[int, int]] = []
        at = 0
        for raw in self.raws:
            match = _BETWEEN.match(self.text, at)
            start = match.end() if match else at
            at = start + memoryview(raw).nbytes
            found.append((start, at))
        return found

    def offset_of(self, index: int) -> int:
        """Place in the file of the first byte of one record."""
        return self.offset + self.offsets()[index][0]


Handler = Callable[[Segment], R]
"""Makes something of a segment; there is one per process, and it sees some of the segments only."""


@dataclass(frozen=True, slots=True)
class Handled(Generic[R]):
    """What the handler made of a segment.

    Attributes:
        holder: 0-based index of the levering; 0 when the root holds the records.
        list_index: Place of the list in the layout.
        first_index: 0-based index of the first record in its list.
        count: Records.
        offset: Place in the file of the first byte of the segment's text.
        result: What the handler gave.
    """

    holder: int
    list_index: int
    first_index: int
    count: int
    offset: int
    result: R


class Fold(Protocol[R]):
    """Work on a whole delivery: a handler for the segments, in any process, and one place where its results meet."""

    def make_handler(self) -> Handler[R]:
        """A handler for one process."""

    def add(self, handled: Handled[R]) -> None:
        """Take the next result; they come in file order."""


def handle_slice(handler: Handler[R], part: Slice, holder: int, first_index: int) -> Handled[R]:
    """Give a slice to the handler. ``holder`` and ``first_index``: what the result says of its place."""
    result = handler(Segment(part.list_index, part.raws, part.text, part.offset))
    return Handled(holder, part.list_index, first_index, len(part.raws), part.offset, result)


def find_records(text: bytes) -> list[tuple[int, int]]:
    """Start and end of each record in the text of a segment that was read before."""
    return Segment(0, _DECODE_LIST(b"[" + text + b"]"), text).offsets()
