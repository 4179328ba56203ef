"""Per kind of rule the schema that says the same of one object, as far as JSON Schema can."""

# ruff: noqa: ARG001 - the kinds share their signatures; not each of them needs every argument

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from ddas.rules.paths import FieldPath, iter_selected, resolve_item_type, resolve_path
from ddas.standard.specification import Rule, Specification
from ddas.standard.value_kinds import ValueKind
from ddas_generators.emit.schemas.quality.patterns import ascii_digits, whole_text
from ddas_generators.emit.schemas.quality.places import Schema, all_of, at_place, filled, holds, values_at, when

__all__ = ["FRAGMENTS", "Fragment"]

_Express = Callable[[Rule, str, Specification], Schema | None]
"""(rule, object type, specification) → schema for objects of that type; None when there is nothing to say."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """How a kind is said. ``whole``: the schema refuses everything that the rule finds, not just a part of it."""

    express: _Express
    whole: bool = True


def _paths(rule: Rule, scope: str, specification: Specification) -> list[FieldPath]:
    return [resolve_path(specification, scope, p) for p in rule.parameters.paths]


def _under_conditions(rule: Rule, scope: str, specification: Specification, schema: Schema) -> Schema:
    conditions = rule.parameters.conditions
    return when(holds(specification, scope, conditions) if conditions else None, schema)


def _all_filled(rule: Rule, scope: str, specification: Specification) -> Schema:
    schema = all_of([filled(specification, p) for p in _paths(rule, scope, specification)])
    return _under_conditions(rule, scope, specification, schema)


def _one_group_filled(rule: Rule, scope: str, specification: Specification) -> Schema:
    groups = [
        all_of([filled(specification, resolve_path(specification, scope, p)) for p in group])
        for group in rule.parameters.groups
    ]
    return _under_conditions(rule, scope, specification, {"anyOf": groups})


def _none_filled(rule: Rule, scope: str, specification: Specification) -> Schema:
    schema = {"not": {"anyOf": [filled(specification, p) for p in _paths(rule, scope, specification)]}}
    return _under_conditions(rule, scope, specification, schema)


def _number_filled(rule: Rule, scope: str, specification: Specification) -> Schema | None:
    fields = [filled(specification, p) for p in _paths(rule, scope, specification)]
    low, high = rule.parameters.minimum or 0, rule.parameters.maximum
    parts: list[Schema] = []
    if low == high == 1:
        parts.append({"oneOf": fields})
    else:
        if low:
            parts.append({"anyOf": [all_of(some) for some in combinations(fields, low)]})
        if high is not None and high < len(fields):
            parts.append({"not": {"anyOf": [all_of(some) for some in combinations(fields, high + 1)]}})
    return _under_conditions(rule, scope, specification, all_of(parts)) if parts else None


def _together(rule: Rule, scope: str, specification: Specification) -> Schema:
    fields = [filled(specification, p) for p in _paths(rule, scope, specification)]
    return {"anyOf": [all_of(fields), {"not": {"anyOf": fields}}]}


def _per_field(value: Callable[[Rule, FieldPath, Specification], Schema | None]) -> _Express:
    """A schema on the value of every field that the rule selects, when it is there."""

    def express(rule: Rule, scope: str, specification: Specification) -> Schema | None:
        found = [(p, value(rule, p, specification)) for p in iter_selected(rule, scope, specification)]
        schemas = [at_place(p, schema, present=False) for p, schema in found if schema is not None]
        return all_of(schemas) if schemas else None

    return express


def _pattern(rule: Rule, path: FieldPath, specification: Specification) -> Schema | None:
    data_type = specification.data_type(path.attribute.range)
    pattern = rule.parameters.pattern or (data_type.pattern if data_type else None)
    if not pattern:
        return None
    schema = _text(whole_text(ascii_digits(pattern), blank=True))
    passing = rule.parameters.values
    return {"anyOf": [schema, {"type": "string", "enum": list(passing)}]} if passing else schema


def _length(rule: Rule, path: FieldPath, specification: Specification) -> Schema | None:
    data_type = specification.data_type(path.attribute.range)
    most = data_type.length if data_type else None
    return None if most is None else {"type": "string", "maxLength": most}


def _in_code_list(rule: Rule, path: FieldPath, specification: Specification) -> Schema | None:
    data_type = specification.data_type(path.attribute.range)
    code_list = specification.code_list((data_type.code_list if data_type else None) or path.attribute.range)
    if code_list is None:
        return None
    blank = _text(whole_text("", blank=True))
    return {"anyOf": [{"type": "string", "enum": [v.value for v in code_list.values]}, blank]}


def _nine_digits(rule: Rule, path: FieldPath, specification: Specification) -> Schema:
    return _text(whole_text("(?!0{9})[0-9]{9}", blank=True))


def _date_form(rule: Rule, path: FieldPath, specification: Specification) -> Schema | None:
    if specification.target(path.attribute.range).kind is not ValueKind.TEXT:
        return None
    return _text(whole_text("[0-9]{4}-[0-9]{2}-[0-9]{2}", blank=True))


def _complete_date(rule: Rule, path: FieldPath, specification: Specification) -> Schema:
    return {"not": _text(whole_text("[0-9]{4}-(?:00-[0-9]{2}|[0-9]{2}-00)"))}


def _range(rule: Rule, path: FieldPath, specification: Specification) -> Schema:
    bounds: dict[str, Any] = {"minimum": rule.parameters.minimum, "maximum": rule.parameters.maximum}
    return {"type": "integer", **{k: v for k, v in bounds.items() if v is not None}}


def _text(pattern: str) -> Schema:
    return {"type": "string", "pattern": pattern}


def _list_holds(rule: Rule, scope: str, specification: Specification) -> Schema:
    items = resolve_path(specification, scope, rule.parameters.list)
    item_type = resolve_item_type(specification, scope, rule.parameters.list)
    item = holds(specification, item_type, rule.parameters.item_conditions)
    if rule.parameters.times == "geen":
        schema = at_place(items, {"type": "array", "items": {"not": item}}, present=False)
    else:
        schema = at_place(items, {"type": "array", "contains": item}, present=True)
    return _under_conditions(rule, scope, specification, schema)


def _forbidden(rule: Rule, scope: str, specification: Specification) -> Schema:
    paths = _paths(rule, scope, specification)
    schemas = [{"not": values_at(specification, p, rule.parameters.values)} for p in paths]
    return _under_conditions(rule, scope, specification, all_of(schemas))


FRAGMENTS: dict[str, Fragment] = {
    "aantal_gevuld": Fragment(_number_filled),
    "bereik": Fragment(_per_field(_range)),
    "elfproef": Fragment(_per_field(_nine_digits), whole=False),
    "geboortedatum": Fragment(_per_field(_date_form), whole=False),
    "geboortedatum_onvolledig": Fragment(_per_field(_complete_date)),
    "gevuld": Fragment(_all_filled),
    "gevuld_een_van": Fragment(_one_group_filled),
    "in_waardenlijst": Fragment(_per_field(_in_code_list)),
    "leeg": Fragment(_none_filled),
    "lengte": Fragment(_per_field(_length)),
    "lijst_bevat": Fragment(_list_holds),
    "patroon": Fragment(_per_field(_pattern)),
    "samen": Fragment(_together),
    "verboden_waarde": Fragment(_forbidden),
}
"""The kinds that JSON Schema can say, wholly or in part; the others compare values with each other or look further."""
