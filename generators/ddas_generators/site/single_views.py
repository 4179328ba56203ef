"""What the pages that a version has once show beyond the words that all pages share: one typed view a template.

The fields of a view are the variables of its template, no more and no less (``tests/site/test_views.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from ddas.comparison.change import Breaks
from ddas.comparison.compare import Comparison
from ddas.comparison.rendering.change_words import GROUPS
from ddas.describing.elements import SOURCE_KINDS, rule_fields
from ddas.describing.field_rows import FieldGroup
from ddas.describing.obligation_counts import ObligationCounts, count_obligations
from ddas.standard.json_paths import field_path
from ddas.standard.specification import (
    Attribute,
    CodeList,
    Example,
    ObjectType,
    Phase,
    Specification,
    TextSource,
)
from ddas_generators.emit.documents.rule_catalogue import list_structural_rules
from ddas_generators.site.addresses import field_address, phase_address, relative_link
from ddas_generators.site.diagrams import draw_domain, draw_process
from ddas_generators.site.downloads import group_downloads
from ddas_generators.site.facts import Core, Question, Term, common_questions, glossary, required_core
from ddas_generators.site.snippets import make_snippets
from ddas_generators.site.version_site import SiteFile, VersionSite

__all__ = ["SINGLE_VIEWS"]

_Fields = tuple[tuple[ObjectType, Attribute], ...]
_Files = Mapping[str, SiteFile]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreView:
    """The first page."""

    core: Core
    counts: ObligationCounts


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainView:
    """A page that needs nothing but the words that all pages share."""

    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewView:
    """All fields. ``predecessors``: oldest first; ``type_names`` and ``personal_names``: what one can filter on."""

    title: str
    counts: ObligationCounts
    files: _Files
    groups: tuple[FieldGroup, ...]
    predecessors: tuple[Specification, ...]
    personal_names: tuple[str, ...]
    type_names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessView:
    """The phases with their fields. ``drawing``: the main line; empty when there is none."""

    title: str
    drawing: Markup
    groups: tuple[FieldGroup, ...]
    phase_by_code: Mapping[str, Phase]


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectTypesView:
    """The object types, with a drawing of how they stand inside each other."""

    title: str
    drawing: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantsView:
    """The example deliveries, variants first."""

    title: str
    examples: tuple[Example, ...]
    files: _Files


@dataclass(frozen=True, slots=True, kw_only=True)
class DataTypesView:
    """The data types. ``uses``: name → the fields that hold it."""

    title: str
    uses: Mapping[str, _Fields]


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesView:
    """All rules. ``about``: id → names of what the rule is about; ``structural``: the faults in the structure."""

    title: str
    about: Mapping[str, tuple[str, ...]]
    structural: list[tuple[str, str, str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRegistrationView:
    """How to compare one's own registration."""

    title: str
    counts: ObligationCounts
    files: _Files


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionsView:
    """Questions by heading."""

    title: str
    questions: list[tuple[str, list[Question]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryView:
    """Terms by first letter."""

    title: str
    letters: list[tuple[str, list[Term]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesView:
    """The sources. ``source_kinds``: kind → what readers call it."""

    title: str
    source_kinds: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    """What changed. ``comparisons``: with the versions before the last one, newest first; ``family``: oldest first."""

    title: str
    change_address: Callable[[str], str]
    change_groups: Mapping[Breaks, tuple[str, str]]
    comparison: Comparison | None
    comparisons: tuple[Comparison, ...]
    family: tuple[Specification, ...]
    files: _Files


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorsView:
    """For who builds software. ``example_address``: of some field; ``snippets``: name → source."""

    title: str
    example_address: str
    files: _Files
    snippets: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class DownloadsView:
    """All files: heading, meaning, files."""

    title: str
    download_groups: list[tuple[str, str, list[SiteFile]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedByView:
    """Who asks for what now. ``askers``: the sources that do; ``fields`` and ``value_lists``: all that is marked."""

    title: str
    askers: tuple[TextSource, ...]
    fields: _Fields
    value_lists: tuple[CodeList, ...]


def _plain(_site: VersionSite, _address: str, title: str) -> PlainView:
    return PlainView(title=title)


def _core(site: VersionSite, _address: str, _title: str) -> CoreView:
    return CoreView(core=required_core(site.specification), counts=_counts(site))


def _overview(site: VersionSite, _address: str, title: str) -> OverviewView:
    rows = [row for group in site.field_groups for _, _, row in group.fields]
    return OverviewView(
        title=title,
        counts=_counts(site),
        files=site.files_by_path,
        groups=site.field_groups,
        predecessors=site.predecessors,
        personal_names=tuple(sorted({row.personal_data for row in rows})),
        type_names=tuple(sorted({row.data_type for row in rows}, key=str.casefold)),
    )


def _process(site: VersionSite, address: str, title: str) -> ProcessView:
    drawing = draw_process(site.specification, lambda code: relative_link(address, phase_address(code)))
    return ProcessView(title=title, drawing=drawing, groups=site.field_groups, phase_by_code=site.phase_by_code)


def _object_types(site: VersionSite, address: str, title: str) -> ObjectTypesView:
    drawing = draw_domain(site.specification, lambda other: relative_link(address, other))
    return ObjectTypesView(title=title, drawing=drawing)


def _variants(site: VersionSite, _address: str, title: str) -> VariantsView:
    examples = sorted(site.specification.examples, key=lambda e: not e.name.startswith("variant"))
    return VariantsView(title=title, examples=tuple(examples), files=site.files_by_path)


def _data_types(site: VersionSite, _address: str, title: str) -> DataTypesView:
    return DataTypesView(title=title, uses=site.uses)


def _rules(site: VersionSite, _address: str, title: str) -> RulesView:
    about = {rule.id: rule_fields(site.specification, rule) for rule in site.specification.rules}
    return RulesView(title=title, about=about, structural=list_structural_rules(site.specification))


def _own_registration(site: VersionSite, _address: str, title: str) -> OwnRegistrationView:
    return OwnRegistrationView(title=title, counts=_counts(site), files=site.files_by_path)


def _questions(site: VersionSite, _address: str, title: str) -> QuestionsView:
    return QuestionsView(title=title, questions=common_questions(site.specification))


def _glossary(site: VersionSite, _address: str, title: str) -> GlossaryView:
    return GlossaryView(title=title, letters=glossary(site.specification))


def _sources(_site: VersionSite, _address: str, title: str) -> SourcesView:
    return SourcesView(title=title, source_kinds=SOURCE_KINDS)


def _changes(site: VersionSite, _address: str, title: str) -> ChangesView:
    address_by_path = {
        field_path(path, a): field_address(o, a.name)
        for o, a in site.specification.iter_attributes()
        for path in site.paths.get(o.name, ())
    } | site.addresses
    return ChangesView(
        title=title,
        change_address=lambda path: address_by_path.get(path, ""),
        change_groups=GROUPS,
        comparison=site.past.comparison,
        comparisons=site.comparisons,
        family=site.family,
        files=site.files_by_path,
    )


def _vendors(site: VersionSite, _address: str, title: str) -> VendorsView:
    return VendorsView(
        title=title,
        example_address=next((a for a in site.addresses.values() if a.startswith("veld/")), ""),
        files=site.files_by_path,
        snippets=make_snippets(site.specification),
    )


def _downloads(site: VersionSite, _address: str, title: str) -> DownloadsView:
    return DownloadsView(title=title, download_groups=group_downloads(site.files))


def _asked_by(site: VersionSite, _address: str, title: str) -> AskedByView:
    specification = site.specification
    fields = tuple((o, a) for o, a in specification.iter_attributes() if specification.object_type(a.range) is None)
    value_lists = tuple(c for c in specification.code_lists if any(v.asked_by for v in c.values))
    named = {code for _, a in fields for code in a.asked_by}
    named |= {code for c in value_lists for v in c.values for code in v.asked_by}
    askers = tuple(s for s in specification.sources if s.code in named)
    return AskedByView(title=title, askers=askers, fields=fields, value_lists=value_lists)


def _counts(site: VersionSite) -> ObligationCounts:
    return count_obligations(a for _, a in site.specification.iter_attributes())


SINGLE_VIEWS: Mapping[str, Callable[[VersionSite, str, str], object]] = {
    "index": _core,
    "overview": _overview,
    "message": _plain,
    "object_types": _object_types,
    "process": _process,
    "variants": _variants,
    "code_lists": _plain,
    "data_types": _data_types,
    "rules": _rules,
    "errata": _plain,
    "own_registration": _own_registration,
    "questions": _questions,
    "glossary": _glossary,
    "sources": _sources,
    "changes": _changes,
    "vendors": _vendors,
    "downloads": _downloads,
    "search": _plain,
    "asked_by": _asked_by,
}
"""Template of a page that every version has once → its view, from the version, the address and the title."""
