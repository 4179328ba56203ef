"""The pages of one version of a standard, as HTML to put in the theme."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import jinja2

from ddas.comparison.history import history_of
from ddas.comparison.rendering import change_words
from ddas.describing import wording
from ddas.describing.field_rows import list_field_groups
from ddas.describing.obligation_counts import BY_SCHEMA, count_obligations
from ddas.errors import DdasError
from ddas.standard.json_paths import field_path
from ddas.standard.specification import Attribute, ObjectType, Specification
from ddas_generators.emit.documents import anchors
from ddas_generators.emit.rule_kind_words import RULE_KIND_WORDS
from ddas_generators.emit.schemas.quality.build import coverage_of
from ddas_generators.site import addresses
from ddas_generators.site.diagrams import draw_domain, draw_process
from ddas_generators.site.downloads import group_downloads
from ddas_generators.site.facts import (
    case_steps,
    common_questions,
    glossary,
    parameter_words,
    required_core,
    rule_fields,
    silenced_by,
)
from ddas_generators.site.fragments import json_fragment, python_name, xml_fragment, xml_path
from ddas_generators.site.prose import capitalize, show_number, show_prose
from ddas_generators.site.snippets import make_snippets
from ddas_generators.site.structural_rules import fields_with_fault, list_structural_rules
from ddas_generators.site.version_site import VersionSite

__all__ = ["FOOTER", "MENU", "SINGLE_ADDRESSES", "SitePage", "make_pages"]

MENU = (
    ("Kern", ""),
    ("Alle velden", "overzicht/"),
    ("Bericht", "bericht/"),
    ("Proces", "proces/"),
    ("Waardenlijsten", "waardenlijst/"),
    ("Regels", "regel/"),
    ("Eigen registratie", "controle/"),
    ("Vragen", "vragen/"),
    ("Wijzigingen", "wijzigingen/"),
    ("Downloads", "downloads/"),
)
"""Label and address of the pages in the menu."""

FOOTER = (
    ("Objecttypen", "objecttype/"),
    ("Soorten gegevens", "gegevenstypen/"),
    ("Zo kunt u aanleveren", "varianten/"),
    ("Bekende fouten", "errata/"),
    ("Begrippen", "begrippen/"),
    ("Bronnen", "bronnen/"),
    ("Voor leveranciers", "leveranciers/"),
    ("Zo leest u deze site", "../../leeswijzer.html"),
    ("De zeven stappen", "../../stappen.html"),
)
"""Label and address of what does not fit in the menu."""

_TEMPLATES = Path(__file__).parent / "templates"
_SINGLE_PAGES = (
    ("", "index", "Kern", "Wat minstens goed moet zijn, en waar alles staat."),
    ("overzicht/", "overview", "Overzicht van aan te leveren gegevens", "Alle velden met hun verplichting."),
    ("bericht/", "message", "Het hele bericht", "De boom van alle velden, uit te klappen."),
    ("objecttype/", "object_types", "Objecttypen", "Alle soorten objecten, ook die niet worden uitgewisseld."),
    ("proces/", "process", "Het proces", "De fasen waar de velden bij horen."),
    ("varianten/", "variants", "Zo kunt u aanleveren", "De voorbeeldleveringen, met uitleg."),
    ("waardenlijst/", "code_lists", "Waardenlijsten", "Alle lijsten met vaste waarden."),
    ("gegevenstypen/", "data_types", "Soorten gegevens", "Hoe een datum, een bedrag of een postcode eruitziet."),
    ("regel/", "rules", "Regels", "Waar een levering aan moet voldoen, naast het schema."),
    ("errata/", "errata", "Bekende fouten", "Fouten in de publicaties, en hoe u die plekken leest."),
    ("controle/", "own_registration", "Uw eigen registratie controleren", "Drie uitkomsten, en een werkboek."),
    ("vragen/", "questions", "Vragen en antwoorden", "Vragen die vaak worden gesteld."),
    ("begrippen/", "glossary", "Begrippen", "Alle begrippen van A tot Z."),
    ("bronnen/", "sources", "Bronnen", "Waar de teksten en de verplichtingen op rusten."),
    ("wijzigingen/", "changes", "Wijzigingen", "Wat er veranderde sinds eerdere versies."),
    ("leveranciers/", "vendors", "Voor leveranciers", "Schema, XSD, klassen en voorbeelden in uw software."),
    ("downloads/", "downloads", "Downloads", "Alle bestanden van deze versie, met hun controlegetal."),
    ("zoeken/", "search", "Zoeken", "Zoek een veld, een waarde of een regel."),
)
SINGLE_ADDRESSES = frozenset(address for address, *_ in _SINGLE_PAGES)
"""Addresses of the pages that every version has."""

_SOURCE_KINDS = {
    "publicatie": "publicatie over de standaard",
    "vakbron": "bron uit het vak",
    "wet": "wet",
    "eigen": "eigen tekst",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePage:
    """A page. ``address``: below the folder of its version; ``html``: its content without the frame of the theme.

    ``trail``: label and address of the pages above it; ``siblings``: title, and label and address of pages beside it.
    """

    address: str
    title: str
    description: str
    html: str
    trail: tuple[tuple[str, str], ...] = ()
    siblings: tuple[str, tuple[tuple[str, str], ...]] | None = None
    kind: str = "page"


def make_pages(site: VersionSite) -> Iterator[SitePage]:
    """Every page of this version, each address once."""
    environment = _make_environment(site)
    for address, template, title, description in _SINGLE_PAGES:
        html = _render(environment, template, address, {"title": title})
        yield SitePage(address=address, title=title, description=description, html=html, kind=template)
    yield from _iter_object_type_pages(site, environment)
    yield from _iter_field_pages(site, environment)
    yield from _iter_code_list_pages(site, environment)
    yield from _iter_rule_pages(site, environment)


def _iter_object_type_pages(site: VersionSite, environment: jinja2.Environment) -> Iterator[SitePage]:
    above = (("Objecttypen", "objecttype/"),)
    for object_type in site.specification.object_types:
        address = addresses.object_type_address(object_type.name)
        yield SitePage(
            address=address,
            title=object_type.label,
            description=object_type.definition,
            html=_render(environment, "object_type", address, {"o": object_type}),
            trail=above,
            siblings=_fields_beside(object_type) if object_type.exchanged else None,
            kind="object_type",
        )


def _iter_field_pages(site: VersionSite, environment: jinja2.Environment) -> Iterator[SitePage]:
    nodes_by_owner: dict[tuple[str, str], list[Any]] = {}
    for node in site.tree.nodes.values():
        parent = site.tree.nodes.get(node.steps[:-1])
        owner = parent.object_type if parent else site.specification.root_type
        if owner is not None:
            nodes_by_owner.setdefault((owner.name, node.attribute.name), []).append(node)
    for object_type, attribute in site.specification.iter_attributes():
        address = addresses.field_address(object_type, attribute.name)
        nodes = nodes_by_owner.get((object_type.name, attribute.name), [])
        html = _render(environment, "field", address, {"o": object_type, "a": attribute, "nodes": nodes})
        yield SitePage(
            address=address,
            title=attribute.label,
            description=attribute.definition,
            html=html,
            trail=(("Alle velden", "overzicht/"), (object_type.label, addresses.object_type_address(object_type.name))),
            siblings=_fields_beside(object_type),
            kind="field",
        )


def _fields_beside(object_type: ObjectType) -> tuple[str, tuple[tuple[str, str], ...]]:
    fields = ((a.label, addresses.field_address(object_type, a.name)) for a in object_type.exchanged_attributes)
    return f"Velden van {object_type.label}", tuple(fields)


def _iter_code_list_pages(site: VersionSite, environment: jinja2.Environment) -> Iterator[SitePage]:
    lists = site.specification.code_lists
    beside = "Waardenlijsten", tuple((c.label, addresses.code_list_address(c.name)) for c in lists)
    for code_list in lists:
        address = addresses.code_list_address(code_list.name)
        yield SitePage(
            address=address,
            title=code_list.label,
            description=code_list.definition,
            html=_render(environment, "code_list", address, {"c": code_list}),
            trail=(("Waardenlijsten", "waardenlijst/"),),
            siblings=beside,
            kind="code_list",
        )


def _iter_rule_pages(site: VersionSite, environment: jinja2.Environment) -> Iterator[SitePage]:
    named = [(r.id, r.name) for r in site.specification.rules]
    named += [(id, name) for id, name, *_ in list_structural_rules(site.specification)]
    beside = "Regels", tuple((f"{id} {name}", addresses.rule_address(id)) for id, name in named)
    for rule in site.specification.rules:
        address = addresses.rule_address(rule.id)
        yield SitePage(
            address=address,
            title=f"{rule.id} {rule.name}",
            description=rule.message,
            html=_render(environment, "rule", address, {"rule": rule}),
            trail=(("Regels", "regel/"),),
            siblings=beside,
            kind="rule",
        )
    for id, name, explanation, keyword in list_structural_rules(site.specification):
        address = addresses.rule_address(id)
        fields = fields_with_fault(site.specification, keyword)
        variables = {"id": id, "name": name, "explanation": explanation, "fields": fields}
        yield SitePage(
            address=address,
            title=f"{id} {name}",
            description=explanation,
            html=_render(environment, "structural_rule", address, variables),
            trail=(("Regels", "regel/"),),
            siblings=beside,
            kind="rule",
        )


def _render(environment: jinja2.Environment, template: str, address: str, variables: dict[str, Any]) -> str:
    link = partial(addresses.relative_link, address)
    facts = {
        "here": address,
        "url": link,
        "phase_link": lambda code: link(addresses.phase_address(code)),
        "other_version": lambda other, there: link(f"../{other.version}/{there}"),
    }
    try:
        text = environment.get_template(f"{template}.html.j2").render(facts | variables)
    except jinja2.TemplateError as error:
        raise DdasError(
            f"De bladzijde {address or 'index'} kan niet worden gemaakt met {template}.html.j2: {error}. "
            "Verbeter het sjabloon of het model."
        ) from error
    return text.strip() + "\n"


def _make_environment(site: VersionSite) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"prose": show_prose, "capital": capitalize, "number": show_number, "json": _pretty}
    environment.globals |= _model_facts(site) | _words(site.specification) | _facts(site)
    return environment


def _model_facts(site: VersionSite) -> dict[str, Any]:
    specification = site.specification
    history = history_of((*site.predecessors, specification))
    groups = list_field_groups(specification, history)
    address_by_path = {
        field_path(path, a): addresses.field_address(o, a.name)
        for o, a in specification.iter_attributes()
        for path in site.paths.get(o.name, ())
    } | site.addresses
    rows = [row for group in groups for _, _, row in group.fields]
    return {
        "site": site,
        "change_address": lambda path: address_by_path.get(path, ""),
        "s": specification,
        "groups": groups,
        "type_names": sorted({row.data_type for row in rows}, key=str.casefold),
        "personal_names": sorted({row.personal_data for row in rows}),
        "examples": sorted(specification.examples, key=lambda e: not e.name.startswith("variant")),
        "snippets": make_snippets(specification),
        "download_groups": group_downloads(site.files),
        "example_address": next((a for a in site.addresses.values() if a.startswith("veld/")), ""),
        "counts": count_obligations(a for _, a in specification.iter_attributes()),
        "obligation_count": count_obligations,
        "phase_by_code": {p.code: p for p in specification.phases},
        "comparison": site.comparison,
        "files": {f.path: f for f in site.files},
        "attribute_of": {f"{o.name}.{a.name}": a for o, a in specification.iter_attributes()},
        "code_list_uses": _uses(specification),
        "pasts": lambda o, a: tuple(
            site.history[p] for path in site.paths.get(o.name, ()) if (p := field_path(path, a)) in site.history
        ),
    }


def _uses(specification: Specification) -> dict[str, list[tuple[ObjectType, Attribute]]]:
    """Name of a code list, data type or object type → the fields that hold it."""
    found: dict[str, list[tuple[ObjectType, Attribute]]] = {}
    for object_type, attribute in specification.iter_attributes():
        data_type = specification.data_type(attribute.range)
        for name in {attribute.range, data_type.code_list if data_type else None} - {None}:
            found.setdefault(str(name), []).append((object_type, attribute))
    return found


def _words(specification: Specification) -> dict[str, Any]:
    return {
        "anchors": anchors,
        "adr": addresses,
        "by_schema": BY_SCHEMA,
        "source_kinds": _SOURCE_KINDS,
        "cardinality": wording.cardinality_in_words,
        "ground": partial(wording.ground_in_words, specification),
        "openness": wording.openness_in_words,
        "personal_data": wording.personal_data_in_words,
        "type_words": partial(wording.type_in_words, specification),
        "link_to": partial(addresses.link_to, specification),
        "source_links": partial(addresses.link_to_sources, specification),
        "change_groups": change_words.GROUPS,
        "describe_change": change_words.describe,
        "place_parts": change_words.place_parts,
        "since_in_words": change_words.since_in_words,
        "count_kinds": change_words.count_kinds,
        "field_path": field_path,
    }


def _facts(site: VersionSite) -> dict[str, Any]:
    specification = site.specification
    return {
        "xml_path": partial(xml_path, site.tree),
        "json_fragment": partial(json_fragment, specification, site.tree),
        "xml_fragment": partial(xml_fragment, specification, site.tree),
        "python_name": python_name,
        "parameter_words": parameter_words,
        "rule_fields": partial(rule_fields, specification),
        "silenced_by": partial(silenced_by, specification),
        "coverage": lambda rule: str(coverage_of(specification, rule)),
        "kind_words": RULE_KIND_WORDS,
        "structural": list_structural_rules(specification),
        "case_steps": partial(case_steps, specification),
        "glossary": partial(glossary, specification),
        "questions": partial(common_questions, specification),
        "core": partial(required_core, specification),
        "draw_process": partial(draw_process, specification),
        "draw_domain": partial(draw_domain, specification),
    }


def _pretty(text: str) -> str:
    return json.dumps(json.loads(text), ensure_ascii=False, indent=2)
