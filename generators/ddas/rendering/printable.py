"""Text that is safe to show: no character that steers a terminal, turns text around or is refused by XML."""

from __future__ import annotations

import os

__all__ = ["looks_like_content", "make_printable", "show_path"]

_SPACES = frozenset("\u00a0\u202f\u2009")
"""Spaces of our own texts that ``str.isprintable`` turns down."""
_LONGEST_NAME = 255  # bytes: what file systems allow for one name
_NO_NAME = "Het genoemde bestand (de naam wordt niet getoond)"


def make_printable(text: str) -> str:
    """``text`` with its invisible characters written out, such as ``\\x1b``; also line ends and half surrogates."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in _SPACES else _write_out(c) for c in text)


def show_path(path: str | os.PathLike[str]) -> str:
    """A path for a message. What looks like the text of a delivery, passed where a path belongs, is never shown."""
    text = os.fspath(path)
    if looks_like_content(text):
        return _NO_NAME
    return make_printable(text)


def looks_like_content(text: str) -> bool:
    """Whether a text passed as a path may be the text of a delivery itself; a path that exists is none."""
    odd = (
        len(text.encode("utf-8", "surrogatepass")) > _LONGEST_NAME
        or text[:1] in ("{", "[", '"', "<", "\ufeff")
        or text[:1].isspace()
        or "\n" in text
        or not _can_be_a_path(text)
    )
    return odd and not _exists(text)


def _can_be_a_path(text: str) -> bool:
    try:
        return b"\0" not in os.fsencode(text)
    except UnicodeEncodeError:
        return False


def _exists(text: str) -> bool:
    try:
        os.lstat(text)
    except (OSError, ValueError):
        return False
    return True


def _write_out(character: str) -> str:
    code = ord(character)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
