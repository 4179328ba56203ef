"""What a JSON Schema says against a model file or a record, in Dutch; its own texts are English."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from jsonschema.exceptions import ValidationError

__all__ = ["describe_schema_error", "shorten"]

_TYPES: Mapping[str, str] = {
    "array": "een lijst",
    "boolean": "true of false",
    "integer": "een heel getal",
    "null": "niets",
    "number": "een getal",
    "object": "een groep sleutels",
    "string": "een tekst (zet haar zo nodig tussen aanhalingstekens)",
}
_REQUIRED = re.compile(r"'(.+)' is a required property")
_MOST_LETTERS = 200


def describe_schema_error(error: ValidationError) -> str:
    """What is wrong and what to do, with a full stop; never ends in English alone."""
    describe = _DESCRIBED.get(str(error.validator))
    return describe(error) if describe else f"{_COMPARE} ({shorten(error.message)})."


def shorten(text: str) -> str:
    """On one line, with an end to it."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _MOST_LETTERS else f"{flat[:_MOST_LETTERS]}…"


_COMPARE = "vergelijk dit met een ander element in het model"


def _listed(values: Any) -> str:
    return ", ".join(map(str, values))


def _type(error: ValidationError) -> str:
    wanted: Any = error.validator_value
    names = [wanted] if isinstance(wanted, str) else list(wanted)
    words = " of ".join(_TYPES[n] for n in names if n != "null" or len(names) == 1)
    return f"hier hoort {words}. Verbeter wat er staat."


def _required(error: ValidationError) -> str:
    name = _REQUIRED.fullmatch(error.message)
    return f"'{name[1]}' ontbreekt. Vul het aan." if name else f"{_COMPARE} ({shorten(error.message)})."


def _number_of_keys(error: ValidationError) -> str:
    return f"hier horen hoogstens {error.validator_value} sleutels. Haal er weg."


_DESCRIBED: Mapping[str, Callable[[ValidationError], str]] = {
    "anyOf": lambda _error: "wat hier staat, heeft niet de vorm die hier hoort. Vergelijk het met een ander element.",
    "enum": lambda error: f"'{error.instance}' kan hier niet. Kies uit: {_listed(error.validator_value)}.",
    "maxProperties": _number_of_keys,
    "minItems": lambda error: f"hier horen minstens {error.validator_value} onderdelen. Vul ze aan.",
    "oneOf": lambda _error: "wat hier staat, heeft niet de vorm die hier hoort. Vergelijk het met een ander element.",
    "pattern": lambda error: f"'{error.instance}' is niet geschreven zoals hier hoort. Vergelijk het met een ander.",
    "required": _required,
    "type": _type,
}
