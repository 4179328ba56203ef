"""A delivery as slices of records that go through a handler, and the envelope around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from ddas.delivery.envelope import Envelope, Piece, join_pieces
from ddas.delivery.file_fault_name import FileFaultName
from ddas.delivery.record_scanner import ENVELOPE_LIMIT, RecordScanner
from ddas.delivery.scan_events import Progress, Slice
from ddas.delivery.segments import Fold, Handled, Handler, handle_slice
from ddas.delivery.source import Source
from ddas.delivery.unreadable import refuse, refuse_head
from ddas.standard.record_layout import RecordLayout

__all__ = ["BLOCK_SIZE", "RecordStream", "fold_records"]

BLOCK_SIZE = 1 << 18  # bytes

R = TypeVar("R")


class RecordStream(Generic[R]):
    """Reads a delivery once.

    ``envelope`` is there when the iteration has ended. ``make_handler`` makes one handler per process. A mixed
    layout is read by one process.
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
        if self._processes > 1 and not self._layout.is_mixed:
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


def fold_records(
    source: Source, layout: RecordLayout, fold: Fold[R], *, processes: int = 1, block_size: int = BLOCK_SIZE
) -> Envelope:
    """Read a delivery once: its records go through the fold, what stands around them comes back.

    Raises:
        UnreadableDelivery: the delivery cannot be read to its end.
        OSError: the source cannot be read.
    """
    stream = RecordStream(source, layout, make_handler=fold.make_handler, processes=processes, block_size=block_size)
    for handled in stream:
        fold.add(handled)
    return stream.envelope or Envelope(b"")
