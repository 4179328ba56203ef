"""Keys that stand twice in one object: every decoder keeps the last one only, and says nothing.

Cheap for what is right. A colon in JSON stands behind a key or in a text, so a text and its value written again have as
many colons, unless a key went lost or a colon was written as an escape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from ddas.findings import Pointer

__all__ = ["DoubleKey", "count_double_keys", "iter_double_keys", "may_hold_double_keys"]

_COLON = b":"
_ESCAPED_COLON = b"\\u003"  # and then an a in either case; a few other characters start so too
_TOKEN = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[{}\[\],]', re.DOTALL)
_encode = msgspec.json.Encoder().encode


@dataclass(frozen=True, slots=True)
class DoubleKey:
    """A key that stands in its object for the second time, or for a later one.

    ``pointer``: from the value that was looked at, the key last; ``offset``: of its first byte in the text.
    """

    pointer: Pointer
    offset: int


def may_hold_double_keys(text: bytes, value: object) -> bool:
    """Whether a key stands twice in an object, or may do so; False is sure, and quick.

    Args:
        text: JSON.
        value: What was decoded from it, nothing left out; in a typed object only what is absent may be a default.
    """
    if b"\\" in text and _ESCAPED_COLON in text:
        return True
    try:
        return text.count(_COLON) != _encode(value).count(_COLON)
    except (msgspec.MsgspecError, ValueError, OverflowError, RecursionError):  # a number beyond 64 bits, or too deep
        return True


def iter_double_keys(text: bytes) -> Iterator[DoubleKey]:
    """Every key that stands once more in its object, in the order of the text; also in values that went lost.

    ``text`` must be valid JSON.
    """
    path: list[str | int] = []
    seen: list[set[str] | None] = []  # the keys of each object that is open; None for a list
    is_key = False
    for token in _TOKEN.finditer(text):
        start = token.start()
        mark = text[start : start + 1]
        if mark == b'"':
            keys = seen[-1] if is_key else None
            is_key = False
            if keys is None:
                continue
            key = path[-1] = msgspec.json.decode(token[0], type=str)
            if key in keys:
                yield DoubleKey(tuple(path), start)
            keys.add(key)
        elif mark == b",":
            is_key = seen[-1] is not None
            if not is_key:
                path[-1] = int(path[-1]) + 1
        elif mark in b"{[":
            is_key = mark == b"{"
            path.append("" if is_key else 0)
            seen.append(set() if is_key else None)
        else:
            is_key = False
            path.pop()
            seen.pop()


def count_double_keys(text: bytes) -> int:
    """How many keys stand once more in their object."""
    return sum(1 for _ in iter_double_keys(text))
