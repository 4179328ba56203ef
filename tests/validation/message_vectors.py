"""The vectors of the texts of faults, in terms of the model: ``model/gedeeld/meldingen/vectoren.json``."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from ddas.findings import format_pointer
from ddas.rules.similar_keys import find_similar_key
from ddas.standard.places import find_place
from ddas.standard.specification import (
    Alternative,
    CodeList,
    CodeValue,
    DataType,
    ExactLength,
    ObjectType,
    Obligation,
    Specification,
)
from ddas.validation.naming import label_place, shown_pointer
from ddas.validation.structure.explainer import StructuralFault
from ddas.validation.structure.structural_wording import word_alternatives, word_fault, word_unknown_key
from tests.conftest import ROOT, load_standard
from tests.documentation.documentation_micro import micro

FILE = ROOT / "model" / "gedeeld" / "meldingen" / "vectoren.json"
WIRE_FORMS = {
    "tekst": ("string", None),
    "e-mailadres": ("string", "email"),
    "datum": ("string", "date"),
    "datum met tijd": ("string", "date-time"),
    "geheel getal": ("integer", None),
    "true of false": ("boolean", None),
}


def read_vectors() -> dict[str, Any]:
    vectors: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return vectors


def texts_of(vector: dict[str, Any]) -> tuple[str, str]:
    """Message and remedy of the fault that a vector describes."""
    if "lijkt_op" in vector:
        return word_unknown_key(vector["lijkt_op"])
    if "manieren" in vector:
        return word_alternatives(_type_with_ways(vector["velden"], vector["manieren"]), vector["waarde"])
    specification, attribute = _field(vector["veld"])
    pointer = (attribute.wire_name, 0) if vector.get("onderdeel_van_lijst") else (attribute.wire_name,)
    return word_fault(specification, StructuralFault(vector["fout"], pointer, vector.get("waarde")), attribute)


def place_of(standard: str, steps: list[str | int]) -> dict[str, str]:
    """What is told of a place in a delivery."""
    specification, pointer = load_standard(standard), tuple(steps)
    return {
        "plek": find_place(specification, pointer).words,
        "label": label_place(specification, pointer),
        "pointer": format_pointer(shown_pointer(specification, pointer)),
    }


def similar_of(fields: list[dict[str, Any]], key: str) -> str | None:
    """The key that this one is probably meant to be, among these fields."""
    template = micro().root_type.exchanged_attributes[0]
    attributes = tuple(
        dataclasses.replace(
            template,
            wire_name=field["sleutel"],
            name=field["naam"],
            label=field["label"],
            search_words=tuple(field["zoekwoorden"]),
        )
        for field in fields
    )
    return find_similar_key(key, dataclasses.replace(micro().root_type, attributes=attributes))


def _type_with_ways(fields: list[str], ways: list[dict[str, Any]]) -> ObjectType:
    root = micro().root_type
    template = root.exchanged_attributes[0]
    return dataclasses.replace(
        root,
        attributes=tuple(dataclasses.replace(template, name=f, wire_name=f) for f in fields),
        alternatives=tuple(
            Alternative(
                title=way["titel"],
                required=tuple(way["verplicht"]),
                absent=tuple(way["afwezig"]),
                lengths=tuple(ExactLength(attribute=f, characters=n) for f, n in way.get("tekens", {}).items()),
            )
            for way in ways
        ),
    )


def _field(facts: dict[str, Any]) -> tuple[Specification, Any]:
    """A specification that has the parts that a field needs, and the field."""
    model = micro()
    code_list = _code_list(model.code_lists[0], facts.get("waarden", ()))
    data_type = _data_type(model.data_types[0], facts)
    item = facts.get("onderdeel", "onderdeel")
    inner = dataclasses.replace(model.root_type, name="Inhoud", label=item.capitalize())
    kinds: dict[str, CodeList | ObjectType] = {"waarde uit een lijst": code_list, "onderdeel": inner}
    attribute = dataclasses.replace(
        model.root_type.exchanged_attributes[0],
        wire_name=facts["sleutel"],
        definition=facts.get("omschrijving", ""),
        range=kinds.get(facts["soort"], data_type).name,
        many=facts.get("lijst", False),
        item="client" if item == "cliënt" else item,
        min_items=facts.get("minstens", 0),
        max_items=facts.get("hoogstens"),
        required=facts.get("vereist", False),
        obligation=Obligation(facts.get("verplichting", "gevraagd")),
        condition=facts.get("voorwaarde", ""),
    )
    made = dataclasses.replace(
        model, object_types=(*model.object_types, inner), code_lists=(code_list,), data_types=(data_type,)
    )
    return made, attribute


def _code_list(template: CodeList, values: list[str]) -> CodeList:
    made: tuple[CodeValue, ...] = tuple(dataclasses.replace(template.values[0], code=v, value=v) for v in values)
    return dataclasses.replace(template, name="EnumVan", values=made)


def _data_type(template: DataType, facts: dict[str, Any]) -> DataType:
    base, form = WIRE_FORMS.get(facts["soort"], ("string", None))
    listed = "EnumVan" if "waarden" in facts else None
    return dataclasses.replace(template, name="Soort", base=base, format=form, code_list=listed)
