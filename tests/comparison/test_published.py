"""A published schema becomes a specification with the same wire form."""

from __future__ import annotations

import copy
import json
import os
from pathlib import Path
from typing import Any

import pytest

from ddas.errors import DdasError
from ddas.standard.canonical import canonical_digest
from ddas.standard.identity import Domain
from ddas.standard.published import object_names_by_path, read_published_schema
from ddas.standard.specification import Obligation, Specification
from ddas.standard.wire_schema import build_json_schema

PUBLISHED = (
    ("schuldhulpverlening", "v0.8"),
    ("schuldhulpverlening", "v0.9"),
    ("schuldhulpverlening", "v0.10"),
    ("schuldhulpverlening", "v1.0"),
    ("vroegsignalering", "v0.1"),
    ("vroegsignalering", "v0.9"),
)
BOATS = Domain(name="bootverhuur", code="boot", title="Bootverhuur", listing="boten", unit="boot")
SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Verhuur",
    "type": "object",
    "properties": {
        "dag": {"$ref": "#/$defs/datum"},
        "boten": {
            "type": "array",
            "minItems": 1,
            "maxItems": 9,
            "uniqueItems": True,
            "items": {"$ref": "#/$defs/Boot"},
        },
        "(Oude) Boot": {"$ref": "#/$defs/Boot"},
        "kade": {
            "type": "object",
            "properties": {
                "boten": {"type": "object", "properties": {"aantal": {"type": "integer"}}},
                "Boten": {"type": "boolean"},
                "prijs": {"enum": ["0%-korting", "0 korting"], "type": "string"},
            },
        },
    },
    "required": ["dag"],
    "additionalProperties": False,
    "$defs": {
        "datum": {"type": "string", "format": "date"},
        "Boot": {"type": "object", "properties": {"naam": {"type": "string"}}},
    },
}


def read(schema: dict[str, Any] = SCHEMA, names: dict[str, str] | None = None) -> Specification:
    return read_published_schema(schema, domain=BOATS, version="v1.2", names=names)


@pytest.mark.parametrize(("domain", "version"), PUBLISHED)
def test_digest_of_each_published_schema_stays(domain: str, version: str) -> None:
    folder = os.environ.get("DDAS_REFERENCE")
    if not folder:
        pytest.skip("DDAS_REFERENCE is not set: the published schemas are not at hand")
    schema = json.loads((Path(folder) / domain / f"{version}.schema.json").read_text(encoding="utf-8"))
    specification = read_published_schema(schema, domain=BOATS, version=version)
    assert canonical_digest(build_json_schema(specification)) == canonical_digest(schema)


def test_digest_of_our_own_schema_stays(specification: Specification) -> None:
    schema = build_json_schema(specification)
    assert canonical_digest(build_json_schema(read(schema))) == canonical_digest(schema)


def test_names_of_a_specification_come_back(specification: Specification) -> None:
    names = object_names_by_path(specification)
    again = read(build_json_schema(specification), names)
    assert object_names_by_path(again) == names
    assert {o.name for o in again.object_types} == {o.name for o in specification.exchanged_types}


def test_structure_of_a_small_schema() -> None:
    specification = read()
    assert [(o.name, o.label, o.closed) for o in specification.object_types] == [
        ("Verhuur", "Verhuur", True),
        ("Boot", "Boot", False),
        ("Kade", "kade", False),
        ("Boten", "boten", False),
    ]
    root = specification.root_type
    assert [(a.name, a.wire_name, a.range, a.required) for a in root.attributes] == [
        ("dag", "dag", "Datum", True),
        ("boten", "boten", "Boot", False),
        ("oudeBoot", "(Oude) Boot", "Boot", False),
        ("kade", "kade", "Kade", False),
    ]
    assert (root.attributes[0].obligation, root.attributes[0].ground) == (Obligation.REQUIRED, "schema")
    assert (root.attributes[1].obligation, root.attributes[1].ground) == (Obligation.REQUESTED, "json-schema")
    boats = root.attributes[1]
    assert (boats.many, boats.min_items, boats.max_items, boats.unique_items) == (True, 1, 9, True)
    kade = specification.object_type("Kade")
    assert kade is not None
    assert [(a.name, a.range) for a in kade.attributes] == [
        ("boten", "Boten"),
        ("boten2", "JaNee"),
        ("prijs", "EnumPrijs"),
    ]
    assert [v.code for v in specification.code_lists[0].values] == ["x0Korting", "x0Korting2"]


def test_given_names_win() -> None:
    specification = read(names={"": "Alles", "kade": "Steiger", "kade/boten": "Aantal"})
    assert [o.name for o in specification.object_types] == ["Alles", "Boot", "Steiger", "Aantal"]


@pytest.mark.parametrize(
    ("place", "value", "told"),
    [
        (("properties", "dag"), {"type": "string", "pattern": "x"}, "bij 'dag' de sleutel 'pattern'"),
        (("properties", "dag"), {"type": "number"}, "bij 'dag' een onderdeel zonder bekend type"),
        (("properties", "dag"), {"type": ["string", "null"]}, "bij 'dag' een onderdeel zonder bekend type"),
        (("properties", "dag"), {"type": "string", "format": "uri"}, "bij 'dag' een type of vorm"),
        (("properties", "dag"), True, "bij 'dag' een onderdeel zonder beschrijving"),
        (("properties", "dag"), {"$ref": "#/$defs/weg"}, "bij 'dag' een verwijzing die nergens op uitkomt"),
        (("properties", "dag"), {"$ref": "#/$defs/datum", "minLength": 1}, "bij 'dag' een verwijzing met iets ernaast"),
        (("properties", "boten", "items"), {"type": "string", "enum": [1]}, "bij 'boten' een lijst met waarden"),
        (("properties", "kade", "additionalProperties"), {"type": "string"}, "bij 'kade' een voorwaarde"),
        (("required",), ["dag", "weg"], "bij 'het begin' velden die niet zijn beschreven"),
        (("$defs", "Boot", "properties", "anker"), {"$ref": "#/$defs/Boot"}, "een verwijzing naar zichzelf"),
    ],
)
def test_what_a_specification_cannot_say_is_refused(place: tuple[str, ...], value: Any, told: str) -> None:
    schema = copy.deepcopy(SCHEMA)
    holder: Any = schema
    for key in place[:-1]:
        holder = holder[key]
    holder[place[-1]] = value
    with pytest.raises(DdasError, match="Kies een gepubliceerd schema") as caught:
        read(schema)
    assert told in str(caught.value)


def test_a_wrong_version_is_refused() -> None:
    with pytest.raises(DdasError, match="geen versie"):
        read_published_schema(SCHEMA, domain=BOATS, version="1.2")
