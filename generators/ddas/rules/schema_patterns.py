"""Regular expressions for JSON Schema: the whole value, and the same for Python and ECMAScript."""

from __future__ import annotations

__all__ = ["ascii_digits", "whole_text"]


def whole_text(pattern: str, *, blank: bool = False) -> str:
    r"""A pattern for the whole value, searched for; ``blank``: a blank value fits too.

    Ends in a look-ahead: ``$`` also fits before a line break in Python.
    """
    alternatives = rf"\s*|{pattern}" if blank and pattern else pattern or r"\s*"
    return rf"^(?:{alternatives})(?![\s\S])"


def ascii_digits(pattern: str) -> str:
    r"""The pattern with ``\d`` written out: in Python it takes digits of every script."""
    pieces: list[str] = []
    inside = False
    place = 0
    while place < len(pattern):
        piece = pattern[place : place + (2 if pattern[place] == "\\" else 1)]
        place += len(piece)
        inside = (inside or piece == "[") and piece != "]"
        pieces.append(("0-9" if inside else "[0-9]") if piece == r"\d" else piece)
    return "".join(pieces)
