"""Text in a terminal: tables and name-content lists that fit the width."""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Iterator, Sequence

__all__ = ["iter_list_lines", "iter_table_lines", "wrap"]

_GAP = 2


def wrap(text: str, width: int) -> list[str]:
    """The lines of ``text``, each at most ``width`` characters (at least 1); one empty line for no text."""
    return textwrap.wrap(text, max(width, 1), break_on_hyphens=False) or [""]


def iter_table_lines(header: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """A table of ``width`` characters: a header, a rule, and each row with its cells wrapped in their columns."""
    widths = _divide([header, *rows], width)
    yield from _row_lines(header, widths)
    yield "  ".join("-" * w for w in widths)
    for row in rows:
        yield from _row_lines(row, widths)


def iter_list_lines(items: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    """Name and content on a line, the content wrapped and aligned; below the name when the width is small."""
    column = max((len(name) for name, _ in items), default=0) + _GAP
    for name, content in items:
        if width < 2 * column:
            yield from wrap(name, width)
            yield from (f"  {line}" for line in wrap(content, width - 2))
        else:
            lines = wrap(content, width - column)
            yield f"{name:{column}}{lines[0]}"
            yield from (" " * column + line for line in lines[1:])


def _divide(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Column widths: what a column needs; what is too much is taken from the widest, from words only in need."""
    columns = list(zip(*rows, strict=True))
    widths = [max(len(cell) for cell in column) for column in columns]
    words = [max((len(word) for cell in column for word in cell.split()), default=1) for column in columns]
    room = max(width - _GAP * (len(widths) - 1), len(widths))
    while sum(widths) > room:
        loose = [index for index in range(len(widths)) if widths[index] > words[index]]
        widest = max(loose or range(len(widths)), key=lambda index: widths[index])
        widths[widest] -= 1
    return widths


def _row_lines(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    cells = [wrap(cell, width) for cell, width in zip(row, widths, strict=True)]
    for parts in itertools.zip_longest(*cells, fillvalue=""):
        line = (" " * _GAP).join(f"{part:{width}}" for part, width in zip(parts, widths, strict=True))
        yield line.rstrip()
