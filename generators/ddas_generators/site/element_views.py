"""What the pages of a field, an object type, a code list or a rule show beyond the words that all pages share.

The fields of a view are the variables of its template, no more and no less (``tests/site/test_views.py``).
"""

from __future__ import annotations

from dataclasses import dataclass

from ddas.comparison.history import FieldHistory
from ddas.describing.elements import rule_fields, silenced_by
from ddas.describing.facts import pasts_at
from ddas.describing.obligation_counts import ObligationCounts, count_obligations
from ddas.describing.rule_words import kind_in_words, parameters_in_words
from ddas.standard.specification import Attribute, CodeList, ObjectType, Phase, Rule
from ddas.validation.structure.structural_fields import fields_with_fault
from ddas_generators.emit.schemas.quality.build import QUALITY_SCHEMA_FILE, coverage_of
from ddas_generators.site.facts import CaseSteps, case_steps
from ddas_generators.site.fragments import json_fragment, python_name, xml_fragment, xml_path
from ddas_generators.site.version_site import FieldElsewhere, VersionSite

__all__ = [
    "CodeListView",
    "FieldView",
    "ObjectTypeView",
    "RuleView",
    "StructuralRuleView",
    "view_code_list",
    "view_field",
    "view_object_type",
    "view_rule",
    "view_structural_rule",
]

_Fields = tuple[tuple[ObjectType, Attribute], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectTypeView:
    """An object type. ``paths``: where it stands in JSON; ``uses``: the fields that hold it."""

    o: ObjectType
    counts: ObligationCounts
    paths: tuple[str, ...]
    phase: Phase | None
    uses: _Fields


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """A field. ``paths`` and ``xml_paths``: where it stands; the fragments are empty when there is no such place."""

    o: ObjectType
    a: Attribute
    elsewhere: tuple[FieldElsewhere, ...]
    json_fragment: str
    pasts: tuple[FieldHistory, ...]
    paths: tuple[str, ...]
    phase: Phase | None
    python_name: str
    rules: tuple[Rule, ...]
    xml_fragment: str
    xml_paths: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeListView:
    """A code list. ``uses``: the fields that hold it."""

    c: CodeList
    uses: _Fields


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleView:
    """A rule. ``coverage``: how much of it the quality schema says, empty when there is none.

    ``about``: names of what it is about; ``kind_page``: whether its kind has a page on the root; ``parameters``: name
    and values; ``silenced_by``: ids of rules.
    """

    rule: Rule
    about: tuple[str, ...]
    cases: tuple[CaseSteps, ...]
    coverage: str
    kind_page: bool
    kind_words: str
    parameters: tuple[tuple[str, tuple[str, ...]], ...]
    silenced_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StructuralRuleView:
    """A fault in the structure. ``fields``: where it can be; empty when that is everywhere or nowhere."""

    id: str
    name: str
    explanation: str
    fields: list[tuple[ObjectType, Attribute]]


def view_object_type(site: VersionSite, object_type: ObjectType) -> ObjectTypeView:
    """The view of an object type."""
    return ObjectTypeView(
        o=object_type,
        counts=count_obligations(object_type.exchanged_attributes),
        paths=site.paths.get(object_type.name, ()),
        phase=site.phase_by_code.get(object_type.phase),
        uses=site.uses.get(object_type.name, ()),
    )


def view_field(site: VersionSite, object_type: ObjectType, attribute: Attribute) -> FieldView:
    """The view of a field that is exchanged."""
    name = f"{object_type.name}.{attribute.name}"
    nodes = site.nodes_by_field.get(name, ())
    return FieldView(
        o=object_type,
        a=attribute,
        elsewhere=site.elsewhere.get(name, ()),
        json_fragment=json_fragment(site.specification, site.tree, nodes[0]) if nodes else "",
        pasts=pasts_at(site.past, site.paths.get(object_type.name, ()), attribute),
        paths=tuple(node.path for node in nodes),
        phase=site.phase_by_code.get(attribute.phase),
        python_name=python_name(object_type, attribute),
        rules=site.rules_by_field.get(name, ()),
        xml_fragment=xml_fragment(site.specification, site.tree, nodes[0]) if nodes else "",
        xml_paths=tuple(xml_path(site.tree, node) for node in nodes),
    )


def view_code_list(site: VersionSite, code_list: CodeList) -> CodeListView:
    """The view of a code list."""
    return CodeListView(c=code_list, uses=site.uses.get(code_list.name, ()))


def view_rule(site: VersionSite, rule: Rule) -> RuleView:
    """The view of a rule."""
    specification = site.specification
    return RuleView(
        rule=rule,
        about=rule_fields(specification, rule),
        cases=tuple(case_steps(specification, rule, case) for case in rule.cases),
        coverage=str(coverage_of(specification, rule)) if QUALITY_SCHEMA_FILE in site.files_by_path else "",
        kind_page=rule.kind in site.kinds,
        kind_words=kind_in_words(rule),
        parameters=parameters_in_words(rule),
        silenced_by=silenced_by(specification, rule),
    )


def view_structural_rule(site: VersionSite, fault: tuple[str, str, str, str]) -> StructuralRuleView:
    """The view of a fault in the structure: id, name, explanation, and keyword of the wire schema."""
    id, name, explanation, keyword = fault
    fields = fields_with_fault(site.specification, keyword)
    return StructuralRuleView(id=id, name=name, explanation=explanation, fields=fields)
