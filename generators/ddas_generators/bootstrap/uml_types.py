"""What the primitive types of a UML model hold."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ddas.standard.published import DATA_TYPE_NAMES
from ddas.standard.specification import DataType, Specification
from ddas.standard.value_kinds import WIRE_FORMS, ValueKind

__all__ = ["find_data_type"]

_PRIMITIVES: Mapping[str, ValueKind] = MappingProxyType(
    {
        "string": ValueKind.TEXT,
        "characterstring": ValueKind.TEXT,
        "tekst": ValueKind.TEXT,
        "char": ValueKind.TEXT,
        "email": ValueKind.EMAIL,
        "date": ValueKind.DATE,
        "datum": ValueKind.DATE,
        "datetime": ValueKind.DATE_TIME,
        "datumtijd": ValueKind.DATE_TIME,
        "int": ValueKind.WHOLE_NUMBER,
        "integer": ValueKind.WHOLE_NUMBER,
        "long": ValueKind.WHOLE_NUMBER,
        "boolean": ValueKind.BOOLEAN,
        "janee": ValueKind.BOOLEAN,
    }
)
"""What the primitive types of MIM, Java and our own models hold, by name in small letters."""


def find_data_type(name: str, neighbour: Specification) -> DataType | None:
    """The neighbour's type of this name, else the plain type that a primitive stands for; None when nobody knows it."""
    known = {t.name.casefold(): t for t in neighbour.data_types}.get(name.casefold())
    kind = _PRIMITIVES.get(name.casefold())
    if known is not None or kind is None:
        return known
    form, plain = WIRE_FORMS[kind], DATA_TYPE_NAMES[kind]
    return DataType(name=plain, label=plain, definition="", base=form.base, format=form.format)
