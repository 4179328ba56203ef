"""Kind ``bereik``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ddas.rules.expressions import Expression, Expressions, Screen, any_of
from ddas.rules.families.text_form import say_per_field
from ddas.rules.parameters import FROM_OBJECT, MAXIMUM, MINIMUM, PATHS, takes
from ddas.rules.paths import FieldPath, resolve_paths
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind
from ddas.rules.schema_pieces import Schema
from ddas.standard.specification import Specification

__all__ = ["NUMBER_RANGE", "NumberRangeParameters"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRangeParameters:
    """Fields with a whole number, and the bounds, which are included; None = no bound."""

    paths: tuple[str, ...] = takes(PATHS, starts=(FROM_OBJECT,))
    minimum: int | None = takes(MINIMUM, default=None)
    maximum: int | None = takes(MAXIMUM, default=None)


def _select(parameters: NumberRangeParameters, scope: str, specification: Specification) -> tuple[FieldPath, ...]:
    return resolve_paths(specification, scope, parameters.paths)


def _prepare(parameters: NumberRangeParameters, scope: str, specification: Specification) -> ObjectCheck:
    paths = _select(parameters, scope, specification)
    low, high = parameters.minimum, parameters.maximum

    def check(o: Any, c: Context) -> Iterator[Hit]:
        for path in paths:
            value = path.read(o)
            if value is not None and ((low is not None and value < low) or (high is not None and value > high)):
                yield Hit(path.pointer)

    return check


def _screen(parameters: NumberRangeParameters, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    low, high = parameters.minimum, parameters.maximum
    tests = []
    for field in map(make.field, _select(parameters, scope, specification)):
        below = [Expression(f"{field} < {low}")] if low is not None else []
        above = [Expression(f"{field} > {high}")] if high is not None else []
        tests.append(Expression(f"({field} is not None and ({any_of(below + above)}))"))
    return make.screen(any_of(tests))


def _say(parameters: NumberRangeParameters, path: FieldPath, specification: Specification) -> Schema:
    bounds = {"minimum": parameters.minimum, "maximum": parameters.maximum}
    return {"type": "integer", **{k: v for k, v in bounds.items() if v is not None}}


NUMBER_RANGE = ObjectKind(
    name="bereik",
    sentence="Het getal ligt tussen een ondergrens en een bovengrens; de grenzen zelf mogen ook.",
    parameters=NumberRangeParameters,
    prepare=_prepare,
    screen=_screen,
    schema=say_per_field(_select, _say),
)
