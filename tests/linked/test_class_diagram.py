"""The class diagram for PlantUML."""

from __future__ import annotations

import re

from ddas.standard.specification import Alternative, Specification
from ddas_generators.emit.documents.class_diagram import emit_class_diagram
from tests.conftest import load_standard
from tests.making.models import attribute, code_list, data_type, object_type, specification


def text_of(standard: Specification) -> str:
    (artefact,) = emit_class_diagram(standard)
    return artefact.content.decode()


def test_the_text_of_a_small_diagram() -> None:
    forest = object_type(
        "Bos",
        attribute("naam", "Tekst", required=True),
        attribute("bomen", "Boom", many=True, min_items=1, max_items=2, item="boom"),
        closed=True,
    )
    tree = object_type(
        "Boom",
        attribute("soort", "EnumSoort", wire_name="{soort}"),
        attribute("bos", "Tekst"),
        alternatives=(Alternative(title="met soort", required=("soort",)),),
    )
    micro = specification(
        forest, tree, code_lists=(code_list("EnumSoort", "(den)"),), data_types=(data_type("Tekst", "string"),)
    )
    body = text_of(micro).partition("hide circle\n")[2]
    assert body == (
        '\nclass "Bos" as Bos <<Objecttype>> {\n'
        "  {field} naam : Tekst [1]\n"
        "}\n"
        "note bottom of Bos\n"
        "  Andere velden zijn niet toegestaan.\n"
        "end note\n"
        '\nclass "Boom" as Boom <<Objecttype>> {\n'
        "  {field} <U+007B>soort<U+007D> : EnumSoort [0..1]\n"
        "  {field} bos : Tekst [0..1]\n"
        "}\n"
        "note bottom of Boom\n"
        "  Het schema eist dat dit onderdeel op precies een van deze manieren is gevuld: met soort.\n"
        "  Met soort: verplicht is <U+007B>soort<U+007D>.\n"
        "end note\n"
        '\nenum "EnumSoort" as EnumSoort <<Enumeratie>> {\n'
        "  {field} (den)\n"
        "}\n"
        '\nBos *-- "0..2" Boom : bomen\n'
        "Boom ..> EnumSoort : <U+007B>soort<U+007D>\n"
        "@enduml\n"
    )


def test_every_element_of_a_standard_is_drawn() -> None:
    standard = load_standard("shv-v1.0")
    text = text_of(standard)
    drawn = set(re.findall(r'^(?:class|enum) "[^"]+" as (\w+) ', text, re.MULTILINE))
    assert drawn == {o.name for o in standard.object_types} | {c.name for c in standard.code_lists}
    relations = re.findall(r'^(\w+) (?:\*-- "[\d.*]+"|\.\.>) (\w+) : .+$', text, re.MULTILINE)
    assert {name for pair in relations for name in pair} <= drawn
    fields = len(re.findall(r" : \w+ \[[\d.*]+\]$", text, re.MULTILINE)) + text.count(" *-- ")
    assert fields == sum(len(o.attributes) for o in standard.object_types)
