"""A small invented standard that has one of everything the XML form must hold."""

from __future__ import annotations

from typing import Any

from ddas.standard.identity import Domain
from ddas.standard.specification import (
    Attribute,
    CodeList,
    CodeValue,
    DataType,
    Example,
    ObjectType,
    Obligation,
    Specification,
)
from ddas.standard.status import Status

__all__ = ["toy_attribute", "toy_specification"]


def toy_attribute(name: str, kind: str, **changes: Any) -> Attribute:
    facts: dict[str, Any] = {
        "name": name,
        "wire_name": name,
        "label": name.capitalize(),
        "definition": f"Wat {name} is.",
        "uri": f"proef:{name}",
        "exchanged": True,
        "range": kind,
        "obligation": Obligation.REQUESTED,
        "ground": "schema",
        "personal_data": "nee",
    }
    return Attribute(**(facts | changes))


def toy_object(name: str, *attributes: Attribute, closed: bool = False, exchanged: bool = True) -> ObjectType:
    return ObjectType(
        name=name,
        label=name,
        definition=f"Wat {name} is.",
        uri=f"proef:{name}",
        exchanged=exchanged,
        closed=closed,
        attributes=attributes,
    )


def toy_type(name: str, base: str, format: str | None = None) -> DataType:
    return DataType(name=name, label=name, definition=f"Wat {name} is.", base=base, format=format)


def toy_specification(*object_types: ObjectType, examples: tuple[Example, ...] = ()) -> Specification:
    """The standard ``prf-v0.2``; with ``object_types`` those instead of its own."""
    return Specification(
        domain=Domain(name="proef", code="prf", title="Proef", listing="dingen", unit="ding"),
        version="v0.2",
        status=Status.CONCEPT,
        revision=0,
        title="Proefstandaard",
        description="Verzonnen, om mee te testen.",
        root="Bericht",
        object_types=object_types or _own_object_types(),
        code_lists=(
            CodeList(
                name="EnumKleur",
                label="Kleur",
                definition="Kleuren om uit te kiezen.",
                exchanged=True,
                values=(
                    CodeValue(value="Rood & roze", code="rood", label="Rood", definition="Warme kleuren."),
                    CodeValue(value="Blauw", code="blauw", label="Blauw", definition="Koele kleuren."),
                ),
            ),
            CodeList(
                name="EnumOngebruikt", label="Ongebruikt", definition="Komt niet voor.", exchanged=False, values=()
            ),
        ),
        data_types=(
            toy_type("Datum", "string", "date"),
            toy_type("Moment", "string", "date-time"),
            toy_type("Email", "string", "email"),
            toy_type("Getal", "integer"),
            toy_type("JaNee", "boolean"),
            toy_type("Tekst", "string"),
            toy_type("Nergens", "string"),
        ),
        phases=(),
        sources=(),
        rules=(),
        errata=(),
        examples=examples,
    )


def _own_object_types() -> tuple[ObjectType, ...]:
    return (
        toy_object(
            "Bericht",
            toy_attribute("moment", "Moment", required=True, obligation=Obligation.REQUIRED),
            toy_attribute("naam", "Tekst", wire_name='(Echte) "Naam" ~ <&>/'),
            toy_attribute("dingen", "Ding", wire_name="ding", many=True, min_items=1, max_items=3, item="ding"),
            toy_attribute("getallen", "Getal", many=True, item="getal", unique_items=True),
            toy_attribute("verborgen", "Tekst", exchanged=False),
            closed=True,
        ),
        toy_object(
            "Ding",
            toy_attribute("datum", "Datum", obligation=Obligation.CONDITIONAL, condition="Als het ding af is."),
            toy_attribute("email", "Email"),
            toy_attribute("kleur", "EnumKleur"),
            toy_attribute("af", "JaNee", deprecated="Dit veld verdwijnt."),
        ),
        toy_object("Achtergrond", toy_attribute("tekst", "Nergens", exchanged=False), exchanged=False),
    )
