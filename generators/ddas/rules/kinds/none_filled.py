"""Kind ``leeg``."""

from __future__ import annotations

from typing import Any

from ddas.findings import Pointer
from ddas.rules.expressions import Expression, Expressions, any_of
from ddas.rules.families.filling import FieldsUnderConditions, prepare_filling, screen_filling, under_conditions
from ddas.rules.filled import is_filled
from ddas.rules.paths import FieldPath, resolve_paths
from ddas.rules.rule_kind import ObjectKind, SchemaSaying
from ddas.rules.schema_pieces import Schema, filled
from ddas.standard.specification import Specification

__all__ = ["NONE_FILLED"]


def _first_filled(parameters: FieldsUnderConditions, paths: tuple[FieldPath, ...], o: Any) -> Pointer | None:
    return next((p.pointer for p in paths if is_filled(p.read(o))), None)


def _express(parameters: FieldsUnderConditions, paths: tuple[FieldPath, ...], make: Expressions) -> Expression:
    return any_of(map(make.filled, paths))


def _say(parameters: FieldsUnderConditions, scope: str, specification: Specification) -> Schema:
    paths = resolve_paths(specification, scope, parameters.paths)
    schema: Schema = {"not": {"anyOf": [filled(specification, p) for p in paths]}}
    return under_conditions(parameters, scope, specification, schema)


NONE_FILLED = ObjectKind(
    name="leeg",
    sentence="Het veld is leeg als aan een voorwaarde is voldaan.",
    parameters=FieldsUnderConditions,
    prepare=prepare_filling(_first_filled),
    screen=screen_filling(_express),
    schema=SchemaSaying(express=_say),
)
