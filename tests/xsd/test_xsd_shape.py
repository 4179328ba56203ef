"""What the XSD looks like, read as a tree by other means than the emitter's."""

from __future__ import annotations

import dataclasses
import json
import re
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xmlschema
from lxml import etree

from ddas.delivery.xml_form import from_xml
from ddas.errors import ModelError
from ddas.standard.specification import DataType, Example, Specification
from ddas_generators.emit.deliveries.examples import emit_xml_examples
from ddas_generators.emit.schemas.xsd import emit_xsd
from tests.making.models import attribute, object_type
from tests.xsd.xsd_toy import toy_specification

EXPECTED = Path(__file__).parent / "expected" / "proef.xsd"
XS = {"xs": "http://www.w3.org/2001/XMLSchema"}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
Judge = Callable[[Specification], Any]


def emitted(specification: Specification) -> bytes:
    (artefact,) = emit_xsd(specification)
    assert artefact.path == "uitwisselmodel.xsd"
    return artefact.content


@pytest.fixture(scope="session")
def tree(specification: Specification) -> etree._Element:
    return etree.fromstring(emitted(specification))


def test_expected_bytes(toy: Specification) -> None:
    assert emitted(toy).decode() == EXPECTED.read_text(encoding="utf-8")


def test_opens_by_saying_what_cbs_takes(specification: Specification, tree: etree._Element) -> None:
    assert tree[0].tag == f"{{{XS['xs']}}}annotation"
    taken = "CBS neemt dit niet aan." if specification.status.is_study else "CBS neemt JSON aan, geen XML."
    assert str(tree[0][0].text).startswith(taken)


def test_namespace_version_and_one_root(specification: Specification, tree: etree._Element) -> None:
    assert tree.get("targetNamespace") == specification.id.xml_namespace
    assert specification.version in str(tree.get("targetNamespace"))
    assert tree.get("version") == specification.version
    assert tree.get("elementFormDefault") == "qualified"
    assert len(tree.findall("xs:element", XS)) == 1


def test_documentation_is_a_direct_child_everywhere(tree: etree._Element) -> None:
    kinds = ("element", "complexType", "simpleType", "enumeration")
    described = [e for kind in kinds for e in tree.iter(f"{{{XS['xs']}}}{kind}")]
    assert len(described) > 100
    for element in described:
        first = element[0]
        assert first.tag == f"{{{XS['xs']}}}annotation", element.get("name")
        documentation = first.find("xs:documentation", XS)
        assert documentation is not None
        assert documentation.get(LANG) == "nl"
        assert len(str(documentation.text)) > 10, element.get("name")


def test_every_exchanged_field_stands_there_with_its_json_key(
    specification: Specification, tree: etree._Element
) -> None:
    found = {
        (owner.get("name"), element.get("name"), element.findtext("xs:annotation/xs:appinfo", namespaces=XS))
        for owner in tree.findall("xs:complexType", XS)
        for element in owner.findall("xs:all/xs:element", XS)
    }
    assert found == {(o.name, a.name, a.wire_name) for o, a in specification.iter_attributes()}


def test_types_are_named_and_all_are_used(tree: etree._Element) -> None:
    assert not tree.xpath("//xs:element/xs:complexType | //xs:element/xs:simpleType", namespaces=XS)
    named = [str(e.get("name")) for e in tree if e.tag != f"{{{XS['xs']}}}element" and e.get("name")]
    assert len(named) == len(set(named))
    assert {f"ddas:{name}" for name in named} == {e.get("type") for e in tree.iter(f"{{{XS['xs']}}}element")}


def test_patterns_have_no_anchors_and_no_digit_class(tree: etree._Element) -> None:
    patterns = [str(p.get("value")) for p in tree.iter(f"{{{XS['xs']}}}pattern")]
    assert patterns
    for pattern in patterns:
        assert not re.search(r"(?<!\[)\^|\$|\\d", pattern)


def test_loads_without_warnings(specification: Specification) -> None:
    content = emitted(specification)
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    etree.clear_error_log()
    schema = etree.XMLSchema(etree.fromstring(content, parser))
    assert str(schema.error_log) == ""
    assert str(parser.error_log) == ""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for version in (xmlschema.XMLSchema10, xmlschema.XMLSchema11):
            loaded = version(content.decode().split("\n", 1)[1], validation="strict")
            assert loaded.all_errors == []
            assert loaded.validity == "valid"


def test_the_schema_is_valid_against_the_schema_for_schemas(specification: Specification) -> None:
    meta = xmlschema.XMLSchema10.meta_schema
    assert meta is not None
    assert list(meta.iter_errors(etree.fromstring(emitted(specification)))) == []


def test_every_example_is_accepted_and_reads_back(specification: Specification, judge: Judge) -> None:
    made = {a.path: a.content for a in emit_xml_examples(specification)}
    assert set(made) == {f"voorbeelden/{e.name}.xml" for e in specification.examples}
    for example in specification.examples:
        content = made[f"voorbeelden/{example.name}.xml"]
        assert judge(specification).accepts_xml(etree.fromstring(content)), example.name
        assert from_xml(content, specification) == json.loads(example.content)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('{"moment": null}', "voorbeelden/fout.json: /moment: null heeft geen plaats in XML. Laat het veld weg."),
        ('{\n"moment"}', "voorbeelden/fout.json:2: dit is geen geldige JSON. Herstel het voorbeeld."),
    ],
)
def test_a_wrong_example_is_named(content: str, message: str) -> None:
    example = Example(name="fout", title="Fout", description="Fout.", content=content)
    with pytest.raises(ModelError) as caught:
        list(emit_xml_examples(toy_specification(examples=(example,))))
    assert str(caught.value) == message


def test_a_list_without_a_name_for_its_items_is_refused() -> None:
    wrong = toy_specification(object_type("Bericht", attribute("dingen", "Tekst", many=True)))
    with pytest.raises(ModelError, match="proef:dingen: deze lijst heeft geen 'item'"):
        emitted(wrong)


def test_a_type_without_a_spelling_is_refused(toy: Specification) -> None:
    time = DataType(name="Tekst", label="Tijd", definition="Tijd.", base="string", format="time")
    wrong = dataclasses.replace(toy, data_types=(*(t for t in toy.data_types if t.name != "Tekst"), time))
    with pytest.raises(ModelError, match="Tekst: 'string/time' is geen bekende soort waarde"):
        emitted(wrong)


def test_an_unknown_range_is_refused() -> None:
    wrong = toy_specification(object_type("Bericht", attribute("dingen", "Onbekend", many=True, item="ding")))
    with pytest.raises(ModelError, match="'Onbekend' bestaat niet"):
        emitted(wrong)
