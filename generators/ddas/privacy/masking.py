"""Personal data made unreadable: what may be shown of a value of a delivery to who owns it."""

from __future__ import annotations

import re
from typing import Any

from ddas.findings import Pointer, is_showable
from ddas.standard.places import find_place
from ddas.standard.specification import Specification

__all__ = ["mask"]

_MASK = "•••"
_LARGEST = 9_999_999
"""Larger numbers are masked: eight or nine digits can be a citizen service number in the wrong place."""
_FORMATS = {"date": r"\d{4}-\d\d-\d\d", "date-time": r"\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-][\d:]+)"}


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
    code_list = specification.code_list(attribute.range)
    if code_list is not None:
        return value in [v.value for v in code_list.values]
    data_type = specification.data_type(attribute.range)
    if data_type is None:
        return False
    pattern = _FORMATS.get(data_type.format or "", data_type.pattern)
    return pattern is not None and re.fullmatch(pattern, value, re.ASCII) is not None
