"""A comparison as Dutch text for the terminal, grouped by who is broken."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from ddas.comparison.change import Breaks, Change
from ddas.comparison.compare import Comparison
from ddas.comparison.impact import Impact
from ddas.comparison.rendering.change_words import GROUPS, count_kinds, describe, opening, place, step_in_words
from ddas.comparison.rendering.impact_words import iter_impact_lines

__all__ = ["render_text"]

_WIDTH = 100  # characters
_COUNTED = (Breaks.MEANING, Breaks.TEXT)


def render_text(comparison: Comparison, impact: Impact | None) -> str:
    """The changes that ask something one by one, those of meaning and text as counts."""
    lines = [*opening(comparison), step_in_words(comparison)]
    for breaks, (title, sentence) in GROUPS.items():
        changes = comparison.of(breaks)
        if not changes:
            continue
        lines += ["", f"{title.upper()}: {len(changes)}", *_wrap(sentence, "")]
        if breaks in _COUNTED:
            lines += [f"  {number:>4}  {name}" for name, number in count_kinds(changes)]
        else:
            lines += [line for change in changes for line in _iter_change(change)]
    if comparison.of(*_COUNTED):
        lines += ["", "Alle wijzigingen van betekenis en tekst: --format markdown of --format json."]
    if impact is not None:
        lines += ["", "PROEF MET ECHTE BESTANDEN"]
        lines += [line for text in iter_impact_lines(comparison, impact) for line in _wrap(text, "  ")]
    return "\n".join(lines) + "\n"


def _iter_change(change: Change) -> Iterator[str]:
    yield from _wrap(f"* {place(change)}", "  ", "    ")
    yield from _wrap(f"{describe(change)}.", "    ")
    if change.reason:
        yield from _wrap(f"Waarom: {change.reason}", "    ")


def _wrap(text: str, first: str, rest: str | None = None) -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_on_hyphens=False,
        break_long_words=False,
    )
