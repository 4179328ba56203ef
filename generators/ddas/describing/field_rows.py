"""The overview of the fields of a standard: one row per exchanged field, by phase of the process.

The site, ``velden.xlsx`` and ``velden.csv`` all show these rows, so that they hold the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass

from ddas.comparison.history import FieldHistory, history_of
from ddas.describing.obligation_counts import BY_SCHEMA
from ddas.describing.wording import ground_in_words
from ddas.standard.json_paths import field_path, list_json_paths
from ddas.standard.specification import Attribute, Phase, Specification
from ddas.standard.value_kinds import ValueKind

__all__ = ["HEADER", "FieldGroup", "FieldRow", "list_field_groups", "list_field_rows", "row_cells"]

HEADER = (
    "Fase",
    "Objecttype",
    "Veld",
    "Naam in JSON",
    "Plaats in JSON",
    "Verplichting",
    "Voorwaarde",
    "Afgedwongen door",
    "Grond",
    "Soort gegeven",
    "Meeste tekens",
    "Persoonsgegeven",
    "Sinds",
    "Gewijzigd in",
    "Omschrijving",
)
_REST = Phase(code="overig", title="Overig", description="Deze velden horen niet bij een fase.", kind="kader")
_PERSONAL = {"direct": "ja, direct", "indirect": "ja, indirect"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """A field in the words of the overview, in the order of ``HEADER``. ``length``: most characters, or None."""

    phase: str
    object_type: str
    label: str
    wire_name: str
    path: str
    obligation: str
    condition: str
    enforced_by: str
    ground: str
    data_type: str
    length: int | None
    personal_data: str
    since: str
    changed_in: str
    definition: str


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """A phase with its fields: (name of object type, name of attribute, row)."""

    phase: Phase
    fields: tuple[tuple[str, str, FieldRow], ...]


def row_cells(row: FieldRow) -> tuple[str | int | None, ...]:
    """The cells of a row, one for each name in ``HEADER``."""
    return astuple(row)


def list_field_rows(specification: Specification, predecessors: tuple[Specification, ...] = ()) -> list[FieldRow]:
    """Every exchanged field once, in the order of the overview; ``predecessors`` oldest first."""
    history = history_of((*predecessors, specification))
    return [row for group in list_field_groups(specification, history) for _, _, row in group.fields]


def list_field_groups(specification: Specification, history: Mapping[str, FieldHistory]) -> tuple[FieldGroup, ...]:
    """Every exchanged field once, under its phase; phases in model order, fields without one last."""
    known = {p.code for p in specification.phases}
    paths = list_json_paths(specification)
    groups = []
    for phase in (*specification.phases, _REST):
        held = [
            (o.name, a.name, _make_row(specification, phase, o.label, a, paths[o.name], history))
            for o, a in specification.iter_attributes()
            if (a.phase if a.phase in known else _REST.code) == phase.code
        ]
        if held:
            groups.append(FieldGroup(phase, tuple(held)))
    return tuple(groups)


def _make_row(
    specification: Specification,
    phase: Phase,
    object_type: str,
    attribute: Attribute,
    paths: tuple[str, ...],
    history: Mapping[str, FieldHistory],
) -> FieldRow:
    places = [field_path(path, attribute) for path in paths]
    pasts = [history[p] for p in places if p in history]
    changed = dict.fromkeys(change.version for past in pasts for change in past.changes)
    data_type = specification.data_type(attribute.range)
    return FieldRow(
        phase=phase.title,
        object_type=object_type,
        label=attribute.label,
        wire_name=attribute.wire_name,
        path=" of ".join(places),
        obligation=str(attribute.obligation),
        condition=attribute.condition,
        enforced_by=_enforcement(attribute),
        ground=ground_in_words(specification, attribute.ground),
        data_type=_type_label(specification, attribute),
        length=data_type.length if data_type else None,
        personal_data=_PERSONAL.get(attribute.personal_data, attribute.personal_data),
        since=" of ".join(dict.fromkeys(p.since for p in pasts)),
        changed_in=", ".join(changed),
        definition=attribute.definition,
    )


def _type_label(specification: Specification, attribute: Attribute) -> str:
    """``Lijst met Schuld`` for a list of objects, ``Datum`` for a single value."""
    target = specification.target(attribute.range)
    label = f"Waardenlijst: {target.label}" if target.kind is ValueKind.CODE else target.label
    return f"Lijst van: {label}" if attribute.many else label


def _enforcement(attribute: Attribute) -> str:
    if attribute.enforced_by == BY_SCHEMA:
        return "het schema"
    return ", ".join(f"regel {id}" for id in attribute.enforced_by) or "niemand"
