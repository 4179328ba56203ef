"""Keys that stand twice in one object: every decoder keeps the last one only, and says nothing.

Cheap for what is right. A colon in JSON stands behind a key or in a text, so a text and its value written again have as
many colons, unless a key went lost or a colon was written as an escape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from ddas.findings import Pointer

__all__ = ["DoubleKey", "iter_double_keys", "may_hold_double_keys"]

_BRACKETS = b"[]"
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


def may_hold_double_keys(text: bytes, values: Sequence[object], *, is_typed: bool = False) -> bool:
    """Whether a key stands twice in an object, or may do so; False is sure, and quick.

    Args:
        text: Some items of a JSON list, the brackets around them left out.
        values: What was decoded from each, nothing left out; in a typed object only what is absent may be a default.
        is_typed: They are of types that hold no numbers with a fraction. Then nothing is written longer than it can
            stand in a text, and a text that is as short as what is written is plainly the same.
    """
    if b"\\" in text and _ESCAPED_COLON in text:
        return True
    try:
        written = _encode(values)
    except (msgspec.MsgspecError, ValueError, OverflowError, RecursionError):  # a number that is too large, or too deep
        return True
    if is_typed and len(written) == len(text) + len(_BRACKETS):
        return False
    return text.count(_COLON) != written.count(_COLON)


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
