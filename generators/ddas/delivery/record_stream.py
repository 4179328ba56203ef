"""A delivery as slices of records that go through a handler, and the envelope around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

import msgspec

from ddas.delivery.envelope import Envelope, Piece, join_pieces
from ddas.delivery.file_fault_name import FileFaultName
from ddas.delivery.record_scanner import ENVELOPE_LIMIT, RecordScanner
from ddas.delivery.scan_events import Progress, Slice
from ddas.delivery.source import Source
from ddas.delivery.unreadable import refuse, refuse_head
from ddas.standard.record_layout import RecordLayout

__all__ = ["BLOCK_SIZE", "Handled", "Handler", "RecordStream", "Segment", "find_records", "handle_slice"]

BLOCK_SIZE = 1 << 18  # bytes
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


Handler = Callable[[Segment], R]


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


def handle_slice(handler: Handler[R], part: Slice, holder: int, first_index: int) -> Handled[R]:
    """Give a slice to the handler. ``holder`` and ``first_index``: what the result says of its place."""
    result = handler(Segment(part.list_index, part.raws, part.text, part.offset))
    return Handled(holder, part.list_index, first_index, len(part.raws), part.offset, result)


class RecordStream(Generic[R]):
    """Reads a delivery once.

    ``envelope`` is there when the iteration has ended. ``make_handler`` makes one handler per process.
    """

    def __init__(
        self,
        source: Source,
        layout: RecordLayout,
        *,
        make_handler: Callable[[], Handler[R]],
        processes: int = 1,
        block_size: int = BLOCK_SIZE,
    ) -> None:
        self.envelope: Envelope | None = None
        self._source = source
        self._layout = layout
        self._make_handler = make_handler
        self._processes = processes
        self._block_size = block_size

    def __iter__(self) -> Iterator[Handled[R]]:
        """Results in file order.

        Raises:
            UnreadableDelivery: the delivery cannot be read any further.
            OSError: the source cannot be read.
        """
        refuse_head(self._source)
        pieces: list[Piece] = []
        size = 0
        for item in self._iter_items():
            if isinstance(item, Handled):
                yield item
                continue
            pieces.append(item)
            size += len(item.text)
            if size > ENVELOPE_LIMIT:
                refuse(self._source, FileFaultName.TOO_LARGE, item.offset)
        self.envelope = join_pieces(pieces)

    def _iter_items(self) -> Iterator[Handled[R] | Piece]:
        if self._processes > 1:
            from ddas.delivery.parallel.merger import Merger  # multiprocessing is heavy at the start

            yield from Merger(
                self._source, self._layout, self._make_handler, self._processes, self._block_size
            ).iter_items()
            return
        handler = self._make_handler()
        progress = Progress(holder=-1 if self._layout.holder_path else 0)
        for event in RecordScanner(self._source, self._layout, self._block_size, progress).walk():
            if isinstance(event, Slice):
                yield handle_slice(handler, event, event.holder, event.first_index)
            elif isinstance(event, Piece):
                yield event


def find_records(text: bytes) -> list[tuple[int, int]]:
    """Start and end of each record in the text of a segment that was read before."""
    return Segment(0, _DECODE_LIST(b"[" + text + b"]"), text).offsets()
