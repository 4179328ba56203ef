"""Kind ``ongelijk``."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import Any

from ddas.findings import Pointer
from ddas.rules.conditions import Condition, express_conditions
from ddas.rules.expressions import Expression, Expressions, Screen, any_of
from ddas.rules.families.filling import FieldsUnderConditions, prepare_filling
from ddas.rules.filled import is_filled
from ddas.rules.parameters import CONDITIONS, FROM_OBJECT, PATHS, takes
from ddas.rules.paths import FieldPath, resolve_paths
from ddas.rules.rule_kind import ObjectKind
from ddas.standard.specification import Specification

__all__ = ["UNEQUAL", "UnequalParameters"]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnequalParameters(FieldsUnderConditions):
    """Two or more fields, and the conditions under which they differ."""

    paths: tuple[str, ...] = takes(PATHS, least=2, starts=(FROM_OBJECT,))
    conditions: tuple[Condition, ...] = takes(CONDITIONS, default=(), starts=(FROM_OBJECT,))


def _first_repeated(parameters: UnequalParameters, paths: tuple[FieldPath, ...], o: Any) -> Pointer | None:
    values: list[Any] = []
    for path in paths:
        value = path.read(o)
        if is_filled(value):
            if value in values:
                return path.pointer
            values.append(value)
    return None


def _screen(parameters: UnequalParameters, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    fields = [make.field(p) for p in resolve_paths(specification, scope, parameters.paths)]
    return make.screen(
        any_of(Expression(f"({a} is not None and {a} == {b})") for a, b in combinations(fields, 2)),
        express_conditions(parameters.conditions, scope, specification, make),
    )


UNEQUAL = ObjectKind(
    name="ongelijk",
    sentence="Velden die iets anders zeggen, hebben niet dezelfde waarde.",
    parameters=UnequalParameters,
    prepare=prepare_filling(_first_repeated),
    screen=_screen,
)
