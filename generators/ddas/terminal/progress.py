"""A progress bar on the terminal: on stderr, and only when a person is watching."""

from __future__ import annotations

import sys
import time

from ddas.terminal.streams import write_aside

__all__ = ["ProgressBar"]

_WIDTH = 30
_EVERY = 0.2  # seconds
_FROM_BYTES = 20_000_000


class ProgressBar:
    """Shows how far a check is; says nothing when stderr is no terminal, or when the file is small."""

    def __init__(self) -> None:
        self._shown = sys.stderr is not None and sys.stderr.isatty()
        self._full, self._empty = _letters()
        self._last = 0.0
        self._drawn = False

    def __call__(self, done: int, size: int) -> None:
        """Bytes read so far, and bytes in all."""
        if not self._shown or size < _FROM_BYTES:
            return
        now = time.monotonic()
        if now - self._last < _EVERY:
            return
        self._last = now
        full = min(_WIDTH, _WIDTH * done // size)
        bar = self._full * full + self._empty * (_WIDTH - full)
        write_aside(f"\r{bar} {min(100, 100 * done // size):3}%")
        self._drawn = True

    def clear(self) -> None:
        """Take the bar away, before anything else is printed."""
        if self._drawn:
            write_aside(f"\r{' ' * (_WIDTH + 5)}\r")
            self._drawn = False


def _letters() -> tuple[str, str]:
    """A full and an empty part of the bar, as this terminal can show them."""
    try:
        "█░".encode(getattr(sys.stderr, "encoding", None) or "ascii")
    except (UnicodeEncodeError, LookupError):
        return "#", "-"
    return "█", "░"
