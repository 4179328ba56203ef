"""Kind ``hoogstens_maanden``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ddas.rules.conditions import Condition, express_conditions, make_predicate
from ddas.rules.expressions import Expression, Expressions, Screen, is_date
from ddas.rules.families.filling import FieldsUnderConditions
from ddas.rules.filled import day_of
from ddas.rules.months import add_months
from ddas.rules.parameters import CONDITIONS, FROM_OBJECT, MONTHS, PATHS, Parameter, is_day, takes
from ddas.rules.paths import resolve_paths
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind
from ddas.standard.specification import Specification

__all__ = ["AT_MOST_MONTHS", "AtMostMonthsParameters"]

_FROM_DATE = Parameter(key="vanaf_datum", label="Vanaf", fits=is_day)


@dataclass(frozen=True, slots=True, kw_only=True)
class AtMostMonthsParameters(FieldsUnderConditions):
    """Begin and end, conditions, the number of calendar months, and the first begin (YYYY-MM-DD) for which it holds."""

    paths: tuple[str, ...] = takes(PATHS, least=2, most=2, starts=(FROM_OBJECT,))
    conditions: tuple[Condition, ...] = takes(CONDITIONS, default=(), starts=(FROM_OBJECT,))
    months: int = takes(MONTHS, lowest=1)
    from_date: str = takes(_FROM_DATE, default="")


def _prepare(parameters: AtMostMonthsParameters, scope: str, specification: Specification) -> ObjectCheck:
    start, end = resolve_paths(specification, scope, parameters.paths)
    applies = make_predicate(parameters.conditions, scope, specification)
    first = date.fromisoformat(parameters.from_date) if parameters.from_date else date.min

    def check(o: Any, c: Context) -> Iterator[Hit]:
        begin, finish = day_of(start.read(o)), day_of(end.read(o))
        if begin is None or finish is None or begin < first or not applies(o):
            return
        if finish > add_months(begin, parameters.months):
            yield Hit(end.pointer)

    return check


def _screen(parameters: AtMostMonthsParameters, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    paths = resolve_paths(specification, scope, parameters.paths)
    if not all(is_date(specification, p) for p in paths):
        return make.screen(*map(make.filled, paths))
    start, end = map(make.field, paths)
    # A start on the 31st reaches the last day of a shorter month: no later day of that month exists.
    between = f"({end}.year - {start}.year) * 12 + {end}.month - {start}.month + ({end}.day > {start}.day)"
    return make.screen(
        Expression(f"{start} is not None and {end} is not None"),
        Expression(f"{between} > {parameters.months}"),
        express_conditions(parameters.conditions, scope, specification, make),
    )


AT_MOST_MONTHS = ObjectKind(
    name="hoogstens_maanden",
    sentence="Tussen de begindatum en de einddatum zit hoogstens een bepaald aantal maanden.",
    parameters=AtMostMonthsParameters,
    prepare=_prepare,
    screen=_screen,
)
