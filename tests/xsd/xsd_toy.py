"""A small invented standard that has one of everything the XML form must hold."""

from __future__ import annotations

from ddas.standard.specification import CodeList, CodeValue, Example, ObjectType, Obligation, Specification
from tests.making.models import attribute, code_list, data_type, object_type, specification

__all__ = ["toy_specification"]


def toy_specification(*object_types: ObjectType, examples: tuple[Example, ...] = ()) -> Specification:
    """The standard ``prf-v0.2``; with ``object_types`` those instead of its own."""
    return specification(
        *(object_types or _own_object_types()),
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
            code_list("EnumOngebruikt", exchanged=False),
        ),
        data_types=(
            data_type("Datum", "string", "date"),
            data_type("Moment", "string", "date-time"),
            data_type("Email", "string", "email"),
            data_type("Getal", "integer"),
            data_type("JaNee", "boolean"),
            data_type("Tekst", "string"),
            data_type("Nergens", "string"),
        ),
        examples=examples,
    )


def _own_object_types() -> tuple[ObjectType, ...]:
    return (
        object_type(
            "Bericht",
            attribute("moment", "Moment", required=True, obligation=Obligation.REQUIRED),
            attribute("naam", "Tekst", wire_name='(Echte) "Naam" ~ <&>/'),
            attribute("dingen", "Ding", wire_name="ding", many=True, min_items=1, max_items=3, item="ding"),
            attribute("getallen", "Getal", many=True, item="getal", unique_items=True),
            attribute("verborgen", "Tekst", exchanged=False),
            closed=True,
        ),
        object_type(
            "Ding",
            attribute("datum", "Datum", obligation=Obligation.CONDITIONAL, condition="Als het ding af is."),
            attribute("email", "Email"),
            attribute("kleur", "EnumKleur"),
            attribute("af", "JaNee", deprecated="Dit veld verdwijnt."),
        ),
        object_type("Achtergrond", attribute("tekst", "Nergens", exchanged=False), exchanged=False),
    )
