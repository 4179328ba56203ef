"""What stands around the records of a delivery."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from ddas.delivery.source import Source

__all__ = ["Envelope", "Piece", "guess_root_values", "join_pieces"]

_HEAD = 1 << 16
_SPACE = re.compile(r"[ \t\n\r]*")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of the envelope. ``offset``: where it starts in the file, in bytes."""

    offset: int
    text: bytes


@dataclass(frozen=True, slots=True)
class Envelope:
    """The document with the contents of every list of records taken out, and very long white space shortened.

    ``starts``: offset in ``text`` of each piece; ``offsets``: the same place in the file.
    """

    text: bytes
    starts: tuple[int, ...] = (0,)
    offsets: tuple[int, ...] = (0,)

    def file_offset(self, offset: int) -> int:
        """The place in the file of a byte of ``text``."""
        index = max(0, bisect_right(self.starts, offset) - 1)
        return self.offsets[index] + offset - self.starts[index]


def join_pieces(pieces: Iterable[Piece]) -> Envelope:
    """Pieces in file order → the envelope."""
    texts: list[bytes] = []
    starts: list[int] = []
    offsets: list[int] = []
    size = 0
    for piece in pieces:
        texts.append(piece.text)
        starts.append(size)
        offsets.append(piece.offset)
        size += len(piece.text)
    return Envelope(b"".join(texts), tuple(starts) or (0,), tuple(offsets) or (0,))


def guess_root_values(source: Source, names: set[str]) -> dict[str, object]:
    """Single values (no objects, no lists) of fields of the root, as far as a look at both ends shows them.

    The head is walked up to the first long value; what is missing then is guessed in the tail. Verify afterwards.
    """
    found = _head_values(source.read(0, _HEAD).decode("utf-8", "replace"), names)
    missing = names - found.keys()
    if missing:
        tail = source.read(max(0, source.size - _HEAD), _HEAD).decode("utf-8", "replace")
        for name in missing:
            _guess_in_tail(tail, name, found)
    return found


def _head_values(text: str, names: set[str]) -> dict[str, object]:
    found: dict[str, object] = {}
    decode = json.JSONDecoder().raw_decode
    at = _skip(text, 0)
    if text[at : at + 1] != "{":
        return found
    try:
        while True:
            key, at = decode(text, _skip(text, at + 1))
            at = _skip(text, at)
            if not isinstance(key, str) or text[at : at + 1] != ":":
                return found
            value, at = decode(text, _skip(text, at + 1))
            if key in names and not isinstance(value, dict | list):
                found[key] = value
            at = _skip(text, at)
            if text[at : at + 1] != ",":
                return found
    except (ValueError, RecursionError):  # the list with everything in it does not end in the head
        return found


def _guess_in_tail(tail: str, name: str, found: dict[str, object]) -> None:
    pattern = re.compile(re.escape(json.dumps(name, ensure_ascii=False)) + r'[ \t\n\r]*:[ \t\n\r]*(?=["\-0-9tfn])')
    for match in pattern.finditer(tail):
        try:
            found[name] = json.JSONDecoder().raw_decode(tail, match.end())[0]
        except (ValueError, RecursionError):
            continue


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at
