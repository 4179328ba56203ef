"""Schemas about a field somewhere below an object: what stands there, and whether it is filled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ddas.rules.conditions import Condition, ConditionTest
from ddas.rules.paths import FieldPath, resolve_path
from ddas.standard.specification import Attribute, ObjectType, Specification
from ddas.standard.value_kinds import TEXT_KINDS, WIRE_FORMS, ValueKind

__all__ = ["FILLED_TEXT", "Schema", "all_of", "at_place", "build_filled_types", "filled", "holds", "values_at", "when"]

Schema = dict[str, Any]

FILLED_TEXT = "GevuldeTekst"
_FILLED = "Gevuld"


def at_place(path: FieldPath, schema: Schema, *, present: bool) -> Schema:
    """What stands at the path satisfies the schema; ``present``: it must also be there."""
    for key in reversed(path.pointer):
        schema = {"type": "object", "properties": {str(key): schema}}
        if present:
            schema["required"] = [key]
    return schema


def filled(specification: Specification, path: FieldPath) -> Schema:
    """The field is present and not blank."""
    return at_place(path, _filled_value(specification, path.attribute), present=True)


def build_filled_types(specification: Specification) -> dict[str, Schema]:
    """Name in ``$defs`` → what makes a text, or an object of each type, filled."""
    types = {FILLED_TEXT: {"title": FILLED_TEXT, "type": "string", "pattern": r"\S"}}
    return types | {_FILLED + o.name: _filled_object(specification, o) for o in specification.exchanged_types}


def holds(specification: Specification, scope: str, conditions: Sequence[Condition]) -> Schema:
    """All conditions hold for an object of type ``scope``."""
    return all_of([_condition(specification, resolve_path(specification, scope, c.path), c) for c in conditions])


def values_at(specification: Specification, path: FieldPath, values: Sequence[str]) -> Schema:
    """The field is present with one of these values, written as in a rule."""
    kind = specification.target(path.attribute.range).kind
    found: list[object] = list(values)
    if kind is ValueKind.BOOLEAN:
        found = [v == "true" for v in values if v in ("true", "false")]
    elif kind is ValueKind.WHOLE_NUMBER:
        found = [int(v) for v in values]
    return at_place(path, {"type": WIRE_FORMS[kind].base, "enum": found}, present=True)


def when(condition: Schema | None, then: Schema) -> Schema:
    """The schema, under a condition if there is one."""
    return then if condition is None else {"if": condition, "then": then}


def all_of(schemas: Sequence[Schema]) -> Schema:
    """Every one of the schemas; those about different fields of one object become one schema."""
    parts: list[Schema] = []
    for schema in schemas:
        place = next((n for n, part in enumerate(parts) if _can_join(part, schema)), None)
        if place is None:
            parts.append(schema)
        else:
            parts[place] = _join(parts[place], schema)
    return parts[0] if len(parts) == 1 else {"allOf": parts}


def _can_join(left: Schema, right: Schema) -> bool:
    """Both are about fields of one object, and about different ones."""
    plain = all(
        schema.keys() <= {"type", "properties", "required"} and "properties" in schema for schema in (left, right)
    )
    return plain and not left["properties"].keys() & right["properties"].keys()


def _join(left: Schema, right: Schema) -> Schema:
    required = [*left.get("required", ()), *right.get("required", ())]
    joined: Schema = {"type": "object", "properties": left["properties"] | right["properties"]}
    return joined | {"required": required} if required else joined


def _condition(specification: Specification, path: FieldPath, condition: Condition) -> Schema:
    match condition.test:
        case ConditionTest.FILLED:
            return filled(specification, path)
        case ConditionTest.EMPTY:
            return {"not": filled(specification, path)}
        case ConditionTest.IS:
            return values_at(specification, path, condition.values)
        case ConditionTest.IS_NOT:
            return {"not": values_at(specification, path, condition.values)}


def _filled_value(specification: Specification, attribute: Attribute) -> Schema:
    kind = specification.target(attribute.range).kind
    if kind is ValueKind.OBJECT:
        one: Schema = {"$ref": f"#/$defs/{_FILLED}{attribute.range}"}
    elif kind in TEXT_KINDS:
        one = {"$ref": f"#/$defs/{FILLED_TEXT}"}
    else:
        one = {"type": WIRE_FORMS[kind].base}
    return {"type": "array", "contains": one} if attribute.many else one


def _filled_object(specification: Specification, object_type: ObjectType) -> Schema:
    fields = [
        at_place(FieldPath((a.name,), (a.wire_name,), a), _filled_value(specification, a), present=True)
        for a in object_type.exchanged_attributes
    ]
    return {"title": _FILLED + object_type.name, "type": "object", "anyOf": fields}
