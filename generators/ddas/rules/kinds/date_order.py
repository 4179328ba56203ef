"""Kind ``volgorde``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from ddas.rules.expressions import Expression, Expressions, Screen, any_of, is_date
from ddas.rules.filled import day_of
from ddas.rules.parameters import FROM_OBJECT, PATHS, takes
from ddas.rules.paths import resolve_paths
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind
from ddas.standard.specification import Specification

__all__ = ["DATE_ORDER", "DateOrderParameters"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateOrderParameters:
    """Two or more fields with a date, in the order that must hold."""

    paths: tuple[str, ...] = takes(PATHS, least=2, starts=(FROM_OBJECT,))


def _prepare(parameters: DateOrderParameters, scope: str, specification: Specification) -> ObjectCheck:
    paths = resolve_paths(specification, scope, parameters.paths)

    def check(o: Any, c: Context) -> Iterator[Hit]:
        earlier: date | None = None
        for path in paths:
            day = day_of(path.read(o))
            if day is None:
                continue
            if earlier is not None and earlier > day:
                yield Hit(path.pointer)
                return
            earlier = day

    return check


def _screen(parameters: DateOrderParameters, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    paths = resolve_paths(specification, scope, parameters.paths)
    fields = [make.field(p) for p in paths]
    if not all(is_date(specification, p) for p in paths):
        return make.screen(make.call(_falls_among_any, *fields))
    if len(fields) == 2:
        first, second = fields
        return make.screen(Expression(f"{first} is not None and {second} is not None and {first} > {second}"))
    tests = [Expression(f"(m := {make.constant(date.min)}) is None")]
    tests += [Expression(f"({field} is not None and (m > {field} or (m := {field}) is None))") for field in fields]
    return make.screen(any_of(tests))


def _falls_among_any(*values: Any) -> bool:
    days = [day for day in map(day_of, values) if day is not None]
    return any(earlier > later for earlier, later in pairwise(days))


DATE_ORDER = ObjectKind(
    name="volgorde",
    sentence="De gevulde datums liggen in de juiste volgorde; dezelfde dag mag ook.",
    parameters=DateOrderParameters,
    prepare=_prepare,
    screen=_screen,
)
