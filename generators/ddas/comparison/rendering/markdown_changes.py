"""A comparison as Markdown: every change, in a table per group."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ddas.comparison.change import KINDS, Breaks, Change
from ddas.comparison.compare import Comparison
from ddas.comparison.impact import Impact
from ddas.comparison.rendering.change_words import (
    GROUPS,
    describe,
    opening,
    place_parts,
    step_in_words,
    values_in_words,
)
from ddas.comparison.rendering.impact_words import iter_impact_lines
from ddas.comparison.rendering.revision_rows import REVISION_HEADER, revision_rows

__all__ = ["escape", "iter_revisions", "markdown_place", "render_markdown"]

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
_LONG = (Breaks.MEANING, Breaks.TEXT)


def render_markdown(comparison: Comparison, impact: Impact | None) -> str:
    """A document with a heading, a paragraph and a table for each group."""
    old, new = comparison.old.id.code, comparison.new.id.code
    lines = [f"# Wijzigingen van {old} naar {new}", "", *opening(comparison), step_in_words(comparison), ""]
    lines += _iter_groups(comparison)
    lines += iter_revisions(comparison)
    if impact is not None:
        lines += ["## Proef met echte bestanden", ""]
        lines += [f"- {escape(text)}" for text in iter_impact_lines(comparison, impact)]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _iter_groups(comparison: Comparison) -> Iterator[str]:
    for breaks, (title, sentence) in GROUPS.items():
        changes = comparison.of(breaks)
        if not changes:
            continue
        yield from (f"## {title}: {len(changes)}", "", sentence, "")
        header = ("Wat", "Soort wijziging", "Eerst", "Nu") if breaks in _LONG else ("Wat", "Wijziging")
        rows = [_long_cells(c) if breaks in _LONG else (markdown_place(c), _cell(describe(c))) for c in changes]
        if any(c.reason for c in changes):
            header = (*header, "Waarom")
            rows = [(*row, escape(c.reason)) for row, c in zip(rows, changes, strict=True)]
        yield from (_row(header), "|---" * len(header) + "|", *map(_row, rows), "")


def iter_revisions(comparison: Comparison) -> Iterator[str]:
    """A table with why the newer version was revised; nothing when it was not."""
    rows = revision_rows(comparison.new)
    if rows:
        yield from (f"## Revisies van {comparison.new.id.code}", "", _row(REVISION_HEADER), "|---|---|---|")
        yield from (_row(tuple(escape(cell) for cell in row)) for row in rows)
        yield ""


def _long_cells(change: Change) -> tuple[str, ...]:
    before, after = values_in_words(change)
    return markdown_place(change), KINDS[change.kind].title, _cell(before), _cell(after)


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def markdown_place(change: Change) -> str:
    """The label, and behind it the name by which a machine knows it, as code."""
    label, name = place_parts(change)
    return f"{escape(label)} ({_code(name)})" if name else escape(label)


def _code(text: str) -> str:
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return f"{fence}{text.replace('|', chr(92) + '|')}{fence}"


def _cell(text: str) -> str:
    return escape(text[:1].upper() + text[1:])


def escape(text: str) -> str:
    """Text without meaning for Markdown, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
