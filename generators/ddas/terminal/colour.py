"""Colours for a text report in a terminal. They only repeat what the words say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TextIO

__all__ = ["paint", "wants_colour"]

_RED, _YELLOW, _BLUE, _GREEN, _BOLD, _PLAIN = (f"\x1b[{code}m" for code in ("1;31", "1;33", "1;34", "1;32", "1", "0"))
_HEADING = re.compile(r"^(FOUT|WAARSCHUWING|INFO) ([A-Z]+-\w+ .*)$", re.MULTILINE)
_VERDICT = re.compile(r"^( {0,2})(Klaar om te leveren(?:, met opmerkingen)?|Eerst herstellen)(?=[.:])", re.MULTILINE)
_COLOUR_BY_WORD = {
    "FOUT": _RED,
    "WAARSCHUWING": _YELLOW,
    "INFO": _BLUE,
    "Eerst herstellen": _RED,
    "Klaar om te leveren": _GREEN,
    "Klaar om te leveren, met opmerkingen": _YELLOW,
}


def wants_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether this is a terminal that shows colours; ``NO_COLOR`` (https://no-color.org) turns them off."""
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    return stream.isatty()


def paint(text: str) -> str:
    """A text report with the headings of its rules and its verdicts in colour."""
    text = _HEADING.sub(lambda m: f"{_COLOUR_BY_WORD[m[1]]}{m[1]}{_PLAIN} {_BOLD}{m[2]}{_PLAIN}", text)
    return _VERDICT.sub(lambda m: f"{m[1]}{_COLOUR_BY_WORD[m[2]]}{m[2]}{_PLAIN}", text)
