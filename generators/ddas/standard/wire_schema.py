"""The wire schema of a specification: JSON Schema 2020-12, exactly as strict as published, with titles and texts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ddas.standard.alternatives import allows_only_required
from ddas.standard.field_words import obligation_sentences
from ddas.standard.specification import Alternative, Attribute, CodeList, DataType, ObjectType, Specification

__all__ = ["WIRE_SCHEMA_FILE", "build_json_schema"]

WIRE_SCHEMA_FILE = "uitwisselmodel.schema.json"
_CONVERTERS: dict[str, Callable[[str], object]] = {"integer": int, "boolean": lambda text: text == "true"}


def build_json_schema(specification: Specification) -> dict[str, Any]:
    """The wire schema as a tree, keys in reading order. The root object stands at the top, the rest in ``$defs``."""
    root = specification.root_type
    definitions: dict[str, Any] = {
        o.name: _object(specification, o) for o in specification.exchanged_types if o is not root
    }
    used = {a.range for _, a in specification.iter_attributes()}
    definitions |= {c.name: _code_list(c) for c in specification.code_lists if c.name in used}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": specification.id.artefact_uri(WIRE_SCHEMA_FILE),
        "$comment": f"Gemaakt uit het model van {specification.id.code}. Het gepubliceerde schema gaat voor.",
        **_object(specification, root),
        "$defs": definitions,
    }


def _object(specification: Specification, object_type: ObjectType) -> dict[str, Any]:
    attributes = object_type.exchanged_attributes
    result: dict[str, Any] = {
        "title": object_type.name,
        "description": f"{object_type.label}. {object_type.definition}",
        "type": "object",
        "properties": {a.wire_name: _property(specification, a) for a in attributes},
    }
    required = [a.wire_name for a in attributes if a.required]
    if required:
        result["required"] = required
    if object_type.alternatives:
        result["oneOf"] = [_alternative(object_type, a) for a in object_type.alternatives]
    if object_type.closed:
        result["additionalProperties"] = False
    return result


def _alternative(object_type: ObjectType, alternative: Alternative) -> dict[str, Any]:
    """A branch. When nothing beside what it requires may be there, it is closed, as published."""
    result: dict[str, Any] = {"title": f"{object_type.label} {alternative.title}"}
    name_of = object_type.wire_name_of
    closed = allows_only_required(object_type, alternative)
    if alternative.absent and not closed:
        result["not"] = {"anyOf": [{"required": [name_of(name)]} for name in alternative.absent]}
        if len(alternative.absent) == 1:
            result["not"] = {"required": [name_of(alternative.absent[0])]}
    result["required"] = [name_of(name) for name in alternative.required]
    lengths = {
        name_of(e.attribute): {"minLength": e.characters, "maxLength": e.characters} for e in alternative.lengths
    }
    if closed:
        result["properties"] = {name_of(name): lengths.get(name_of(name), {}) for name in alternative.required}
        result["additionalProperties"] = False
    elif lengths:
        result["properties"] = lengths
    return result


def _property(specification: Specification, attribute: Attribute) -> dict[str, Any]:
    result: dict[str, Any] = {"title": attribute.label, "description": _description(attribute)}
    if attribute.deprecated:
        result["deprecated"] = True
    value = _value(specification, attribute.range)
    if not attribute.many:
        return result | value | _examples(attribute, value)
    result["type"] = "array"
    if attribute.min_items:
        result["minItems"] = attribute.min_items
    if attribute.max_items is not None:
        result["maxItems"] = attribute.max_items
    if attribute.unique_items:
        result["uniqueItems"] = True
    return result | {"items": value}


def _description(attribute: Attribute) -> str:
    parts = [attribute.definition, *obligation_sentences(attribute)]
    if attribute.deprecated:
        parts.append(attribute.deprecated)
    return " ".join(parts)


def _value(specification: Specification, name: str) -> dict[str, Any]:
    data_type = specification.data_type(name)
    return {"$ref": f"#/$defs/{name}"} if data_type is None else _data_type(data_type)


def _data_type(data_type: DataType) -> dict[str, Any]:
    result = {"type": data_type.base}
    if data_type.format is not None:
        result["format"] = data_type.format
    return result


def _examples(attribute: Attribute, value: dict[str, Any]) -> dict[str, Any]:
    if not attribute.examples:
        return {}
    convert = _CONVERTERS.get(value.get("type", "string"), str)
    return {"examples": [convert(e) for e in attribute.examples]}


def _code_list(code_list: CodeList) -> dict[str, Any]:
    meanings = "\n".join(f"- {v.value}: {v.definition}" for v in code_list.values)
    return {
        "title": code_list.name,
        "description": f"{code_list.label}. {code_list.definition}\n{meanings}",
        "type": "string",
        "enum": [v.value for v in code_list.values],
    }
