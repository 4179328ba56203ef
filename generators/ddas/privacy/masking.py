"""Personal data made unreadable: what may be shown of a value of a delivery to who owns it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ddas.findings import Pointer, is_showable
from ddas.standard.places import find_place
from ddas.standard.specification import CodeList, ObjectType, Specification
from ddas.standard.value_kinds import ValueKind

__all__ = ["mask"]

_MASK = "•••"
_LARGEST = 9_999_999
"""Larger numbers are masked: eight or nine digits can be a citizen service number in the wrong place."""
_SHOWN_FORMS: Mapping[ValueKind, str | None] = {
    ValueKind.TEXT: None,
    ValueKind.EMAIL: None,
    ValueKind.DATE: r"\d{4}-\d\d-\d\d",
    ValueKind.DATE_TIME: r"\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-][\d:]+)",
    ValueKind.WHOLE_NUMBER: None,
    ValueKind.BOOLEAN: None,
}
"""The form in which a text of this kind holds nothing else; None: only the pattern of its data type says so."""


def mask(specification: Specification, pointer: Pointer, value: Any) -> Any:
    """Values of fields that identify a person, and of everything that the standard does not know, become dots.

    A list where none belongs, or in another list, is such a value as a whole.
    """
    if isinstance(value, list) and _holds_list(specification, pointer):
        return [mask(specification, (*pointer, n), v) for n, v in enumerate(value)]
    if isinstance(value, dict) and _holds_objects(specification, pointer):
        return {
            key if is_showable(key) or _is_known(specification, (*pointer, key)) else f"(onbekend veld {n})": mask(
                specification, (*pointer, key), v
            )
            for n, (key, v) in enumerate(value.items(), 1)
        }
    return value if _is_harmless(specification, pointer, value) else _MASK


def _holds_list(specification: Specification, pointer: Pointer) -> bool:
    attribute = find_place(specification, pointer).attribute
    return attribute is not None and attribute.many and isinstance(pointer[-1], str)


def _holds_objects(specification: Specification, pointer: Pointer) -> bool:
    place = find_place(specification, pointer)
    return not pointer or bool(place.attribute and specification.object_type(place.attribute.range))


def _is_known(specification: Specification, pointer: Pointer) -> bool:
    return find_place(specification, pointer).attribute is not None


def _is_harmless(specification: Specification, pointer: Pointer, value: Any) -> bool:
    """A right value of a field that identifies nobody and is no free text: a wrong value can be anything."""
    attribute = find_place(specification, pointer).attribute
    if isinstance(value, bool) or value is None or value == "":
        return True
    if attribute is None or attribute.personal_data == "direct" or isinstance(value, dict | list):
        return False
    if isinstance(value, int | float):
        return abs(value) <= _LARGEST
    target = specification.target(attribute.range)
    if isinstance(target, ObjectType):
        return False
    if isinstance(target, CodeList):
        return value in [v.value for v in target.values]
    pattern = _SHOWN_FORMS[target.kind] or target.pattern
    return pattern is not None and re.fullmatch(pattern, value, re.ASCII) is not None
