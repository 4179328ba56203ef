"""A progress bar on the terminal: on stderr, and only when a person is watching."""

from __future__ import annotations

import sys
import time

__all__ = ["ProgressBar"]

_WIDTH = 30
_EVERY = 0.2  # seconds
_FROM_BYTES = 20_000_000


class ProgressBar:
    """Shows how far a check is; says nothing when stderr is no terminal, or when the file is small."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
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
        bar = "█" * full + "░" * (_WIDTH - full)
        print(f"\r{bar} {min(100, 100 * done // size):3}%", end="", file=sys.stderr, flush=True)
        self._drawn = True

    def clear(self) -> None:
        """Take the bar away, before anything else is printed."""
        if self._drawn:
            print(f"\r{' ' * (_WIDTH + 5)}\r", end="", file=sys.stderr, flush=True)
            self._drawn = False
