"""Deliveries full of recognisable values, and the search for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ddas.standard.specification import Attribute, ObjectType, Specification

__all__ = ["MARK", "NUMBER", "marked", "marks_in", "person_values"]

MARK = "Zzgeheim"
NUMBER = 917263548
"""A number of nine digits that stands for one of a person."""

_TRACE = re.compile(rf"{MARK}|z\u200bz|{NUMBER}|{NUMBER:,}|{NUMBER // 1000}|9\.172|{MARK.upper()}|{MARK.lower()}")
_PERSONAL = frozenset(
    {"burgerservicenummer", "geboortedatum", "postcode", "huisnummer", "naam", "naamTweede", "email", "telefoonnummer"}
)


def marks_in(text: str) -> list[str]:
    """Traces of marks in a report."""
    return _TRACE.findall(text)


def marked(specification: Specification, value: Any, object_type: ObjectType | None = None) -> Any:
    """The same delivery, every free text surrounded by marks; dates, numbers and codes stay, so it stays valid."""
    held = object_type or specification.root_type
    if not isinstance(value, dict):
        return value
    attributes = {a.wire_name: a for a in held.exchanged_attributes}
    return {key: _marked_field(specification, attributes.get(key), inner) for key, inner in value.items()}


def _marked_field(specification: Specification, attribute: Attribute | None, value: Any) -> Any:
    if attribute is None:
        return f"{MARK} {NUMBER}"
    inner = specification.object_type(attribute.range)
    if inner is not None:
        if isinstance(value, list):
            return [marked(specification, item, inner) for item in value]
        return marked(specification, value, inner)
    data_type = specification.data_type(attribute.range)
    if data_type is None or data_type.format in ("date", "date-time") or not isinstance(value, str):
        return value
    return f"{MARK}{value}{NUMBER}"


def person_values(specification: Specification, value: Any, object_type: ObjectType | None = None) -> Iterator[str]:
    """Values of the fields of a document that say who somebody is."""
    held = object_type or specification.root_type
    if not isinstance(value, dict):
        return
    for attribute in held.exchanged_attributes:
        found = value.get(attribute.wire_name)
        inner = specification.object_type(attribute.range)
        for item in found if isinstance(found, list) else [found]:
            if inner is not None:
                yield from person_values(specification, item, inner)
            elif attribute.name in _PERSONAL and isinstance(item, str | int) and len(str(item)) > 3:
                yield str(item)
