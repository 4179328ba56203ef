"""Kind ``aantal_gevuld``."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import Any

from ddas.findings import Pointer
from ddas.rules.conditions import Condition
from ddas.rules.expressions import Expression, Expressions
from ddas.rules.families.filling import FieldsUnderConditions, prepare_filling, screen_filling, under_conditions
from ddas.rules.filled import is_filled
from ddas.rules.parameters import CONDITIONS, FROM_OBJECT, MAXIMUM, MINIMUM, PATHS, takes
from ddas.rules.paths import FieldPath, resolve_paths
from ddas.rules.rule_kind import ObjectKind, SchemaSaying
from ddas.rules.schema_pieces import Schema, all_of, filled
from ddas.standard.specification import Specification

__all__ = ["NUMBER_FILLED", "NumberFilledParameters"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberFilledParameters(FieldsUnderConditions):
    """Two or more fields, and how many of them are filled; the bounds included, None = no bound."""

    paths: tuple[str, ...] = takes(PATHS, least=2, starts=(FROM_OBJECT,))
    conditions: tuple[Condition, ...] = takes(CONDITIONS, default=(), starts=(FROM_OBJECT,))
    minimum: int | None = takes(MINIMUM, default=None)
    maximum: int | None = takes(MAXIMUM, default=None)


def _bounds(parameters: NumberFilledParameters) -> tuple[int, int]:
    high = len(parameters.paths) if parameters.maximum is None else parameters.maximum
    return parameters.minimum or 0, high


def _out_of_bounds(parameters: NumberFilledParameters, paths: tuple[FieldPath, ...], o: Any) -> Pointer | None:
    low, high = _bounds(parameters)
    return None if low <= sum(is_filled(p.read(o)) for p in paths) <= high else ()


def _express(parameters: NumberFilledParameters, paths: tuple[FieldPath, ...], make: Expressions) -> Expression:
    low, high = _bounds(parameters)
    return Expression(f"not {low} <= {make.count(paths)} <= {high}")


def _say(parameters: NumberFilledParameters, scope: str, specification: Specification) -> Schema | None:
    fields = [filled(specification, p) for p in resolve_paths(specification, scope, parameters.paths)]
    low, high = _bounds(parameters)
    parts: list[Schema] = []
    if low == high == 1:
        parts.append({"oneOf": fields})
    else:
        if low:
            parts.append({"anyOf": [all_of(some) for some in combinations(fields, low)]})
        if high < len(fields):
            parts.append({"not": {"anyOf": [all_of(some) for some in combinations(fields, high + 1)]}})
    return under_conditions(parameters, scope, specification, all_of(parts)) if parts else None


NUMBER_FILLED = ObjectKind(
    name="aantal_gevuld",
    sentence="Van deze velden is een bepaald aantal gevuld, niet meer en niet minder.",
    parameters=NumberFilledParameters,
    prepare=prepare_filling(_out_of_bounds),
    screen=screen_filling(_express),
    schema=SchemaSaying(express=_say),
)
