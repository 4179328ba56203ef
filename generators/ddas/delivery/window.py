"""A stretch of a source kept in memory, so that neighbouring reads cost nothing."""

from __future__ import annotations

import re

from ddas.delivery.source import Source

__all__ = ["SPACE", "Window"]

SPACE = b" \t\n\r"
_LAST_SPACE = 0x20
_SPACE_RUN = re.compile(rb"[ \t\n\r]*")


class Window:
    """Reads a source; holds one stretch of it at a time. ``step``: bytes read at least."""

    def __init__(self, source: Source, step: int) -> None:
        self.source = source
        self.size = source.size
        self._step = step
        self._start = 0
        self._data = b""

    def data(self, offset: int, length: int) -> bytes:
        """At most ``length`` bytes from ``offset``; fewer only at the end of the source."""
        at = self._load(offset, length)
        return self._data[at : at + length]

    def view(self, offset: int, length: int) -> memoryview:
        """At least ``length`` bytes from ``offset`` without copying: all that is in memory; fewer only at the end."""
        at = self._load(offset, length)
        return memoryview(self._data)[at:]

    def peek(self, offset: int) -> bytes:
        """The byte at ``offset``; empty at the end."""
        at = offset - self._start
        if not 0 <= at < len(self._data):
            at = self._load(offset, 1)
        return self._data[at : at + 1]

    def skip_space(self, offset: int) -> int:
        """The first offset from here with something else than white space, or the size."""
        while offset < self.size:
            at = offset - self._start
            if not 0 <= at < len(self._data):
                at = self._load(offset, 1)
            elif self._data[at] > _LAST_SPACE:  # nearly always: nothing to skip
                return offset
            match = _SPACE_RUN.match(self._data, at)
            end = match.end() if match else at
            offset += end - at
            if end < len(self._data):
                break
        return offset

    def _load(self, offset: int, length: int) -> int:
        """Make sure the bytes are there; gives their place in ``_data``."""
        end = min(offset + length, self.size)
        if offset < self._start or end > self._start + len(self._data):
            self._data = b""  # let go first: never two stretches at once
            self._data = self.source.read(offset, max(length, self._step))
            self._start = offset
        return offset - self._start
