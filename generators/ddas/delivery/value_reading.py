"""One JSON value or a run of list items from bytes, skipped at the speed of msgspec and checked where it is lenient.

msgspec skips a value by the grammar of JSON, but lets pass bytes that are no UTF-8 and numbers without end.
"""

from __future__ import annotations

import re

import msgspec

from ddas.delivery.window import SPACE

__all__ = ["MORE", "WRONG", "is_sound", "slice_items", "slice_whole_list", "value_end"]

_RAWS = msgspec.json.Decoder(list[msgspec.Raw])
_RAW = msgspec.json.Decoder(msgspec.Raw)
_TRAILING = re.compile(r"trailing characters \(byte (\d+)\)")
_PIECE = 1 << 12
_STRIDE = 1024
_LONG = re.compile(rb"(?=[0-9]{4})")  # in every 1,024th byte: a number of 4,301 digits has at least four of them

MORE = -1
WRONG = -2


def _trailing_shift() -> int | None:
    """What this msgspec adds to the 0-based place of a trailing character; None when it names no place."""
    try:
        _RAW.decode(b"1 x")
    except msgspec.DecodeError as error:
        match = _TRAILING.search(str(error))
        return int(match[1]) - 2 if match else None
    return None


_SHIFT = _trailing_shift()


def _trailing_place(error: msgspec.DecodeError) -> int | None:
    """0-based place of the first character behind the value, or None when the error is another one."""
    match = _TRAILING.search(str(error))
    return int(match[1]) - _SHIFT if match and _SHIFT is not None else None


def value_end(data: memoryview, *, ended: bool) -> int:
    """Where the value at the start of ``data`` ends; ``MORE``: not in these bytes; ``WRONG``: let json explain.

    ``ended``: nothing comes behind ``data``.
    """
    try:
        _RAW.decode(data)
    except msgspec.DecodeError as error:
        place = _trailing_place(error)
        if place is not None:
            return len(bytes(data[:place]).rstrip(SPACE))
        return MORE if not ended and "truncated" in str(error) else WRONG
    except RecursionError:
        return WRONG
    # A number at the very end can go on.
    return len(bytes(data).rstrip(SPACE)) if ended else MORE


def slice_items(data: bytes) -> list[msgspec.Raw] | None:
    """The items of a list whose brackets were left out; None when these are not exactly some items."""
    try:
        return _RAWS.decode(b"[" + data + b"]")
    except (msgspec.DecodeError, RecursionError):
        return None


def slice_whole_list(data: bytes) -> tuple[list[msgspec.Raw], bytes] | None:
    """The items up to the bracket that closes the list, and their text; None when it is not closed in ``data``."""
    try:
        _RAWS.decode(b"[" + data)
    except msgspec.DecodeError as error:
        place = _trailing_place(error)
        if place is None:
            return None
        text = data[: place - 1].rstrip(SPACE)
        if not text.endswith(b"]"):
            return None
        text = text[:-1].rstrip(SPACE)
        raws = slice_items(text)
        return (raws, text) if raws else None
    except RecursionError:
        return None
    return None


def is_sound(data: bytes) -> bool:
    """Whether bytes that msgspec accepted have nothing that must be looked at closer; it may be over-anxious.

    Half characters need no look: msgspec refuses them.
    """
    return _is_utf8(data) and not _has_long_number(data)


def _has_long_number(data: bytes) -> bool:
    """Whether some 3,000 digits stand in a row; in a text they do no harm, that is seen later."""
    if len(data) < 3 * _STRIDE:
        return False
    starts = (match.start() * _STRIDE for match in _LONG.finditer(data[::_STRIDE]))
    return any(data[at : at + 3 * _STRIDE].isdigit() for at in starts)


def _is_utf8(data: bytes) -> bool:
    """Plain ASCII is passed over in pieces; a run of other pieces starts and ends at ASCII, or is wrong."""
    if data.isascii():
        return True
    size = len(data)
    start = -1
    for at in range(0, size + _PIECE, _PIECE):
        if at < size and not data[at : at + _PIECE].isascii():
            start = at if start < 0 else start
        elif start >= 0:
            try:
                data[start : min(at, size)].decode()
            except UnicodeDecodeError:
                return False
            start = -1
    return True
