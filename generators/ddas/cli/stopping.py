"""Signals that ask to stop become an exception, so that every ``finally`` and ``with`` cleans up."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial

__all__ = ["Stopped", "stopping_on_signals"]

_SIGNALS = ("SIGTERM", "SIGHUP", "SIGBREAK")


class Stopped(BaseException):
    """The system or the user asked to stop. ``code``: the exit code that says so (128 + signal)."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.code = 128 + number


@contextmanager
def stopping_on_signals() -> Iterator[None]:
    """While this holds, SIGTERM and SIGHUP raise ``Stopped`` in the main thread, once; a second one is ignored."""
    before = {}
    for name in _SIGNALS:
        number = getattr(signal, name, None)
        if number is None:
            continue
        with suppress(ValueError):  # not the main thread: whoever runs us there handles signals himself
            if signal.getsignal(number) is not signal.SIG_IGN:  # nohup means: go on
                before[number] = signal.signal(number, partial(_stop, os.getpid()))
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(owner: int, number: int, _frame: object) -> None:
    if os.getpid() != owner:
        os._exit(128 + number)  # a process that was split off for a part of the work: nothing of its own to clean up
    for name in _SIGNALS:
        other = getattr(signal, name, None)
        if other is not None:
            signal.signal(other, signal.SIG_IGN)
    raise Stopped(number)
