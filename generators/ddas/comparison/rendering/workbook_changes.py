"""A comparison as an Excel change list, for a vendor to go through row by row."""

from __future__ import annotations

from collections.abc import Iterator

from ddas.comparison.change import KINDS, Change
from ddas.comparison.compare import Comparison
from ddas.comparison.rendering.change_words import GROUPS, describe, place_parts, step_in_words, values_in_words
from ddas.comparison.rendering.revision_rows import REVISION_HEADER, revision_rows
from ddas.rendering.workbook import Sheet, make_workbook

__all__ = ["render_workbook"]

_HEADER = (
    "Nummer",
    "Wie moet iets doen",
    "Wat",
    "Naam in het bestand of de code",
    "Wijziging",
    "Soort wijziging",
    "Eerst",
    "Nu",
    "Waarom",
    "Kleinste stap",
    "Gedaan (ja of nee)",
    "Opmerking",
)


def render_workbook(comparison: Comparison) -> bytes:
    """A workbook with a summary and every change, strongest first; the last two columns are for the reader."""
    old, new = comparison.old.id.code, comparison.new.id.code
    rows = [_row(number, change) for number, change in enumerate(_iter_changes(comparison), 1)]
    sheets = [
        Sheet(title="Samenvatting", header=("Groep", "Aantal", "Betekenis"), rows=_summary(comparison)),
        Sheet(title="Wijzigingen", header=_HEADER, rows=rows),
    ]
    revisions = revision_rows(comparison.new)
    if revisions:
        sheets.append(Sheet(title="Revisies", header=REVISION_HEADER, rows=revisions))
    return make_workbook(sheets, title=f"Wijzigingen van {old} naar {new}")


def _summary(comparison: Comparison) -> list[tuple[str | int, ...]]:
    rows: list[tuple[str | int, ...]] = [
        (title, len(comparison.of(breaks)), sentence) for breaks, (title, sentence) in GROUPS.items()
    ]
    versions = f"van {comparison.old.id.code} naar {comparison.new.id.code}"
    return [*rows, ("Samen", len(comparison.changes), versions), ("Stap", "", step_in_words(comparison))]


def _iter_changes(comparison: Comparison) -> Iterator[Change]:
    for breaks in GROUPS:
        yield from comparison.of(breaks)


def _row(number: int, change: Change) -> tuple[str | int, ...]:
    label, name = place_parts(change)
    before, after = values_in_words(change)
    group = GROUPS[change.breaks][0]
    return (
        number,
        group,
        label,
        name,
        describe(change),
        KINDS[change.kind].title,
        before,
        after,
        change.reason,
        str(change.step),
        "",
        "",
    )
