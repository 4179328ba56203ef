"""The index for the search of a version: a small record for each page and each place that people look for."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ddas.standard.specification import CodeList, Specification
from ddas_generators.emit.documents.rule_catalogue import list_structural_rules
from ddas_generators.site.addresses import (
    code_list_address,
    code_value_address,
    erratum_address,
    field_address,
    object_type_address,
    phase_address,
    rule_address,
)
from ddas_generators.site.pages import SitePage
from ddas_generators.site.version_site import VersionSite

__all__ = ["make_search_index"]

Record = dict[str, str]


def make_search_index(site: VersionSite, pages: tuple[SitePage, ...]) -> str:
    """A script that sets ``window.ddasIndex``: so that it also loads from a folder, without a server.

    Keys: ``t`` title, ``u`` address, ``k`` kind, ``p`` place, ``w`` names for machines, ``s`` search words, ``c`` code
    values, ``d`` text, ``x`` text that is searched but not shown, ``v`` obligation.
    """
    specification = site.specification
    records = [*_iter_fields(specification), *_iter_types(specification), *_iter_lists(specification)]
    records += _iter_rest(specification)
    records += [
        {"t": p.title, "u": p.address, "k": "pagina", "d": p.description} for p in pages if not p.trail and p.title
    ]
    lean = [{k: v for k, v in r.items() if v} for r in records]
    return f"window.ddasIndex={json.dumps(lean, ensure_ascii=False, separators=(',', ':'))};\n"


def _iter_fields(specification: Specification) -> Iterator[Record]:
    for object_type, a in specification.iter_attributes():
        data_type = specification.data_type(a.range)
        code_list = specification.code_list(a.range) or specification.code_list(
            data_type.code_list or "" if data_type else ""
        )
        yield {
            "t": a.label,
            "u": field_address(object_type, a.name),
            "k": "veld",
            "p": object_type.label,
            "w": f"{a.wire_name} {a.name}" if a.wire_name != a.name else a.name,
            "s": ", ".join(a.search_words),
            "c": _codes(code_list),
            "d": a.definition,
            "x": " ".join((*a.explanation, a.condition, data_type.label if data_type else "")).strip(),
            "v": str(a.obligation),
        }


def _iter_types(specification: Specification) -> Iterator[Record]:
    for object_type in specification.object_types:
        yield {
            "t": object_type.label,
            "u": object_type_address(object_type.name),
            "k": "objecttype" if object_type.exchanged else "begrip, niet uitgewisseld",
            "w": object_type.name,
            "s": ", ".join(object_type.search_words),
            "d": object_type.definition,
            "x": " ".join(object_type.explanation),
        }


def _iter_lists(specification: Specification) -> Iterator[Record]:
    for code_list in specification.code_lists:
        yield {
            "t": code_list.label,
            "u": code_list_address(code_list.name),
            "k": "waardenlijst",
            "w": code_list.name,
            "s": ", ".join(code_list.search_words),
            "c": _codes(code_list),
            "d": code_list.definition,
        }
        for value in code_list.values:
            yield {
                "t": value.value,
                "u": code_value_address(code_list.name, value.code),
                "k": "waarde",
                "p": code_list.label,
                "w": f"{value.label} {value.code}",
                "s": ", ".join(value.search_words),
                "d": value.definition,
                "x": " ".join(value.explanation),
            }


def _iter_rest(specification: Specification) -> Iterator[Record]:
    for rule in specification.rules:
        yield {"t": rule.id, "u": rule_address(rule.id), "k": "regel", "p": rule.name, "d": rule.message}
    for id, name, explanation, _ in list_structural_rules(specification):
        yield {"t": id, "u": rule_address(id), "k": "regel", "p": name, "d": explanation}
    for erratum in specification.errata:
        yield {
            "t": erratum.id,
            "u": erratum_address(erratum.id),
            "k": "bekende fout",
            "p": erratum.title,
            "d": erratum.fault,
        }
    for phase in specification.phases:
        yield {"t": phase.title, "u": phase_address(phase.code), "k": "fase", "d": phase.description}


def _codes(code_list: CodeList | None) -> str:
    return "" if code_list is None else ", ".join(v.value for v in code_list.values)
