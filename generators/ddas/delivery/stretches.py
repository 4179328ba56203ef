"""A delivery read by several processes: each takes stretches from a guessed start, one puts them in order.

A stretch counts only when the one before it ended exactly where it starts, in the same list: then its guess was right.
Any other stretch is read again by the merging process itself, which always stands at a proven place.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import ForkingPickler
from typing import Generic, TypeVar

from ddas.delivery.cuts import Spot, guess_spot
from ddas.delivery.envelope import Piece
from ddas.delivery.record_layout import RecordLayout
from ddas.delivery.record_scanner import Progress, RecordScanner, Slice
from ddas.delivery.record_stream import Handled, Handler, handle_slice
from ddas.delivery.source import Source
from ddas.delivery.unreadable import UnreadableDelivery

__all__ = ["Merger", "Stretch", "StretchReader"]

R = TypeVar("R")

_BLOCKS = 8  # blocks in a stretch
_QUEUE = 2  # stretches per process, the one in hand included
_AHEAD = 4  # stretches per process that are handed out or wait for their turn
_FAR = 4  # stretches in which an end is looked for


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
        self._length = block_size * _BLOCKS

    def count(self) -> int:
        """How many stretches there are."""
        return -(-self._source.size // self._length)

    def spot(self, number: int) -> Spot | None:
        """The guessed start of a stretch; None when nothing in it looks like the start of a record."""
        start = number * self._length
        return guess_spot(self._source, self._layout, start, min(start + self._length, self._source.size))

    def stop_behind(self, number: int) -> tuple[int, Spot] | None:
        """The next stretch that has a guessed start, and that start; None when none is near."""
        for later in range(number + 1, min(number + 1 + _FAR, self.count())):
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
        if stop is None and number + _FAR < self.count():
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
        with _Crew(self._source, self._layout, self._make_handler, self._processes, self._block_size) as crew:
            at: Spot | None = None
            number = 0
            while True:
                stretch: Stretch[R] | None = crew.result(number)
                if stretch is not None and self._fits(stretch, at):
                    yield from self._placed(stretch)
                    if stretch.end is None:
                        return
                    at = stretch.end
                    number = at.offset // (self._block_size * _BLOCKS)
                    continue
                ended = True
                for item in self._read_again(at, own, number):
                    if isinstance(item, Spot):
                        at = item
                        number = at.offset // (self._block_size * _BLOCKS)
                        ended = False
                    else:
                        yield item
                if ended:
                    return

    def _handle(self, segment: object) -> R:
        if self._handler is None:
            self._handler = self._make_handler()
        return self._handler(segment)  # type: ignore[arg-type]

    def _read_again(self, at: Spot | None, own: StretchReader[R], number: int) -> Iterator[Handled[R] | Piece | Spot]:
        """What stands from a proven place to the start of another stretch; that spot comes last."""
        scanner = RecordScanner(self._source, self._layout, self._block_size, self._progress)
        stop = own.stop_behind(number)
        scanner.stop = stop[1].offset if stop else (number + _FAR) * self._block_size * _BLOCKS
        for event in scanner.walk(at):
            if isinstance(event, Slice):
                yield handle_slice(self._handle, event, event.holder, event.first_index)
            elif isinstance(event, Piece):
                yield event
            elif self._progress.half is None and stop is not None and event.spot == stop[1]:
                yield event.spot
                return
            else:
                number = max(number, event.spot.offset // (self._block_size * _BLOCKS))
                while stop is not None and stop[1].offset <= event.spot.offset:
                    stop = own.stop_behind(stop[0])
                stop = stop or own.stop_behind(number)
                scanner.stop = stop[1].offset if stop else (number + _FAR) * self._block_size * _BLOCKS

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


class _Crew(Generic[R]):
    """The processes. Leaving ends them all, whatever happened."""

    def __init__(
        self,
        source: Source,
        layout: RecordLayout,
        make_handler: Callable[[], Handler[R]],
        processes: int,
        block_size: int,
    ) -> None:
        self._arguments = (source, layout, make_handler, block_size)
        self._count = -(-source.size // (block_size * _BLOCKS))
        self._processes = min(processes, self._count)
        self._ahead = _AHEAD * processes
        self._members: dict[Connection, BaseProcess] = {}
        self._busy: dict[Connection, deque[int]] = {}
        self._found: dict[int, Stretch[R] | None] = {}
        self._next = 0

    def __enter__(self) -> _Crew[R]:
        context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
        ours: list[Connection] = []
        try:
            for _ in range(self._processes):
                connection, theirs = context.Pipe()
                ours.append(connection)
                inherited = tuple(ours) if sys.platform == "linux" else ()
                member = context.Process(target=_serve, args=(theirs, inherited, *self._arguments), daemon=True)
                member.start()
                theirs.close()
                self._members[connection] = member
                self._busy[connection] = deque()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def result(self, number: int) -> Stretch[R] | None:
        """What was made of a stretch; None when it must be read again. Numbers ascend; skipped ones are forgotten."""
        self._next = max(self._next, number)
        for old in [n for n in self._found if n < number]:
            del self._found[old]
        self._hand_out(number)
        while number not in self._found and self._members and number < self._next and self._is_busy(number):
            ready = wait([c for c, numbers in self._busy.items() if numbers])
            for connection in [c for c in self._busy if c in ready]:
                self._collect(connection, number)
            self._hand_out(number)
        return self._found.pop(number, None)

    def _is_busy(self, number: int) -> bool:
        return any(number in numbers for numbers in self._busy.values())

    def _hand_out(self, number: int) -> None:
        """Keep every process busy: the least busy ones first."""
        while self._members and self._next < min(self._count, number + self._ahead):
            connection = min(self._members, key=lambda c: len(self._busy[c]))
            if len(self._busy[connection]) >= _QUEUE:
                return
            try:
                connection.send(self._next)
            except OSError:
                self._lose(connection)
            else:
                self._busy[connection].append(self._next)
                self._next += 1

    def _collect(self, connection: Connection, number: int) -> None:
        try:
            found: Stretch[R] | None = connection.recv()
        except (EOFError, OSError):
            self._lose(connection)
            return
        done = self._busy[connection].popleft()
        if done >= number:
            self._found[done] = found

    def _lose(self, connection: Connection) -> None:
        """A process is gone: what it had to read is read again by ourselves."""
        self._found.update(dict.fromkeys(self._busy.pop(connection)))
        self._members.pop(connection).join()
        connection.close()

    def _end(self) -> None:
        for connection, member in self._members.items():
            connection.close()
            member.terminate()
        for member in self._members.values():
            member.join()
        self._members.clear()


def _serve(
    connection: Connection,
    inherited: tuple[Connection, ...],
    source: Source,
    layout: RecordLayout,
    make_handler: Callable[[], Handler[R]],
    block_size: int,
) -> None:
    """A process: reads the stretches it is asked for until the other side is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the merging process ends us
    for other in inherited:  # else we would never notice that it is gone
        other.close()
    reader = StretchReader(source, layout, make_handler(), block_size)
    while True:
        try:
            number = connection.recv()
        except (EOFError, OSError):
            return
        found: Stretch[R] | None = None
        try:
            found = reader.read(number)
        except Exception:  # the edge of this process: the other one reads the stretch again and meets the same error
            found = None
        try:
            _send(connection, found)
        except OSError:
            return


def _send(connection: Connection, found: Stretch[R] | None) -> None:
    """Send it; what cannot be sent is made again by the other side."""
    try:
        message = ForkingPickler.dumps(found)
    except Exception:  # pickle raises anything
        message = ForkingPickler.dumps(None)
    connection.send_bytes(message)
