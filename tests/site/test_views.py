"""What a page shows is what its view holds: no variable without a field, and no field that nothing shows."""

from __future__ import annotations

import dataclasses
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
import pytest
from jinja2 import meta, nodes

from ddas_generators.site import page_templates
from ddas_generators.site.element_views import CodeListView, FieldView, ObjectTypeView, RuleView, StructuralRuleView
from ddas_generators.site.pages import make_pages
from ddas_generators.site.single_views import SINGLE_VIEWS
from ddas_generators.site.version_site import VersionSite
from tests.conftest import load_standard

TEMPLATES = Path(page_templates.__file__).parent / "templates"
PARTS = {"macros", "counting"}
"""Templates that are no page by themselves."""

ELEMENT_VIEWS: dict[str, type[Any]] = {
    "code_list": CodeListView,
    "field": FieldView,
    "object_type": ObjectTypeView,
    "rule": RuleView,
    "structural_rule": StructuralRuleView,
}


@cache
def site() -> VersionSite:
    return VersionSite(load_standard("shv-v1.0"), (load_standard("shv-v1.0"),))


@cache
def variables(template: str) -> frozenset[str]:
    """What the template asks for, itself and through the templates that it includes."""
    environment = jinja2.Environment()  # without globals, which would not be counted
    environment.filters |= page_templates.make_environment(load_standard("shv-v1.0")).filters
    tree = environment.parse((TEMPLATES / template).read_text(encoding="utf-8"))
    inside = [str(name) for name in meta.find_referenced_templates(tree)]
    assigned = {getattr(node.target, "name", "") for node in tree.find_all(nodes.Assign)}
    return frozenset(meta.find_undeclared_variables(tree) - assigned).union(*map(variables, inside))


def words() -> set[str]:
    environment = page_templates.make_environment(load_standard("shv-v1.0"))
    own = environment.globals.keys() - jinja2.Environment().globals.keys()
    return {*own, *page_templates._links("")}


def fields_of(template: str) -> set[str]:
    if template in ELEMENT_VIEWS:
        return {f.name for f in dataclasses.fields(ELEMENT_VIEWS[template])}
    view: Any = SINGLE_VIEWS[template](site(), "ergens/", "Titel")
    return {f.name for f in dataclasses.fields(view)}


def test_every_template_has_a_view() -> None:
    assert {p.name.partition(".")[0] for p in TEMPLATES.glob("*.j2")} == {*SINGLE_VIEWS, *ELEMENT_VIEWS, *PARTS}


@pytest.mark.parametrize("template", [*SINGLE_VIEWS, *ELEMENT_VIEWS])
def test_a_view_holds_what_its_template_shows(template: str) -> None:
    assert variables(f"{template}.html.j2") - words() == fields_of(template)


def test_the_parts_use_shared_words_and_counts() -> None:
    assert variables("macros.html.j2") <= words()
    assert variables("counting.html.j2") - words() == {"counts"}


def test_every_shared_word_is_used() -> None:
    assert words() <= set().union(*(variables(p.name) for p in TEMPLATES.glob("*.j2")))


def test_every_kind_of_page_is_made() -> None:
    kinds = {page.kind for page in make_pages(site())}
    assert kinds == {*SINGLE_VIEWS, *ELEMENT_VIEWS} - {"structural_rule", "asked_by"}
