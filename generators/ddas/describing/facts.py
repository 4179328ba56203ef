"""What there is to say of one field, in Dutch, composed once for terminal, tables, documents and site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ddas.comparison.history import FieldHistory, Past
from ddas.comparison.rendering.change_words import describe, since_in_words
from ddas.describing.obligation_counts import BY_SCHEMA
from ddas.standard.json_paths import field_path
from ddas.standard.specification import Attribute, ObjectType, Phase, Specification
from ddas.standard.value_kinds import ValueKind

__all__ = [
    "Enforcer",
    "FieldsOfPhase",
    "enforcement_in_full",
    "enforcement_in_words",
    "enforcers",
    "group_by_phase",
    "iter_past",
    "pasts_at",
    "range_in_words",
]

FieldsOfPhase = tuple[Phase, tuple[tuple[ObjectType, Attribute], ...]]
"""A phase and the fields that belong to it."""

_REST = Phase(code="overig", title="Overig", description="Deze velden horen niet bij een fase.", kind="kader")


@dataclass(frozen=True, slots=True)
class Enforcer:
    """Who notices that a required field is missing.

    Attributes:
        name: ``het schema``, ``niemand`` or ``regel``.
        rule: Id of the rule; empty for the others.
        consequence: What follows; empty for a rule, which tells it itself.
    """

    name: str
    rule: str = ""
    consequence: str = ""


_SCHEMA = Enforcer("het schema", consequence="zonder dit veld wordt het bestand geweigerd")
_NOBODY = Enforcer("niemand", consequence="het valt niet op als dit veld ontbreekt")


def enforcers(attribute: Attribute) -> tuple[Enforcer, ...]:
    """Everybody who notices; ``niemand`` alone when there is nobody."""
    found = (_SCHEMA if id in BY_SCHEMA else Enforcer("regel", rule=id) for id in attribute.enforced_by)
    return tuple(found) or (_NOBODY,)


def enforcement_in_words(attribute: Attribute) -> str:
    """``het schema``, ``regel SHV-011, regel SHV-012`` or ``niemand``."""
    return ", ".join(f"{e.name} {e.rule}".rstrip() for e in enforcers(attribute))


def enforcement_in_full(specification: Specification, attribute: Attribute) -> str:
    """Who notices, with the names of the rules or with what follows, as sentences."""
    return " ".join(_in_full(specification, e) for e in enforcers(attribute))


def _in_full(specification: Specification, enforcer: Enforcer) -> str:
    if not enforcer.rule:
        return f"{enforcer.name}: {enforcer.consequence}."
    rule = specification.rule(enforcer.rule)
    return f"{enforcer.name} {enforcer.rule}" if rule is None else f"{enforcer.name} {rule.id}: {rule.name}."


def range_in_words(specification: Specification, attribute: Attribute) -> str:
    """``Datum``, ``Waardenlijst: Geslacht``, ``Lijst van: Schuld``: what stands in the field, by label."""
    target = specification.target(attribute.range)
    label = f"Waardenlijst: {target.label}" if target.kind is ValueKind.CODE else target.label
    return f"Lijst van: {label}" if attribute.many else label


def pasts_at(past: Past, paths: Iterable[str], attribute: Attribute) -> tuple[FieldHistory, ...]:
    """The history of the field below each path; empty for a version without predecessors: there is nothing to tell."""
    if past.comparison is None:
        return ()
    places = (field_path(path, attribute) for path in paths)
    return tuple(past.history[p] for p in places if p in past.history)


def iter_past(history: FieldHistory) -> Iterator[tuple[str, str]]:
    """Name and content: ``Sinds`` and ``Gewijzigd in v1.0``."""
    yield "Sinds", since_in_words(history)
    for entry in history.changes:
        words = describe(entry.change)
        why = f". Waarom: {entry.change.reason}" if entry.change.reason else ""
        yield f"Gewijzigd in {entry.version}", words[0].upper() + words[1:] + why


def group_by_phase(specification: Specification) -> tuple[FieldsOfPhase, ...]:
    """Every exchanged field once, under its phase; phases in model order, fields without one last."""
    known = {p.code for p in specification.phases}
    fields = tuple(specification.iter_attributes())
    groups = [(p, tuple(f for f in fields if f[1].phase == p.code)) for p in specification.phases]
    groups.append((_REST, tuple(f for f in fields if f[1].phase not in known)))
    return tuple(group for group in groups if group[1])
