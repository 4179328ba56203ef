"""Specification → ``documentatie.md``: one complete document about one standard, to read and to print."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from typing import Any

from ddas.comparison.change import Breaks
from ddas.comparison.history import Past
from ddas.comparison.rendering.change_words import (
    GROUPS,
    count_kinds,
    describe,
    place_parts,
    step_in_words,
)
from ddas.comparison.rendering.revision_rows import revision_rows
from ddas.describing import wording
from ddas.describing.elements import SOURCE_KINDS
from ddas.describing.facts import enforcers, group_by_phase, iter_past, pasts_at
from ddas.describing.obligation_counts import count_obligations
from ddas.standard.alternative_words import alternatives_in_words, alternatives_of_field_in_words
from ddas.standard.json_paths import field_path, list_json_paths
from ddas.standard.specification import Specification
from ddas_generators.emit.artefact import Artefact
from ddas_generators.emit.documents import anchors
from ddas_generators.emit.documents.documentation_links import link_to_element, link_to_sources
from ddas_generators.emit.documents.markdown_environment import make_environment

__all__ = ["FILE_NAME", "build_documentation", "emit_documentation"]

FILE_NAME = "documentatie.md"
_PHASE_KINDS = (
    ("kader", "Om het traject heen"),
    ("hoofdlijn", "De hoofdlijn, in volgorde"),
    ("daarnaast", "Naast de hoofdlijn"),
)


def emit_documentation(specification: Specification, past: Past) -> Iterable[Artefact]:
    """The document as one file."""
    yield Artefact(FILE_NAME, build_documentation(specification, past).encode())


def build_documentation(specification: Specification, past: Past) -> str:
    """The document as Markdown with tables, that reads well as it is; anchors are ``<a id="..."></a>``.

    Of a version with a predecessor it also says what changed and since when each field is there.
    """
    environment = make_environment()
    environment.globals.update(_functions(specification))
    environment.globals.update(_past_facts(specification, past))
    text = environment.get_template("document.md.j2").render()
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _functions(specification: Specification) -> dict[str, Any]:
    paths = list_json_paths(specification)
    fields = tuple(specification.iter_attributes())
    title_by_phase = {p.code: p.title for p in specification.phases}
    return {
        "s": specification,
        "revisions": revision_rows(specification),
        "base_uri": specification.domain.base_uri,
        "counts": count_obligations(a for _, a in fields),
        "fields_by_phase": group_by_phase(specification),
        "phase_kinds": tuple(
            (kind, title, tuple(p for p in specification.phases if p.kind == kind)) for kind, title in _PHASE_KINDS
        ),
        "phase_title": lambda code: title_by_phase.get(code, code),
        "source_kinds": SOURCE_KINDS,
        "anchors": anchors,
        "enforcers": enforcers,
        "asked_by_words": partial(wording.askers_in_words, specification),
        "cardinality": wording.cardinality_in_words,
        "ground": partial(wording.ground_in_words, specification),
        "alternatives": alternatives_in_words,
        "field_alternatives": alternatives_of_field_in_words,
        "openness": wording.openness_in_words,
        "personal_data": wording.personal_data_in_words,
        "purposes": partial(wording.purposes_in_words, specification),
        "type_words": partial(wording.type_in_words, specification),
        "link_to": partial(link_to_element, specification),
        "source_links": partial(link_to_sources, specification),
        "paths_of": lambda object_type: paths.get(object_type.name, ()),
        "field_path": field_path,
    }


def _past_facts(specification: Specification, past: Past) -> dict[str, Any]:
    """What the document tells of earlier versions; nothing when there are none."""
    if past.comparison is None:
        return {"comparison": None, "pasts": lambda *_: ()}
    paths = list_json_paths(specification)
    return {
        "comparison": past.comparison,
        "pasts": lambda o, a: pasts_at(past, paths.get(o.name, ()), a),
        "change_groups": GROUPS,
        "counted_groups": (Breaks.MEANING, Breaks.TEXT),
        "describe_change": describe,
        "place_parts": place_parts,
        "count_kinds": count_kinds,
        "step_in_words": step_in_words,
        "iter_past": iter_past,
    }
