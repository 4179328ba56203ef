"""A wire schema → a fast function that says whether a value is valid.

Same verdict as ``ddas.validation.structure.reference_validator``, which takes some fifty times as long.
Knows the keywords of the published schemas; a schema with another keyword is left to that validator.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Any

from jsonschema import FormatChecker

from ddas.validation.structure.reference_validator import make_validator

__all__ = ["Acceptor", "canonical_text", "is_type", "make_acceptor", "make_format_check"]

Acceptor = Callable[[Any], bool]

_OF_LISTS = frozenset(("items", "minItems", "maxItems", "uniqueItems"))
_OF_OBJECTS = frozenset(("properties", "required", "additionalProperties"))
_KNOWN = _OF_LISTS | _OF_OBJECTS | {"type", "enum", "format"}
_SIMPLE: Mapping[str, type] = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}


def make_acceptor(schema: Mapping[str, Any]) -> Acceptor:
    """The acceptor of a schema in canonical form."""
    return _compile(schema) if _is_known(schema) else make_validator(schema).is_valid


@cache
def make_format_check(name: str) -> Callable[[str], bool]:
    """Whether a text has this format, as the reference validator sees it; unknown formats accept anything.

    One per format, so that all schemas share what it remembers: dates come back often.
    """
    checker = make_validator({}).format_checker or FormatChecker(formats=())

    @lru_cache(maxsize=1 << 13)
    def check(text: str) -> bool:
        return checker.conforms(text, name)

    return check


def is_type(value: object, name: str) -> bool:
    """Whether a value has a JSON Schema type: true is no integer, 2.0 is one."""
    if name in _SIMPLE:
        return isinstance(value, _SIMPLE[name])
    if isinstance(value, bool):
        return False
    return isinstance(value, int) or (isinstance(value, float) and (name == "number" or value.is_integer()))


def canonical_text(value: object) -> str:
    """The same text for values that JSON Schema calls equal: 2.0 is 2, and the order of keys does not count."""
    return json.dumps(_plain(value), sort_keys=True)


def _is_known(schema: Mapping[str, Any]) -> bool:
    enum = schema.get("enum", ())
    if not schema.keys() <= _KNOWN or not isinstance(schema.get("type", ""), str):
        return False
    if not isinstance(schema.get("additionalProperties", True), bool) or any(not isinstance(v, str) for v in enum):
        return False
    subs = [*schema.get("properties", {}).values(), *([schema["items"]] if "items" in schema else [])]
    return all(_is_known(sub) for sub in subs)


def _compile(schema: Mapping[str, Any]) -> Acceptor:
    checks: list[Acceptor] = []
    if "type" in schema:
        checks.append(_type_check(schema["type"]))
    if "enum" in schema:
        allowed = frozenset(schema["enum"])
        checks.append(lambda value: isinstance(value, str) and value in allowed)
    if "format" in schema:
        check_format = make_format_check(schema["format"])
        checks.append(lambda value: not isinstance(value, str) or check_format(value))
    if schema.keys() & _OF_OBJECTS:
        checks.append(_object_check(schema))
    if schema.keys() & _OF_LISTS:
        checks.append(_list_check(schema))
    return _both(checks)


def _both(checks: list[Acceptor]) -> Acceptor:
    if len(checks) < 2:
        return checks[0] if checks else lambda _value: True
    first, rest = checks[0], _both(checks[1:])
    return lambda value: first(value) and rest(value)


def _type_check(name: str) -> Acceptor:
    if name in _SIMPLE:
        simple = _SIMPLE[name]
        return lambda value: isinstance(value, simple)
    return lambda value: is_type(value, name)


def _object_check(schema: Mapping[str, Any]) -> Acceptor:
    checks = {key: _compile(sub) for key, sub in schema.get("properties", {}).items()}
    required = frozenset(schema.get("required", ()))
    closed = schema.get("additionalProperties") is False

    def accepts(value: Any) -> bool:
        if not isinstance(value, dict):
            return True
        for key, inner in value.items():
            check = checks.get(key)
            if check is None:
                if closed:
                    return False
            elif not check(inner):
                return False
        return required <= value.keys()

    return accepts


def _list_check(schema: Mapping[str, Any]) -> Acceptor:
    check = _compile(schema.get("items", {}))
    low, high = schema.get("minItems", 0), schema.get("maxItems")
    unique = schema.get("uniqueItems", False)

    def accepts(value: Any) -> bool:
        if not isinstance(value, list):
            return True
        if len(value) < low or (high is not None and len(value) > high):
            return False
        for item in value:
            if not check(item):
                return False
        return not unique or len(value) < 2 or len({canonical_text(item) for item in value}) == len(value)

    return accepts


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
