"""A stretch of a delivery, read on its own from a guessed start. Whether the guess was right is seen afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from ddas.delivery.cuts import Spot, guess_spot
from ddas.delivery.envelope import Piece
from ddas.delivery.record_scanner import RecordScanner
from ddas.delivery.scan_events import Progress, Slice
from ddas.delivery.segments import Handled, Handler, handle_slice
from ddas.delivery.source import Source
from ddas.delivery.unreadable import UnreadableDelivery
from ddas.standard.record_layout import RecordLayout

__all__ = ["BLOCKS", "FAR", "Stretch", "StretchReader"]

R = TypeVar("R")

BLOCKS = 8
"""Blocks in a stretch."""
FAR = 4
"""Stretches in which an end is looked for."""


@dataclass(frozen=True, slots=True)
class Stretch(Generic[R]):
    """What one process made of a stretch.

    Attributes:
        start: Where it started; None: at the start of the delivery.
        end: Where it ended; None: at the end of the delivery.
        items: Results and pieces in file order. Holders count from the start of the stretch.
        first_count: How many records continue the list in which it started.
        first_results: How many of the results hold those records.
        first_keys: Lists that it met in the holder in which it started.
        progress: At the end.
    """

    start: Spot | None
    end: Spot | None
    items: list[Handled[R] | Piece]
    first_count: int
    first_results: int
    first_keys: frozenset[str]
    progress: Progress


class StretchReader(Generic[R]):
    """Reads stretch ``number`` of a delivery; the same guesses in every process."""

    def __init__(self, source: Source, layout: RecordLayout, handler: Handler[R], block_size: int) -> None:
        self._source = source
        self._layout = layout
        self._handler = handler
        self._block_size = block_size
        self._length = block_size * BLOCKS

    def count(self) -> int:
        """How many stretches there are."""
        return -(-self._source.size // self._length)

    def spot(self, number: int) -> Spot | None:
        """The guessed start of a stretch; None when nothing in it looks like the start of a record."""
        start = number * self._length
        return guess_spot(self._source, self._layout, start, min(start + self._length, self._source.size))

    def stop_behind(self, number: int) -> tuple[int, Spot] | None:
        """The next stretch that has a guessed start, and that start; None when none is near."""
        for later in range(number + 1, min(number + 1 + FAR, self.count())):
            spot = self.spot(later)
            if spot is not None:
                return later, spot
        return None

    def read(self, number: int) -> Stretch[R] | None:
        """The stretch; None when it has no start, or anything in it is not as expected."""
        start = self.spot(number) if number else None
        if number and start is None:
            return None
        stop = self.stop_behind(number)
        if stop is None and number + FAR < self.count():
            return None
        try:
            return self._walk(start, stop[1] if stop else None)
        except UnreadableDelivery:
            return None

    def _walk(self, start: Spot | None, stop: Spot | None) -> Stretch[R] | None:
        progress = _progress_at(self._layout, start)
        scanner = RecordScanner(self._source, self._layout, self._block_size, progress)
        scanner.stop = stop.offset if stop else None
        items: list[Handled[R] | Piece] = []
        first_count = first_results = 0
        for event in scanner.walk(start):
            if isinstance(event, Slice):
                items.append(handle_slice(self._handler, event, event.holder, event.first_index))
                if event.in_first_list:
                    first_count += len(event.raws)
                    first_results += 1
            elif isinstance(event, Piece):
                items.append(event)
            else:
                return self._stretch(start, event.spot, stop, items, first_count, first_results, progress)
        return self._stretch(start, None, stop, items, first_count, first_results, progress)

    def _stretch(
        self,
        start: Spot | None,
        end: Spot | None,
        stop: Spot | None,
        items: list[Handled[R] | Piece],
        first_count: int,
        first_results: int,
        progress: Progress,
    ) -> Stretch[R] | None:
        if end != stop or progress.half is not None:
            return None
        keys = progress.root_keys if not self._layout.holder_path else progress.first_holder_keys
        first_keys = set(progress.holder_keys if keys is None else keys)
        if start is not None:
            first_keys.discard(self._layout.lists[start.list_index].path[-1])
        return Stretch(start, end, items, first_count, first_results, frozenset(first_keys), progress)


def _progress_at(layout: RecordLayout, start: Spot | None) -> Progress:
    """What is known at a guessed start: the list, and that it stands in a holder."""
    if start is None:
        return Progress(holder=-1 if layout.holder_path else 0)
    name = layout.lists[start.list_index].path[-1]
    if layout.holder_path:
        return Progress(holder=0, root_keys={*layout.holder_path}, holder_keys={name})
    return Progress(holder=0, root_keys={name})
