"""Writing JSON piece by piece, on one line or indented, with keys in the given or another order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

import msgspec

from ddas.sampling.choices import Choices

__all__ = ["JsonWriter", "Member"]

Member = tuple[str, Any | Callable[[int], None]]
"""A key with its value, or with what writes its value at a depth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonWriter:
    """``indent``: spaces a level, None for everything on one line. ``order``: shuffles keys; None leaves them."""

    stream: BinaryIO
    indent: int | None
    order: Choices | None

    def write_object(self, depth: int, members: Sequence[Member]) -> None:
        """Write an object of at least one key; a value that can be called writes itself at ``depth + 1``."""
        write = self.stream.write
        colon = b":" if self.indent is None else b": "
        mark = b"{"
        for key, value in members if self.order is None else self.order.shuffle(members):
            write(mark + self._line(depth + 1) + msgspec.json.encode(key) + colon)
            if callable(value):
                value(depth + 1)
            else:
                write(self._encode(value, depth + 1))
            mark = b","
        write(self._line(depth) + b"}")

    def write_list(self, depth: int, items: Iterable[Any]) -> None:
        """Write a list, one item at a time; an item that can be called writes itself at ``depth + 1``."""
        write = self.stream.write
        line = self._line(depth + 1)
        mark = b"["
        for item in items:
            write(mark + line)
            if callable(item):
                item(depth + 1)
            else:
                write(self._encode(item, depth + 1))
            mark = b","
        write(b"[]" if mark == b"[" else self._line(depth) + b"]")

    def _line(self, depth: int) -> bytes:
        return b"" if self.indent is None else b"\n" + b" " * (self.indent * depth)

    def _encode(self, value: Any, depth: int) -> bytes:
        encoded = msgspec.json.encode(value if self.order is None else _reorder(value, self.order))
        if self.indent is None:
            return encoded
        return msgspec.json.format(encoded, indent=self.indent).replace(b"\n", self._line(depth))


def _reorder(value: Any, order: Choices) -> Any:
    if isinstance(value, dict):
        return {key: _reorder(item, order) for key, item in order.shuffle(list(value.items()))}
    if isinstance(value, list):
        return [_reorder(item, order) for item in value]
    return value
