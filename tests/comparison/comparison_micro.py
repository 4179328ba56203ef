"""A small standard with one of everything, and ways to make a neighbour version that differs in one thing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ddas.standard.identity import Domain
from ddas.standard.specification import (
    Attribute,
    CodeValue,
    Erratum,
    Example,
    Obligation,
    Phase,
    Rule,
    Specification,
    TextSource,
)
from tests.making.models import attribute, code_list, data_type, object_type, specification

DOMAIN = Domain(name="bosbeheer", code="bos", title="Bosbeheer", listing="bomen", unit="boom")


def field(name: str, range: str, **more: Any) -> Attribute:
    """An exchanged attribute that a law asks for."""
    parts: dict[str, Any] = {"obligation": Obligation.REQUESTED, "ground": "boswet"}
    return attribute(name, range, **(parts | more))


def micro(version: str = "v1.0") -> Specification:
    """The standard: a closed message, an open list of open trees, a closed owner."""
    forest = object_type(
        "Bos",
        field("nummer", "Getal", required=True),
        field("bomen", "Boom", many=True, item="boom"),
        closed=True,
    )
    tree = object_type(
        "Boom",
        field("soort", "EnumSoort"),
        field("plantdatum", "Datum"),
        field("naam", "Tekst"),
        field("kleur", "Kleur"),
        field("eigenaar", "Eigenaar"),
        field("geheim", "Tekst", exchanged=False),
    )
    owner = object_type("Eigenaar", field("achternaam", "Tekst"), field("woonplaats", "Tekst"), closed=True)
    park = object_type("Park", field("oppervlak", "Getal", exchanged=False), exchanged=False)
    return specification(
        *(forest, tree, owner, park),
        domain=DOMAIN,
        version=version,
        title="DDAS Bosbeheer",
        description="Gegevens over bomen.",
        code_lists=(
            code_list("EnumSoort", "Eik", "Beuk"),
            code_list("EnumKleur", "Groen", "Rood", exchanged=False),
            code_list("EnumPark", "Stad", "Land", exchanged=False),
        ),
        data_types=(
            data_type("Tekst", "string"),
            data_type("Kleur", "string", code_list="EnumKleur"),
            data_type("Datum", "string", "date"),
            data_type("Getal", "integer"),
        ),
        phases=(Phase(code="groei", title="Groei", description="Het bos groeit.", kind="hoofdlijn"),),
        sources=(TextSource(code="boswet", title="Boswet", kind="wet"),),
        rules=(
            Rule(
                id="BOS-001",
                name="Een boom heeft een naam",
                level="fout",
                message="De naam ontbreekt.",
                remedy="Vul de naam in.",
                fields=("Boom.naam",),
                sources=("boswet",),
                kind="gevuld",
            ),
        ),
        errata=(
            Erratum(
                id="BOS-E01",
                title="De naam",
                fields=("Boom.naam",),
                fault="De naam is tekst.",
                reading="Gebruik letters.",
                sources=("boswet",),
            ),
        ),
        examples=(Example(name="klein", title="Klein bos", description="Eén boom.", content="{}\n"),),
    )


def with_field(specification: Specification, path: str, /, **changes: Any) -> Specification:
    """``path``: ``Boom.naam``; other parts of that attribute."""
    owner, name = path.split(".")
    held = specification.object_type(owner)
    assert held is not None
    attributes = tuple(replace(a, **changes) if a.name == name else a for a in held.attributes)
    return with_type(specification, owner, attributes=attributes)


def without_field(specification: Specification, path: str) -> Specification:
    """The same without one attribute."""
    owner, name = path.split(".")
    held = specification.object_type(owner)
    assert held is not None
    return with_type(specification, owner, attributes=tuple(a for a in held.attributes if a.name != name))


def plus_field(specification: Specification, owner: str, /, *attributes: Attribute) -> Specification:
    """The same with more attributes at the end of an object type."""
    held = specification.object_type(owner)
    assert held is not None
    return with_type(specification, owner, attributes=held.attributes + attributes)


def with_type(specification: Specification, name: str, /, **changes: Any) -> Specification:
    """Other parts of an object type."""
    return replace(
        specification,
        object_types=tuple(replace(o, **changes) if o.name == name else o for o in specification.object_types),
    )


def with_item(specification: Specification, part: str, key: str, /, **changes: Any) -> Specification:
    """Other parts of the record of this name, code or id in one of the lists of a specification."""
    items = tuple(replace(i, **changes) if _key(i) == key else i for i in getattr(specification, part))
    assert items != getattr(specification, part)
    return replace(specification, **{part: items})


def with_values(specification: Specification, name: str, /, *values: CodeValue) -> Specification:
    """Other values in a code list."""
    return with_item(specification, "code_lists", name, values=values)


def _key(item: Any) -> str:
    return str(getattr(item, "id", None) or getattr(item, "code", None) or item.name)
