"""Canonical form of a JSON Schema: what it accepts, without how it is written.

Two schemas with the same canonical form give the same verdict on every document. Its SHA-256 stands in
``model/versies.yaml``, so that every clone proves that our wire schema equals the published one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

__all__ = ["canonical_digest", "canonical_form"]

_ANNOTATIONS = frozenset(
    {"$schema", "$id", "$defs", "$comment", "title", "description", "examples", "default", "deprecated"}
)


def canonical_form(schema: Mapping[str, Any]) -> Any:
    """The schema with references inlined, annotations dropped, keys and sets sorted.

    Understands what the published schemas use: local ``$ref`` into ``$defs`` without recursion.
    """
    return _canonical(schema, schema.get("$defs", {}))


def canonical_digest(schema: Mapping[str, Any]) -> str:
    """SHA-256, hexadecimal, of the canonical form as compact UTF-8 JSON."""
    text = json.dumps(canonical_form(schema), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _canonical(schema: Any, definitions: Mapping[str, Any]) -> Any:
    if isinstance(schema, list):
        return [_canonical(part, definitions) for part in schema]
    if not isinstance(schema, Mapping):
        return schema
    result: dict[str, Any] = {}
    for key, value in schema.items():
        if key == "$ref":
            result |= _canonical(definitions[value.removeprefix("#/$defs/")], definitions)
        elif key == "properties":
            result[key] = {name: _canonical(sub, definitions) for name, sub in value.items()}
        elif key in ("required", "enum"):
            result[key] = sorted(value)
        elif key not in _ANNOTATIONS:
            result[key] = _canonical(value, definitions)
    return result
