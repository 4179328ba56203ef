"""Kind ``verboden_waarde``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ddas.rules.conditions import express_conditions, make_predicate
from ddas.rules.expressions import Expression, Expressions, Screen, any_of, is_text
from ddas.rules.families.filling import FieldsUnderConditions, under_conditions
from ddas.rules.filled import is_filled, value_text
from ddas.rules.parameters import VALUES, takes
from ddas.rules.paths import resolve_paths
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind, SchemaSaying
from ddas.rules.schema_pieces import Schema, all_of, values_at
from ddas.standard.specification import Specification

__all__ = ["FORBIDDEN_VALUE", "ForbiddenValueParameters"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ForbiddenValueParameters(FieldsUnderConditions):
    """Fields, conditions, and the values that are not allowed, as text."""

    values: tuple[str, ...] = takes(VALUES)


def _prepare(parameters: ForbiddenValueParameters, scope: str, specification: Specification) -> ObjectCheck:
    paths = resolve_paths(specification, scope, parameters.paths)
    applies = make_predicate(parameters.conditions, scope, specification)

    def check(o: Any, c: Context) -> Iterator[Hit]:
        if applies(o):
            for path in paths:
                value = path.read(o)
                if is_filled(value) and value_text(value) in parameters.values:
                    yield Hit(path.pointer)

    return check


def _screen(parameters: ForbiddenValueParameters, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    values = frozenset(parameters.values)
    tests = []
    for path in resolve_paths(specification, scope, parameters.paths):
        field = make.field(path)
        if is_text(specification, path) or specification.code_list(path.attribute.range):
            tests.append(Expression(f"{field} in {make.constant(values)}"))
        else:
            text = make.call(value_text, field)
            tests.append(Expression(f"({field} is not None and {text} in {make.constant(values)})"))
    return make.screen(express_conditions(parameters.conditions, scope, specification, make), any_of(tests))


def _say(parameters: ForbiddenValueParameters, scope: str, specification: Specification) -> Schema:
    paths = resolve_paths(specification, scope, parameters.paths)
    schemas = [{"not": values_at(specification, p, parameters.values)} for p in paths]
    return under_conditions(parameters, scope, specification, all_of(schemas))


FORBIDDEN_VALUE = ObjectKind(
    name="verboden_waarde",
    sentence="Het veld heeft niet een bepaalde waarde als aan een voorwaarde is voldaan.",
    parameters=ForbiddenValueParameters,
    prepare=_prepare,
    screen=_screen,
    schema=SchemaSaying(express=_say),
)
