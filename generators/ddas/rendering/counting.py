"""Dutch words for numbers in a report: the same in every form."""

from __future__ import annotations

from collections.abc import Mapping

from ddas.findings import Level

__all__ = ["count_files", "count_levels", "count_places", "format_number", "in_records", "level_word"]

_WORDS = {
    Level.ERROR: ("fout", "fouten"),
    Level.WARNING: ("waarschuwing", "waarschuwingen"),
    Level.INFO: ("info", "info"),
}


def format_number(count: int) -> str:
    """``1234`` → ``1.234``."""
    return f"{count:,}".replace(",", ".")


def level_word(level: Level, count: int) -> str:
    """``fout`` or ``fouten``."""
    return _WORDS[level][count != 1]


def count_levels(levels: Mapping[Level, int]) -> str:
    """``1 fout, 0 waarschuwingen, 2 info``."""
    return ", ".join(f"{format_number(n)} {level_word(level, n)}" for level, n in levels.items())


def count_places(count: int) -> str:
    """``1 plek``, ``2 plekken``."""
    return f"{format_number(count)} {'plek' if count == 1 else 'plekken'}"


def count_files(count: int) -> str:
    """``1 bestand``, ``2 bestanden``."""
    return f"{format_number(count)} {'bestand' if count == 1 else 'bestanden'}"


def in_records(count: int | None, word: str) -> str:
    """`` in 6 trajecten``, to put behind counts; empty when unknown. We know the plural only, so one is told apart."""
    if count is None:
        return ""
    return f" ({word}: 1)" if count == 1 else f" in {format_number(count)} {word}"
