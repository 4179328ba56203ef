"""A comparison as a Dutch release note that opens with who must do what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ddas.comparison.change import KINDS, Breaks, Change, ChangeKind
from ddas.comparison.compare import Comparison
from ddas.comparison.impact import Impact
from ddas.comparison.rendering.change_words import GROUPS, count_kinds, describe, opening, step_in_words
from ddas.comparison.rendering.impact_words import iter_impact_lines
from ddas.comparison.rendering.markdown_changes import escape, iter_revisions, markdown_place

__all__ = ["render_note"]

_MOST = 12
"""Most changes named one by one under a role; the rest is counted there and stands further on."""

_REGISTRATION = frozenset(
    {
        ChangeKind.OBJECT_TYPE_ADDED,
        ChangeKind.ATTRIBUTE_ADDED,
        ChangeKind.REQUIRED_ADDED,
        ChangeKind.CODE_VALUE_ADDED,
        ChangeKind.CODE_VALUE_REMOVED,
        ChangeKind.OBLIGATION_CHANGED,
        ChangeKind.CONDITION_CHANGED,
        ChangeKind.DATA_TYPE_CHANGED,
        ChangeKind.VALUE_LIST_CHANGED,
        ChangeKind.DEFINITION_CHANGED,
    }
)
"""What can ask something else of the people who register."""

_LISTED = (Breaks.STRICTER, Breaks.WIDER, Breaks.DELIVERY, Breaks.RULES, Breaks.CODE)


def render_note(comparison: Comparison, impact: Impact | None) -> str:
    """Markdown: who must do what, then the changes, then the counts of what asks nothing."""
    new = comparison.new
    lines = [f"# {escape(new.title)} {new.version}: wat verandert er", "", *opening(comparison), ""]
    lines += ["## Wie moet wat doen", ""]
    lines += [*_vendors(comparison), *_application_managers(comparison), *_receivers(comparison)]
    for breaks in _LISTED:
        changes = comparison.of(breaks)
        if changes:
            title, sentence = GROUPS[breaks]
            lines += [f"## {title}: {len(changes)}", "", sentence, "", *_bullets(changes), ""]
    rest = comparison.of(Breaks.MEANING, Breaks.TEXT)
    if rest:
        lines += ["## Uitleg en teksten", "", "Deze wijzigingen veranderen niets aan het bestand.", ""]
        lines += [f"- {name}: {number}" for name, number in count_kinds(rest)]
        lines.append("")
    lines += iter_revisions(comparison)
    if impact is not None:
        lines += ["## Proef met echte bestanden", ""]
        lines += [f"- {escape(text)}" for text in iter_impact_lines(comparison, impact)]
    return "\n".join(lines).rstrip() + "\n"


def _vendors(comparison: Comparison) -> Iterator[str]:
    stricter, delivery = comparison.of(Breaks.STRICTER), comparison.of(Breaks.DELIVERY, Breaks.WIDER)
    code = comparison.of(Breaks.CODE)
    yield from ("### Leveranciers van software", "")
    if stricter:
        yield f"**Pas de export aan voordat u volgens {comparison.new.id.code} levert.** Geweigerd wordt:"
        yield from ("", *_bullets(stricter, _MOST), "")
    if delivery:
        yield f"Bekijk wat er anders wordt gevraagd: {_number(delivery)}. Ze staan hieronder."
        yield ""
    rules = comparison.of(Breaks.RULES)
    if rules:
        yield f"Onze controle zegt iets anders: {_number(rules)} in onze regels. Uw export blijft zoals hij is."
        yield ""
    if code:
        yield f"Maak gegenereerde klassen opnieuw: {_number(code)} in namen voor programma's of XML."
        yield ""
    if not (stricter or delivery or code):
        yield from ("U hoeft niets te doen.", "")


def _application_managers(comparison: Comparison) -> Iterator[str]:
    asked = [c for c in comparison.changes if c.kind in _REGISTRATION]
    asked.sort(key=lambda c: not KINDS[c.kind].structural)  # what is new in the file comes first
    yield from ("### Applicatiebeheerders bij gemeenten en uitvoerders", "")
    if asked:
        yield "**Controleer of uw registratie past bij wat er nu wordt gevraagd.**"
        yield "Vraag uw leverancier wanneer de export klaar is."
        yield from ("", *_bullets(asked, _MOST), "")
    else:
        yield from ("U hoeft niets te doen.", "")


def _receivers(comparison: Comparison) -> Iterator[str]:
    wider = comparison.of(Breaks.WIDER)
    yield from ("### Beheerders en ontvangers", "")
    if wider:
        yield "**Werk de controle bij voordat het eerste nieuwe bestand komt.** De oude controle weigert het om:"
        yield from ("", *_bullets(wider, _MOST), "")
    yield from (step_in_words(comparison), "")


def _bullets(changes: Sequence[Change], most: int | None = None) -> list[str]:
    """A line for each thing that changed, with all its changes."""
    changes_by_place: dict[str, list[Change]] = {}
    for change in changes:
        changes_by_place.setdefault(markdown_place(change), []).append(change)
    rows = list(changes_by_place.items())
    lines = [f"- {where}: {'; '.join(escape(describe(c)) for c in held)}{_why(held)}" for where, held in rows[:most]]
    if most is not None and len(rows) > most:
        lines.append(f"- en nog {len(rows) - most} andere, zie hieronder")
    return lines


def _why(changes: Sequence[Change]) -> str:
    reasons = dict.fromkeys(c.reason for c in changes if c.reason)
    return f". Waarom: {escape(' '.join(reasons))}" if reasons else ""


def _number(changes: Sequence[Change]) -> str:
    return "1 wijziging" if len(changes) == 1 else f"{len(changes)} wijzigingen"
