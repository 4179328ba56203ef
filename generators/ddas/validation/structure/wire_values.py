"""Single values as the yardstick sees them: formats, types and equality of JSON values.

Same verdicts as ``jsonschema`` with ``rfc3339-validator``, odd ones included: an e-mail address is a text with an at
sign, a leap second is refused, ``t`` and ``z`` may be small, and one line end behind a date-time passes.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache

from ddas.standard.value_kinds import ValueKind

__all__ = ["FORMATS", "WIRE_CLASSES", "canonical_form", "is_date_time", "is_email", "is_of_class", "parse_date"]

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DATE_TIME = re.compile(
    r"([0-9]{4})-(0[1-9]|1[0-2])-([0-9]{2})"
    r"[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?"
    r"(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])\n?"
)

WIRE_CLASSES: Mapping[ValueKind, type] = {
    ValueKind.TEXT: str,
    ValueKind.EMAIL: str,
    ValueKind.DATE: str,
    ValueKind.DATE_TIME: str,
    ValueKind.WHOLE_NUMBER: int,
    ValueKind.BOOLEAN: bool,
    ValueKind.CODE: str,
    ValueKind.OBJECT: dict,
}
"""The class that values have after reading JSON."""


@lru_cache(maxsize=1 << 14)
def parse_date(text: str) -> date | None:
    """The day of a full date ``YYYY-MM-DD``, years 0001 to 9999; None when it is not one. Remembers the last 16,384."""
    if _DATE.fullmatch(text) is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def is_date_time(text: str) -> bool:
    """Whether a text is a date-time of RFC 3339 with seconds and an offset; no leap seconds, no year 0000."""
    match = _DATE_TIME.fullmatch(text)
    if match is None:
        return False
    year, month, day = map(int, match.groups())
    return year > 0 and 1 <= day <= monthrange(year, month)[1]


def is_email(text: str) -> bool:
    """Whether a text counts as an e-mail address: it holds an at sign."""
    return "@" in text


FORMATS: Mapping[ValueKind, Callable[[str], object] | None] = {
    ValueKind.TEXT: None,
    ValueKind.EMAIL: is_email,
    ValueKind.DATE: parse_date,
    ValueKind.DATE_TIME: is_date_time,
    ValueKind.WHOLE_NUMBER: None,
    ValueKind.BOOLEAN: None,
}
"""Something true for the texts that have the format of the kind; None: every value of the class is right."""


def is_of_class(value: object, expected: type) -> bool:
    """Whether a value has the JSON type of a class of ``WIRE_CLASSES``: true is no integer, 2.0 and 1e3 are."""
    if expected is int:
        return type(value) is int or (type(value) is float and value.is_integer())
    return isinstance(value, expected)


def canonical_form(value: object) -> tuple[object, ...]:
    """The same hashable tuple for values that JSON calls equal: 1 is 1.0 but not true, the order of keys is free.

    Flat, so that a value of any depth can be compared.
    """
    tokens: list[object] = []
    left = [value]
    while left:
        inner = left.pop()
        if isinstance(inner, dict):
            keys = sorted(inner)
            tokens.append(("object", *keys))
            left.extend(inner[key] for key in keys)
        elif isinstance(inner, list):
            tokens.append(("list", len(inner)))
            left.extend(inner)
        elif isinstance(inner, bool):
            tokens.append(("boolean", inner))
        else:
            tokens.append(inner)
    return tuple(tokens)
