"""The pages of one version of a standard, as HTML to put in the theme."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import jinja2

from ddas.standard.specification import ObjectType
from ddas_generators.emit.documents.rule_catalogue import list_structural_rules
from ddas_generators.site import addresses
from ddas_generators.site.element_views import (
    view_code_list,
    view_field,
    view_object_type,
    view_rule,
    view_structural_rule,
)
from ddas_generators.site.page_templates import make_environment, render_view
from ddas_generators.site.single_views import SINGLE_VIEWS
from ddas_generators.site.version_site import VersionSite

__all__ = ["MENU", "SINGLE_ADDRESSES", "SitePage", "list_footer", "make_pages"]

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
_ASKED_BY = ("wie-vraagt/", "asked_by", "wie vraagt nu wat", "Welke gegevens al worden gevraagd, en door wie.")
"""The page that only a study has; its title follows the name of the domain."""
SINGLE_ADDRESSES = frozenset(address for address, *_ in _SINGLE_PAGES)
"""Addresses of the pages that every version has."""


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
    environment = make_environment(site.specification)
    for address, template, title, description in _single_pages(site):
        html = render_view(environment, template, address, SINGLE_VIEWS[template](site, address, title))
        yield SitePage(address=address, title=title, description=description, html=html, kind=template)
    yield from _iter_object_type_pages(site, environment)
    yield from _iter_field_pages(site, environment)
    yield from _iter_code_list_pages(site, environment)
    yield from _iter_rule_pages(site, environment)


def list_footer(site: VersionSite) -> tuple[tuple[str, str], ...]:
    """Label and address of the pages at the foot of this version."""
    return (("Wie vraagt nu wat", _ASKED_BY[0]), *FOOTER) if site.specification.status.is_study else FOOTER


def _single_pages(site: VersionSite) -> tuple[tuple[str, str, str, str], ...]:
    if not site.specification.status.is_study:
        return _SINGLE_PAGES
    address, template, title, description = _ASKED_BY
    return *_SINGLE_PAGES, (address, template, f"{site.specification.domain.name.capitalize()}: {title}", description)


def _iter_object_type_pages(site: VersionSite, environment: jinja2.Environment) -> Iterator[SitePage]:
    above = (("Objecttypen", "objecttype/"),)
    for object_type in site.specification.object_types:
        address = addresses.object_type_address(object_type.name)
        yield SitePage(
            address=address,
            title=object_type.label,
            description=object_type.definition,
            html=render_view(environment, "object_type", address, view_object_type(site, object_type)),
            trail=above,
            siblings=_fields_beside(object_type) if object_type.exchanged else None,
            kind="object_type",
        )


def _iter_field_pages(site: VersionSite, environment: jinja2.Environment) -> Iterator[SitePage]:
    for object_type, attribute in site.specification.iter_attributes():
        address = addresses.field_address(object_type, attribute.name)
        html = render_view(environment, "field", address, view_field(site, object_type, attribute))
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
            html=render_view(environment, "code_list", address, view_code_list(site, code_list)),
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
            html=render_view(environment, "rule", address, view_rule(site, rule)),
            trail=(("Regels", "regel/"),),
            siblings=beside,
            kind="rule",
        )
    for fault in list_structural_rules(site.specification):
        id, name, explanation, _ = fault
        address = addresses.rule_address(id)
        yield SitePage(
            address=address,
            title=f"{id} {name}",
            description=explanation,
            html=render_view(environment, "structural_rule", address, view_structural_rule(site, fault)),
            trail=(("Regels", "regel/"),),
            siblings=beside,
            kind="rule",
        )
