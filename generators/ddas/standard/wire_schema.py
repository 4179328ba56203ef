"""The wire schema of a specification: JSON Schema 2020-12, exactly as strict as published, with titles and texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ddas.standard.alternatives import allows_only_required
from ddas.standard.field_words import obligation_sentences
from ddas.standard.specification import Alternative, Attribute, CodeList, ObjectType, Specification
from ddas.standard.status import STUDY_NOTICE
from ddas.standard.value_kinds import SINGLE_KINDS, WIRE_FORMS, ValueKind

__all__ = ["WIRE_SCHEMA_FILE", "build_json_schema"]

WIRE_SCHEMA_FILE = "uitwisselmodel.schema.json"
_WIRE_VALUES: Mapping[ValueKind, Callable[[str], object]] = {
    ValueKind.TEXT: str,
    ValueKind.EMAIL: str,
    ValueKind.DATE: str,
    ValueKind.DATE_TIME: str,
    ValueKind.WHOLE_NUMBER: int,
    ValueKind.BOOLEAN: lambda text: text == "true",
    ValueKind.CODE: str,
    ValueKind.OBJECT: str,
}
"""What the text of an example is on the wire."""


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
        "$comment": f"Gemaakt uit het model van {specification.id.code}. {_standing(specification)}",
        **_object(specification, root),
        "$defs": definitions,
    }


def _standing(specification: Specification) -> str:
    return STUDY_NOTICE if specification.status.is_study else "Het gepubliceerde schema gaat voor."


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
    kind = specification.target(attribute.range).kind
    value = _value(attribute.range, kind)
    if not attribute.many:
        return result | value | _examples(attribute, kind)
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


def _value(range: str, kind: ValueKind) -> dict[str, Any]:
    if kind not in SINGLE_KINDS:
        return {"$ref": f"#/$defs/{range}"}
    form = WIRE_FORMS[kind]
    return {"type": form.base} | ({} if form.format is None else {"format": form.format})


def _examples(attribute: Attribute, kind: ValueKind) -> dict[str, Any]:
    return {"examples": [_WIRE_VALUES[kind](e) for e in attribute.examples]} if attribute.examples else {}


def _code_list(code_list: CodeList) -> dict[str, Any]:
    meanings = "\n".join(f"- {v.value}: {v.definition}" for v in code_list.values)
    return {
        "title": code_list.name,
        "description": f"{code_list.label}. {code_list.definition}\n{meanings}",
        "type": "string",
        "enum": [v.value for v in code_list.values],
    }
