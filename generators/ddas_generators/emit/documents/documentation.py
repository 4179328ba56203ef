"""Specification → ``documentatie.md``: one complete document about one standard, to read and to print."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from typing import Any

from ddas.comparison.change import Breaks
from ddas.comparison.compare import compare
from ddas.comparison.history import history_of
from ddas.comparison.rendering.change_words import (
    GROUPS,
    count_kinds,
    describe,
    place_parts,
    since_in_words,
    step_in_words,
)
from ddas.describing import wording
from ddas.describing.obligation_counts import BY_SCHEMA, count_obligations
from ddas.standard.identity import BASE_URI
from ddas.standard.json_paths import field_path, list_json_paths
from ddas.standard.specification import Attribute, ObjectType, Phase, Specification
from ddas_generators.emit.artefact import Artefact
from ddas_generators.emit.documents import anchors
from ddas_generators.emit.documents.documentation_links import link_to_element, link_to_rule, link_to_sources
from ddas_generators.emit.documents.markdown_environment import make_environment

__all__ = ["FILE_NAME", "build_documentation", "emit_documentation"]

FILE_NAME = "documentatie.md"
_UNPHASED = "overig"
_PHASE_KINDS = (
    ("kader", "Om het traject heen"),
    ("hoofdlijn", "De hoofdlijn, in volgorde"),
    ("daarnaast", "Naast de hoofdlijn"),
)
_SOURCE_KINDS = {
    "publicatie": "publicatie over de standaard",
    "vakbron": "bron uit het vak",
    "wet": "wet",
    "eigen": "eigen tekst",
}


def emit_documentation(
    specification: Specification, predecessors: tuple[Specification, ...] = ()
) -> Iterable[Artefact]:
    """The document as one file."""
    yield Artefact(FILE_NAME, build_documentation(specification, predecessors).encode())


def build_documentation(specification: Specification, predecessors: tuple[Specification, ...] = ()) -> str:
    """The document as Markdown with tables, that reads well as it is; anchors are ``<a id="..."></a>``.

    With ``predecessors``, oldest first, it also says what changed and since when each field is there.
    """
    environment = make_environment()
    environment.globals.update(_functions(specification))
    environment.globals.update(_past(specification, predecessors))
    text = environment.get_template("document.md.j2").render()
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _functions(specification: Specification) -> dict[str, Any]:
    paths = list_json_paths(specification)
    fields = tuple(specification.iter_attributes())
    title_by_phase = {p.code: p.title for p in specification.phases}
    return {
        "s": specification,
        "base_uri": BASE_URI,
        "counts": count_obligations(a for _, a in fields),
        "fields_by_phase": _group_by_phase(specification, fields),
        "phase_kinds": tuple(
            (kind, title, tuple(p for p in specification.phases if p.kind == kind)) for kind, title in _PHASE_KINDS
        ),
        "phase_title": lambda code: title_by_phase.get(code, code),
        "source_kinds": _SOURCE_KINDS,
        "anchors": anchors,
        "by_schema": BY_SCHEMA,
        "cardinality": wording.cardinality_in_words,
        "ground": partial(wording.ground_in_words, specification),
        "openness": wording.openness_in_words,
        "personal_data": wording.personal_data_in_words,
        "type_words": partial(wording.type_in_words, specification),
        "link_to": partial(link_to_element, specification),
        "rule_link": partial(link_to_rule, specification),
        "source_links": partial(link_to_sources, specification),
        "paths_of": lambda object_type: paths.get(object_type.name, ()),
        "field_path": field_path,
    }


def _past(specification: Specification, predecessors: tuple[Specification, ...]) -> dict[str, Any]:
    """What the document tells of earlier versions; nothing when there are none."""
    if not predecessors:
        return {"comparison": None, "pasts": lambda *_: ()}
    history = history_of((*predecessors, specification))
    paths = list_json_paths(specification)
    return {
        "comparison": compare(predecessors[-1], specification),
        "pasts": lambda o, a: tuple(
            history[p] for path in paths.get(o.name, ()) if (p := field_path(path, a)) in history
        ),
        "change_groups": GROUPS,
        "counted_groups": (Breaks.MEANING, Breaks.TEXT),
        "describe_change": describe,
        "place_parts": place_parts,
        "count_kinds": count_kinds,
        "step_in_words": step_in_words,
        "since_in_words": since_in_words,
    }


def _group_by_phase(
    specification: Specification, fields: tuple[tuple[ObjectType, Attribute], ...]
) -> tuple[tuple[Phase, tuple[tuple[ObjectType, Attribute], ...]], ...]:
    """Every field once, under its phase, phases in model order; fields of an unlisted phase stand last."""
    known = {p.code for p in specification.phases}
    rest = Phase(code=_UNPHASED, title="Overig", description="Deze velden horen niet bij een fase.", kind="kader")
    groups = [(p, tuple(f for f in fields if f[1].phase == p.code)) for p in specification.phases]
    groups.append((rest, tuple(f for f in fields if f[1].phase not in known)))
    return tuple((phase, found) for phase, found in groups if found)
