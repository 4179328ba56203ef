"""Processes that read stretches of a delivery: as many in flight as memory allows, and none left behind."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Callable
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import ForkingPickler
from typing import Generic, TypeVar

from ddas.delivery.parallel.stretches import BLOCKS, Stretch, StretchReader
from ddas.delivery.segments import Handler
from ddas.delivery.source import Source
from ddas.errors import DdasError
from ddas.standard.record_layout import RecordLayout

__all__ = ["Crew"]

R = TypeVar("R")

_QUEUE = 2  # stretches per process, the one in hand included
_AHEAD = 4  # stretches per process that are handed out or wait for their turn


class Crew(Generic[R]):
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
        self._count = -(-source.size // (block_size * BLOCKS))
        self._processes = min(processes, self._count)
        self._ahead = _AHEAD * processes
        self._members: dict[Connection, BaseProcess] = {}
        self._busy: dict[Connection, deque[int]] = {}
        self._found: dict[int, Stretch[R] | None] = {}
        self._next = 0

    def __enter__(self) -> Crew[R]:
        context = (
            multiprocessing.get_context("fork") if sys.platform == "linux" else multiprocessing.get_context("spawn")
        )
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
        """What was made of a stretch; None when it must be read again. Numbers ascend; skipped ones are forgotten.

        Raises:
            DdasError: a process was killed.
        """
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
                raise _killed() from None
            self._busy[connection].append(self._next)
            self._next += 1

    def _collect(self, connection: Connection, number: int) -> None:
        try:
            found: Stretch[R] | None = connection.recv()
        except (EOFError, OSError):
            raise _killed() from None
        done = self._busy[connection].popleft()
        if done >= number:
            self._found[done] = found

    def _end(self) -> None:
        for connection, member in self._members.items():
            connection.close()
            member.terminate()
        for member in self._members.values():
            member.join()
        self._members.clear()


def _killed() -> DdasError:
    """A process that is gone without a word was stopped from outside; doing its work here could meet the same end."""
    return DdasError(
        "Een van de processen die het bestand lezen, is door het systeem gestopt, vaak omdat het geheugen vol is. "
        "Er is geen verslag. Sluit andere programma's, of voer de opdracht opnieuw uit met --processes 1."
    )


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
