"""Dutch words for what a new version does to real deliveries."""

from __future__ import annotations

from collections.abc import Iterator

from ddas.comparison.compare import Comparison
from ddas.comparison.impact import Impact
from ddas.comparison.rendering.change_words import describe, place

__all__ = ["iter_impact_lines"]


def iter_impact_lines(comparison: Comparison, impact: Impact) -> Iterator[str]:
    """Sentences with counts; nothing of what is in the files."""
    old, new = comparison.old.id.code, comparison.new.id.code
    yield f"{_files(impact.files)} vergeleken, {impact.skipped} overgeslagen (geen JSON of een ander domein)."
    yield f"Goed volgens {old}: {impact.valid_before}. Goed volgens {new}: {impact.valid_after}."
    yield f"Goed volgens {old} en geweigerd door {new}: {impact.became_invalid}. Omgekeerd: {impact.became_valid}."
    for index, number in impact.by_change:
        change = comparison.changes[index]
        yield f"{_files(number)} door: {place(change)}, {describe(change)}."
    if impact.unexplained:
        yield f"{_files(impact.unexplained)} met een nieuwe fout die bij geen van de wijzigingen hoort."
    if comparison.structure_only:
        return
    yield f"{_files(impact.gained_findings)} met meer bevindingen van de regels."
    for rule in impact.by_rule:
        yield f"{_files(rule.files)} met meer bevindingen van regel {rule.rule}, samen {rule.findings} meer."


def _files(number: int) -> str:
    return f"{number} {'bestand' if number == 1 else 'bestanden'}"
