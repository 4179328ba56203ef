"""The document of every registered standard holds what the specification holds."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from ddas.standard.specification import Attribute, Obligation, Specification
from ddas_generators.emit.documents import anchors
from ddas_generators.emit.documents.documentation import build_documentation
from tests.conftest import load_past
from tests.documentation.rendering import Page, parse, render_document, render_plainly


@pytest.fixture(scope="module")
def text(specification: Specification) -> str:
    return build_documentation(specification, load_past(specification.id.code))


@pytest.fixture(scope="module")
def page(text: str) -> Page:
    return parse(render_document(text))


def section(text: str, anchor: str) -> str:
    """The Markdown from the heading with this anchor to the next heading."""
    start = f'^<a id="{re.escape(anchor)}"></a>\n\n#+ [^\n]*\n(.*?)(?=^#)'
    found = re.search(start, text + "\n#", re.DOTALL | re.MULTILINE)
    assert found, anchor
    return parse(render_document(found[1])).text


def plain(text: str) -> str:
    return re.sub(r"`([^`]+)`", r"\1", text)


def test_every_exchanged_field_has_its_section(specification: Specification, text: str, page: Page) -> None:
    for object_type, attribute in specification.iter_attributes():
        anchor = anchors.field_anchor(object_type.name, attribute.name)
        assert page.text_by_id[anchor] == attribute.label
        shown = section(text, anchor)
        for part in (attribute.definition, *attribute.explanation, attribute.condition, attribute.wire_name):
            assert plain(part) in shown, (anchor, part)
        assert f"Verplichting\n{attribute.obligation}\n" in shown
        for erratum in specification.errata_for(f"{object_type.name}.{attribute.name}"):
            assert plain(erratum.fault) in shown
            assert plain(erratum.reading) in shown
        for source in attribute.sources:
            assert specification.source(source).title in shown
        for id in attribute.enforced_by:
            assert id in shown or id == "schema"


def test_every_other_element_has_its_place(specification: Specification, text: str, page: Page) -> None:
    for object_type in specification.object_types:
        anchor = anchors.object_type_anchor(object_type.name)
        assert page.text_by_id[anchor] == object_type.label
        assert plain(object_type.definition) in section(text, anchor)
    for object_type in specification.information_types:
        assert "Wordt niet uitgewisseld" in section(text, anchors.object_type_anchor(object_type.name))
        for attribute in object_type.attributes:
            assert page.text_by_id[anchors.field_anchor(object_type.name, attribute.name)] == attribute.label
    for code_list in specification.code_lists:
        shown = section(text, anchors.code_list_anchor(code_list.name))
        for value in code_list.values:
            assert page.text_by_id[anchors.code_value_anchor(code_list.name, value.code)] == f"{value.label}."
            assert value.value in shown
            assert plain(value.definition) in shown
    for rule in specification.rules:
        shown = section(text, anchors.rule_anchor(rule.id))
        assert plain(rule.message) in shown
        assert ("controleert deze regel nog niet" in shown) is (not rule.kind)
    for erratum in specification.errata:
        assert plain(erratum.fault) in section(text, anchors.erratum_anchor(erratum.id))
    for source in specification.sources:
        assert page.text_by_id[anchors.source_anchor(source.code)] == source.title
    for example in specification.examples:
        assert plain(example.description) in section(text, anchors.example_anchor(example.name))


def test_counts_equal_the_specification(specification: Specification, page: Page) -> None:
    attributes = [a for _, a in specification.iter_attributes()]
    obligations = Counter(a.obligation for a in attributes)
    by_schema = sum(a.required for a in attributes)
    by_rule = sum(_is_required_by_rule(a) for a in attributes)
    assert f"Verplicht, afgedwongen door een regel die de validator nu controleert\n{by_rule}\n" in page.text
    assert f"Verplicht, afgedwongen door het schema\n{by_schema}\n" in page.text
    assert f"Voorwaardelijk\n{obligations[Obligation.CONDITIONAL]}\n" in page.text
    assert f"Gevraagd\n{obligations[Obligation.REQUESTED]}\n" in page.text
    assert f"Niet gevraagd\n{obligations[Obligation.NOT_REQUESTED]}\n" in page.text
    assert page.text.count(f"Samen\n{len(attributes)}\n") == 2


def _is_required_by_rule(attribute: Attribute) -> bool:
    return attribute.obligation is Obligation.REQUIRED and attribute.enforced_by not in ((), ("schema",))


def test_the_overview_names_every_rule_that_notices(specification: Specification, text: str) -> None:
    overview = text[text.index("## Overzicht van alle velden") : text.index("## Het proces")]
    shown = set(re.findall(r"regel \[([^\]]+)\]\(#[^)]+\)", overview))
    assert shown == {id for _, a in specification.iter_attributes() for id in a.enforced_by} - {"schema"}


def test_it_reads_well_outside_the_site(text: str, page: Page) -> None:
    outside = parse(render_plainly(text))
    assert outside.ids == page.ids
    assert outside.links == page.links
    assert re.search(r"\{[#:]|<div|markdown>", re.sub(r"<code>.*?</code>|`[^`]+`", "", text)) is None
    assert "{#" not in outside.text


def test_overview_shows_every_field_once(specification: Specification, text: str) -> None:
    overview = text[text.index("## Overzicht van alle velden") : text.index("## Het proces")]
    links = re.findall(r"^\| \[[^\n]*?\]\(#([^)]+)\)<br>", overview, re.MULTILINE)
    assert Counter(links) == Counter(anchors.field_anchor(o.name, a.name) for o, a in specification.iter_attributes())


def test_anchors_are_unique_and_links_lead_somewhere(page: Page) -> None:
    assert [i for i, number in page.ids.items() if number > 1] == []
    assert [link for link in page.links if link.startswith("#") and link[1:] not in page.ids] == []


def test_notices(specification: Specification, page: Page) -> None:
    assert "Dit is geen officiële publicatie van VNG, Divosa, NVVK of CBS." in page.text
    assert specification.domain.base_uri in page.text
    assert ("Dit is een studie, niet van de uitgevers." in page.text) is specification.status.is_study
