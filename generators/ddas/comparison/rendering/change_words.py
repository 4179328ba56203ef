"""Dutch words for changes: the same in the terminal, in Markdown and in the release note."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from ddas.comparison.change import KINDS, Breaks, Change, ChangeKind, VersionStep
from ddas.comparison.compare import Comparison
from ddas.comparison.history import FieldHistory
from ddas.comparison.rendering.rule_change_words import rule_change_in_words
from ddas.standard.specification import Specification
from ddas.standard.status import Status
from ddas.standard.stricter_revisions import iter_stricter_revisions
from ddas.standard.value_kinds import WIRE_FORMS, ValueKind

__all__ = [
    "GROUPS",
    "count_kinds",
    "describe",
    "dutch_list",
    "opening",
    "place",
    "place_parts",
    "since_in_words",
    "step_in_words",
    "values_in_words",
]

_TOLD_AS_A_WHOLE = frozenset({ChangeKind.RULE_CHANGED, ChangeKind.RULE_CASES_CHANGED})
_SAY_ALL = frozenset(
    {
        ChangeKind.CLOSED,
        ChangeKind.OPENED,
        ChangeKind.REQUIRED_ADDED,
        ChangeKind.REQUIRED_REMOVED,
        ChangeKind.RULE_CASES_CHANGED,
    }
)
"""Kinds whose title says it all."""

GROUPS: Mapping[Breaks, tuple[str, str]] = {
    Breaks.STRICTER: (
        "Strenger",
        "Een bestand dat nu goed is, wordt straks geweigerd. Wie levert, past de export aan.",
    ),
    Breaks.WIDER: (
        "Ruimer",
        "Een nieuw bestand wordt geweigerd door wie nog met de oude versie controleert. "
        "Wie ontvangt, past zich eerst aan.",
    ),
    Breaks.DELIVERY: (
        "Levering",
        "Er wordt iets anders gevraagd. Een bestand volgens de oude versie wordt hierom niet geweigerd, "
        "tenzij er velden in staan die de oude versie niet kent.",
    ),
    Breaks.RULES: (
        "Onze regels",
        "De controle van deze toolkit zegt iets anders. De uitgevers veranderden hier niets, en een bestand wordt er "
        "niet om geweigerd.",
    ),
    Breaks.CODE: ("Code", "Namen in programma's of in XML veranderen. Wie de klassen gebruikt, maakt ze opnieuw."),
    Breaks.MEANING: ("Betekenis", "De uitleg verandert. Lees of uw registratie er nog bij past."),
    Breaks.TEXT: ("Tekst", "Alleen onze tekst verandert. U hoeft niets te doen."),
}
"""Heading and sentence of each group, strongest first."""

_KIND_BY_WIRE_WORD = {form.format or form.base: kind for kind, form in WIRE_FORMS.items() if kind is not ValueKind.CODE}
_LIST = re.compile(r"lijst (\d+)\.\.(\d+|\*)")
_STEPS = {
    VersionStep.MAJOR: "een nieuw hoofdnummer (v2.0 na v1.x)",
    VersionStep.MINOR: "een nieuw volgnummer (v1.1 na v1.0)",
    VersionStep.REVISION: "een revisie van dezelfde versie",
}


def place(change: Change) -> str:
    """Label first, then the name by which a machine knows it; the label alone when the two are the same."""
    label, name = place_parts(change)
    return f"{label} ({name})" if name else label


def place_parts(change: Change) -> tuple[str, str]:
    """The label, and the name by which a machine knows it; that is empty when the label says it all."""
    if change.kind in (ChangeKind.CLOSED, ChangeKind.OPENED) and not change.path:
        return "Het hele bestand", ""
    return change.label, "" if change.path == change.label else change.path


def describe(change: Change) -> str:
    """What changed in one sentence without a point, such as ``nieuw veld: datum``."""
    title = KINDS[change.kind].title
    if change.kind is ChangeKind.RULE_CHANGED and isinstance(change.before, dict) and isinstance(change.after, dict):
        return f"{title}: {rule_change_in_words(change.before, change.after)}"
    before, after = values_in_words(change)
    if change.kind in _SAY_ALL:
        return title
    if change.kind is ChangeKind.UNIQUENESS_CHANGED:
        return f"{title}: {'mogen niet meer' if change.after else 'mogen nu'}"
    if change.kind is ChangeKind.FORMAT_CHANGED:
        before, after = (w.replace("niets", "vrije tekst") for w in (before, after))
    if change.kind.endswith("_changed"):
        return f"{title}: eerst {before}, nu {after}"
    if change.after is None:
        return title if _says_itself(change, change.before) else f"{title}: {before}"
    if change.before is None:
        return title if _says_itself(change, change.after) else f"{title}: {after}"
    return f"{title}: eerst {before}, nu {after}"


def values_in_words(change: Change) -> tuple[str, str]:
    """Before and after for readers; ``niets`` where there is nothing, empty for a rule: ``describe`` says it."""
    if change.kind in _TOLD_AS_A_WHOLE:
        return "", ""
    return _in_words(change.before), _in_words(change.after)


def _says_itself(change: Change, value: object) -> bool:
    """Whether the value is already in the name of what changed."""
    return value == change.label or change.path.endswith(f"={value}")


def _in_words(value: object) -> str:
    if value is None or value == [] or value == "":
        return "niets"
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, dict):
        return _field(value) if "type" in value else "; ".join(f"{k}: {_in_words(v)}" for k, v in value.items())
    if isinstance(value, list):
        return ", ".join(_in_words(v) for v in value)
    text = str(value)
    return _KIND_BY_WIRE_WORD.get(text) or _cardinality(text) or f"‘{text}’"


def _cardinality(text: str) -> str | None:
    """``lijst 1..*`` → ``een lijst van 1 of meer``; None for other text."""
    if text == "enkel":
        return "één waarde, geen lijst"
    match = _LIST.fullmatch(text)
    if match is None:
        return None
    return f"een lijst van {match[1]} of meer" if match[2] == "*" else f"een lijst van {match[1]} tot {match[2]}"


def _field(value: Mapping[str, Any]) -> str:
    kind = _KIND_BY_WIRE_WORD.get(value.get("format") or value["type"])
    parts = []
    if kind is not ValueKind.OBJECT:
        parts.append(str(kind or f"waarde uit {value['type']}"))
    if "cardinality" in value:
        parts.append(str(_cardinality(value["cardinality"])))
    parts.append("het schema eist het" if value["required"] else "het schema eist het niet")
    if value.get("closed"):
        parts.append("zonder andere sleutels")
    if "fields" in value:
        parts.append(f"met {dutch_list(value['fields'])}")
    return ", ".join(parts)


def dutch_list(items: Iterable[str]) -> str:
    """``a, b en c``."""
    *first, last = items
    return f"{', '.join(first)} en {last}" if first else last


def count_kinds(changes: Iterable[Change]) -> list[tuple[str, int]]:
    """Title of each kind → how often, in the order of the closed list of kinds."""
    held = list(changes)
    counts = [(kind, sum(c.kind is kind for c in held)) for kind in ChangeKind]
    return [(KINDS[kind].title, number) for kind, number in counts if number]


def step_in_words(comparison: Comparison) -> str:
    """What the version number must do, as a sentence."""
    step = comparison.least_step
    if step is None:
        return "Er is geen verschil."
    return f"De wijzigingen vragen minstens {_STEPS[step]}."


def since_in_words(history: FieldHistory) -> str:
    """Since when a field is there: ``v0.9``, or that it may be older."""
    return f"{history.since}, de oudste bekende versie" if history.from_the_start else history.since


def opening(comparison: Comparison) -> list[str]:
    """Which versions are compared, and what a reader must know of them, as sentences."""
    lines = [f"Van {_version(comparison.old)} naar {_version(comparison.new)}."]
    if comparison.new.status is Status.CONCEPT:
        lines.append("De nieuwe versie is een concept en niet vastgesteld: er kan nog van alles veranderen.")
    lines += [
        f"{side.id.code} was een concept van de uitgevers. Het is nooit vastgesteld en later vervangen."
        for side in (comparison.old, comparison.new)
        if side.status == Status.WITHDRAWN
    ]
    lines += iter_stricter_revisions(comparison.new)
    if comparison.structure_only:
        lines.append(
            "Minstens een van de twee is een gepubliceerd schema. Dat zegt niets over betekenis, verplichting en "
            "regels; die zijn niet vergeleken."
        )
    return lines


def _version(specification: Specification) -> str:
    return (
        f"{specification.edition_name} ({specification.status})"
        if specification.status is not Status.UNKNOWN
        else (specification.id.code)
    )
