"""Stretches that several processes read, put in order.

A stretch counts only when the one before it ended exactly where it starts, in the same list: then its guess was right.
Any other stretch is read again here, by a walk that always stands at a proven place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Generic, TypeVar

from ddas.delivery.cuts import Spot
from ddas.delivery.envelope import Piece
from ddas.delivery.parallel.crew import Crew
from ddas.delivery.parallel.stretches import BLOCKS, FAR, Stretch, StretchReader
from ddas.delivery.record_scanner import RecordScanner
from ddas.delivery.scan_events import Progress, Slice
from ddas.delivery.segments import Handled, Handler, Segment, handle_slice
from ddas.delivery.source import Source
from ddas.standard.record_layout import RecordLayout

__all__ = ["Merger"]

R = TypeVar("R")


class Merger(Generic[R]):
    """Hands out stretches to processes and puts what comes back in order."""

    def __init__(
        self,
        source: Source,
        layout: RecordLayout,
        make_handler: Callable[[], Handler[R]],
        processes: int,
        block_size: int,
    ) -> None:
        self._source = source
        self._layout = layout
        self._make_handler = make_handler
        self._processes = processes
        self._block_size = block_size
        self._handler: Handler[R] | None = None
        self._progress = Progress(holder=-1 if layout.holder_path else 0)

    def iter_items(self) -> Iterator[Handled[R] | Piece]:
        """Results and pieces in file order, as one process gives them."""
        own = StretchReader(self._source, self._layout, self._handle, self._block_size)
        with Crew(self._source, self._layout, self._make_handler, self._processes, self._block_size) as crew:
            at: Spot | None = None
            number = 0
            while True:
                stretch: Stretch[R] | None = crew.result(number)
                if stretch is not None and self._fits(stretch, at):
                    yield from self._placed(stretch)
                    if stretch.end is None:
                        return
                    at = stretch.end
                    number = at.offset // (self._block_size * BLOCKS)
                    continue
                ended = True
                for item in self._read_again(at, own, number):
                    if isinstance(item, Spot):
                        at = item
                        number = at.offset // (self._block_size * BLOCKS)
                        ended = False
                    else:
                        yield item
                if ended:
                    return

    def _handle(self, segment: Segment) -> R:
        if self._handler is None:
            self._handler = self._make_handler()
        return self._handler(segment)

    def _read_again(self, at: Spot | None, own: StretchReader[R], number: int) -> Iterator[Handled[R] | Piece | Spot]:
        """What stands from a proven place to the start of another stretch; that spot comes last."""
        scanner = RecordScanner(self._source, self._layout, self._block_size, self._progress)
        stop = own.stop_behind(number)
        scanner.stop = stop[1].offset if stop else (number + FAR) * self._block_size * BLOCKS
        for event in scanner.walk(at):
            if isinstance(event, Slice):
                yield handle_slice(self._handle, event, event.holder, event.first_index)
            elif isinstance(event, Piece):
                yield event
            elif self._progress.half is None and stop is not None and event.spot == stop[1]:
                yield event.spot
                return
            else:
                number = max(number, event.spot.offset // (self._block_size * BLOCKS))
                while stop is not None and stop[1].offset <= event.spot.offset:
                    stop = own.stop_behind(stop[0])
                stop = stop or own.stop_behind(number)
                scanner.stop = stop[1].offset if stop else (number + FAR) * self._block_size * BLOCKS

    def _fits(self, stretch: Stretch[R], at: Spot | None) -> bool:
        if stretch.start != at or self._progress.half is not None:
            return False
        if at is None:
            return True
        seen = self._progress.holder_keys if self._layout.holder_path else self._progress.root_keys
        return not seen & stretch.first_keys

    def _placed(self, stretch: Stretch[R]) -> Iterator[Handled[R] | Piece]:
        """Its items with their place in the whole delivery; moves ``_progress`` along."""
        before = self._progress
        holder = before.holder if stretch.start else 0
        results = 0
        for item in stretch.items:
            if isinstance(item, Handled):
                first = before.index if results < stretch.first_results else 0
                results += 1
                yield replace(item, holder=item.holder + holder, first_index=item.first_index + first)
            else:
                yield item
        self._progress = _moved(before, stretch, holder, bool(self._layout.holder_path))


def _moved(before: Progress, stretch: Stretch[R], holder: int, has_holders: bool) -> Progress:
    after = stretch.progress
    stays = stretch.start is not None and after.first_holder_keys is None
    return Progress(
        holder=holder + after.holder,
        index=after.index + (0 if after.opened else before.index),
        opened=before.opened + after.opened,
        root_keys=before.root_keys | after.root_keys,
        holder_keys=(before.holder_keys | after.holder_keys) if stays and has_holders else after.holder_keys,
        first_holder_keys=after.holder_keys,
    )
