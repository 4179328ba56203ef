"""Text that is safe to show: no character that steers a terminal, turns text around or is refused by XML."""

from __future__ import annotations

__all__ = ["make_printable"]

_SPACES = frozenset("\u00a0\u202f\u2009")
"""Spaces of our own texts that ``str.isprintable`` turns down."""


def make_printable(text: str) -> str:
    """``text`` with its invisible characters written out, such as ``\\x1b``; also line ends and half surrogates."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in _SPACES else _write_out(c) for c in text)


def _write_out(character: str) -> str:
    code = ord(character)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
