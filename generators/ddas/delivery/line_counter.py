"""Offsets in bytes → line and column in characters, in one pass and little memory."""

from __future__ import annotations

from collections.abc import Sequence

from ddas.delivery.source import Source

__all__ = ["positions"]

_STEP = 1 << 18
_CONTINUATIONS = bytes(range(0x80, 0xC0))  # bytes of UTF-8 that start no character


def positions(source: Source, offsets: Sequence[int]) -> list[tuple[int, int]]:
    """Line and column (1-based, in characters) of each offset. ``offsets`` ascend; the source is UTF-8."""
    found: list[tuple[int, int]] = []
    line = 1
    column = 0  # characters of this line before ``at``
    at = 0
    block, start = b"", 0
    for offset in offsets:
        while at < offset:
            if at >= start + len(block):
                block, start = source.read(at, _STEP), at
                if not block:
                    break
            stop = min(offset, start + len(block))
            text = block[at - start : stop - start]
            lines = text.count(b"\n")
            if lines:
                line += lines
                column = 0
                text = text[text.rfind(b"\n") + 1 :]
            column += _count_characters(text)
            at = stop
        found.append((line, column + 1))
    return found


def _count_characters(text: bytes) -> int:
    """How many characters start in a stretch of UTF-8, which may begin and end inside one.

    Decoding costs a fraction of what leaving out bytes does; bytes that are no UTF-8 are counted that way.
    """
    if text.isascii():
        return len(text)
    whole = text.strip(_CONTINUATIONS)  # what is left ends with the first byte of a character
    try:
        return len(whole[:-1].decode()) + len(whole[-1:])
    except UnicodeDecodeError:
        return len(text.translate(None, _CONTINUATIONS))
