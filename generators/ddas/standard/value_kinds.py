"""The closed list of kinds of value, and how each stands in JSON Schema.

The only place that knows what a JSON type and a format mean together. Everything that differs per kind stands in a
table keyed by ``ValueKind``, one for each target, whole (``ValueKind``) or for the single values of a data type
(``SINGLE_KINDS``); ``tests/house/test_value_kinds.py`` finds the tables and refuses one with a gap.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ddas.errors import ModelError

__all__ = ["DECODED_CLASSES", "SINGLE_KINDS", "TEXT_KINDS", "WIRE_FORMS", "ValueKind", "WireForm", "kind_of"]


class ValueKind(StrEnum):
    """What stands in a field, or in each item of it, in the words that readers see."""

    TEXT = "tekst"
    EMAIL = "e-mailadres"
    DATE = "datum"
    DATE_TIME = "datum met tijd"
    WHOLE_NUMBER = "geheel getal"
    BOOLEAN = "true of false"
    CODE = "waarde uit een lijst"
    OBJECT = "onderdeel"


SINGLE_KINDS = frozenset(ValueKind) - {ValueKind.CODE, ValueKind.OBJECT}
"""The kinds that a data type can have."""


@dataclass(frozen=True, slots=True)
class WireForm:
    """The JSON type and the JSON Schema format of a kind."""

    base: str
    format: str | None = None


WIRE_FORMS: Mapping[ValueKind, WireForm] = {
    ValueKind.TEXT: WireForm("string"),
    ValueKind.EMAIL: WireForm("string", "email"),
    ValueKind.DATE: WireForm("string", "date"),
    ValueKind.DATE_TIME: WireForm("string", "date-time"),
    ValueKind.WHOLE_NUMBER: WireForm("integer"),
    ValueKind.BOOLEAN: WireForm("boolean"),
    ValueKind.CODE: WireForm("string"),
    ValueKind.OBJECT: WireForm("object"),
}

TEXT_KINDS = frozenset(kind for kind, form in WIRE_FORMS.items() if form.base == "string")
"""The kinds that are a text on the wire."""

DECODED_CLASSES: Mapping[ValueKind, type] = {
    ValueKind.TEXT: str,
    ValueKind.EMAIL: str,
    ValueKind.DATE: date,
    ValueKind.DATE_TIME: str,
    ValueKind.WHOLE_NUMBER: int,
    ValueKind.BOOLEAN: bool,
    ValueKind.CODE: str,
    ValueKind.OBJECT: object,
}
"""The class of a value in the typed objects that rules look at; each object type has a class of its own."""

_KIND_BY_FORM = {form: kind for kind, form in WIRE_FORMS.items() if kind in SINGLE_KINDS}


def kind_of(base: str, format: str | None) -> ValueKind:
    """The kind of the data types with this JSON type and format.

    Raises:
        ModelError: no kind is written like that.
    """
    kind = _KIND_BY_FORM.get(WireForm(base, format))
    if kind is None:
        known = ", ".join(f"{form.base}/{form.format}" if form.format else form.base for form in _KIND_BY_FORM)
        given = f"{base}/{format}" if format else base
        raise ModelError(f"'{given}' is geen bekende soort waarde. Kies uit: {known}.")
    return kind
