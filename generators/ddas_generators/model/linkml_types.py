"""How a kind of value stands in the model: the LinkML type (``typeof``) of its data types, beside ``formaat``."""

from __future__ import annotations

from collections.abc import Mapping

from ddas.standard.value_kinds import WIRE_FORMS, ValueKind

__all__ = ["FORMATS", "LINKML_TYPES", "json_type", "kind_in_model"]

LINKML_TYPES: Mapping[ValueKind, str] = {
    ValueKind.TEXT: "string",
    ValueKind.EMAIL: "string",
    ValueKind.DATE: "date",
    ValueKind.DATE_TIME: "datetime",
    ValueKind.WHOLE_NUMBER: "integer",
    ValueKind.BOOLEAN: "boolean",
}

FORMATS = tuple(sorted(form.format for form in WIRE_FORMS.values() if form.format is not None))
"""What ``formaat`` can say."""

_KIND_BY_FORMAT = {form.format: kind for kind, form in WIRE_FORMS.items() if form.format is not None}
_KIND_BY_TYPE = {typeof: kind for kind, typeof in reversed(tuple(LINKML_TYPES.items()))}
_JSON_TYPES = {typeof: WIRE_FORMS[kind].base for kind, typeof in LINKML_TYPES.items()}


def json_type(typeof: str) -> str | None:
    """The JSON type of values of a LinkML type, or None for a type that models do not use."""
    return _JSON_TYPES.get(typeof)


def kind_in_model(typeof: str, format: str) -> ValueKind | None:
    """The kind that a data type in the model means, also one that is not finished; None when it means nothing."""
    return _KIND_BY_FORMAT.get(format) or _KIND_BY_TYPE.get(typeof)
