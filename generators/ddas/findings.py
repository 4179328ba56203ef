"""A finding: something in a delivery that is wrong or looks wrong. A value, never an exception."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Finding", "Level", "Pointer", "format_pointer", "is_showable"]

Pointer = tuple[str | int, ...]
"""Path in a JSON document: keys and 0-based indexes, root first; empty for the whole document."""

_LETTER = re.compile(r"[^\W\d_]")
_NAME = re.compile(r"[\w-]+")  # a space or an at sign: rather a name or an address of a person than of a field
_DIGITS = re.compile(r"\d{4}")
_LONGEST_NAME = 40


class Level(StrEnum):
    """How bad a finding is, in the words that readers see."""

    ERROR = "fout"
    WARNING = "waarschuwing"
    INFO = "info"

    @property
    def weight(self) -> int:
        """Higher is worse: info 0, waarschuwing 1, fout 2."""
        return (Level.INFO, Level.WARNING, Level.ERROR).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding; every text is Dutch and holds no value of the delivery.

    Attributes:
        rule: Id in the catalogue, e.g. ``SHV-S02``, ``SHV-013`` or ``DDAS-B01``.
        pointer: JSON Pointer (RFC 6901); ``""`` is the whole document.
        line, column: 1-based, in characters; None when the place has no position.
        place: For people: "levering 1, traject 12".
        label: Label of the field or object type.
        message: What is wrong and what is expected.
        remedy: What to do.
        link: Address of the rule in the published documentation; empty when it is not published.
        file: The file, for a finding over several files; empty when the report it stands in is of one file.
    """

    rule: str
    level: Level
    pointer: str
    line: int | None
    column: int | None
    place: str
    label: str
    message: str
    remedy: str
    link: str
    file: str = ""


def format_pointer(pointer: Sequence[str | int]) -> str:
    """The JSON Pointer text (RFC 6901)."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in pointer)


def is_showable(key: str) -> bool:
    """Whether a key of a delivery may be shown: a key can be data too, such as a citizen service number."""
    return len(key) <= _LONGEST_NAME and bool(_NAME.fullmatch(key) and _LETTER.search(key)) and not _DIGITS.search(key)
