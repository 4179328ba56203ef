"""``oneOf`` on an object of a published schema, read as the alternatives that a specification knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ddas.standard.specification import Alternative, Attribute, ExactLength

__all__ = ["UnreadableBranchError", "read_alternatives"]

_KEYWORDS = frozenset({"title", "description", "required", "properties", "additionalProperties", "not"})
_LENGTHS = frozenset({"minLength", "maxLength"})


class UnreadableBranchError(ValueError):
    """A branch says something that an alternative cannot say."""


def read_alternatives(branches: object, attributes: Sequence[Attribute]) -> tuple[Alternative, ...]:
    """The branches in order; ``attributes`` are those of the object.

    Raises:
        UnreadableBranchError: a branch uses another keyword, or names a key that the object does not describe.
    """
    if not isinstance(branches, list) or not branches:
        raise UnreadableBranchError
    return tuple(_alternative(branch, {a.wire_name: a.name for a in attributes}) for branch in branches)


def _alternative(branch: Any, names: Mapping[str, str]) -> Alternative:
    if not isinstance(branch, Mapping) or set(branch) - _KEYWORDS:
        raise UnreadableBranchError
    required = _keys(branch.get("required"))
    properties = branch.get("properties", {})
    if not isinstance(properties, Mapping):
        raise UnreadableBranchError
    absent = _refused_keys(branch["not"]) if "not" in branch else ()
    if branch.get("additionalProperties", True) is False:
        absent = (*absent, *(key for key in names if key not in properties and key not in absent))
    if not {*required, *absent, *properties} <= names.keys():
        raise UnreadableBranchError
    return Alternative(
        title="met " + " en ".join(required),
        required=tuple(names[key] for key in required),
        absent=tuple(names[key] for key in absent),
        lengths=tuple(
            ExactLength(attribute=names[key], characters=_length(sub)) for key, sub in properties.items() if sub
        ),
    )


def _keys(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not value or not all(isinstance(v, str) for v in value):
        raise UnreadableBranchError
    return tuple(value)


def _refused_keys(schema: Any) -> tuple[str, ...]:
    """Of ``not: {required: [a]}``, or of ``not: {anyOf: [{required: [a]}, ...]}``."""
    parts = schema.get("anyOf") if isinstance(schema, Mapping) and set(schema) == {"anyOf"} else [schema]
    keys: list[str] = []
    for part in parts if isinstance(parts, list) else ():
        if not isinstance(part, Mapping) or set(part) != {"required"} or len(_keys(part["required"])) != 1:
            raise UnreadableBranchError
        keys += part["required"]
    if not keys:
        raise UnreadableBranchError
    return tuple(keys)


def _length(schema: Any) -> int:
    if not isinstance(schema, Mapping) or set(schema) != _LENGTHS or schema["minLength"] != schema["maxLength"]:
        raise UnreadableBranchError
    return int(schema["minLength"])
