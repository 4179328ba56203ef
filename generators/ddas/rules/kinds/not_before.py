"""Kind ``niet_voor``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ddas.rules.conditions import Condition, express_conditions, make_predicate
from ddas.rules.expressions import Expression, Expressions, Screen, any_of, is_date
from ddas.rules.filled import day_of
from ddas.rules.months import add_months
from ddas.rules.parameters import (
    CONDITIONS,
    EXCEPTIONS,
    FIELD,
    FROM_OBJECT,
    LIST,
    MONTHS,
    PATHS,
    TYPES,
    Parameter,
    is_day,
    takes,
)
from ddas.rules.paths import FieldPath, resolve_item_type, resolve_path, resolve_paths, resolve_typed
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind
from ddas.standard.specification import Specification

__all__ = ["NOT_BEFORE", "NotBeforeParameters"]

_DATE = Parameter(key="datum", label="Datum", fits=is_day)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotBeforeParameters:
    """The dates, by path or by type (then with exceptions), conditions, and the day before which they may not lie.

    Attributes:
        months: So many calendar months earlier than the day or the field.
        list: A list: the limit is the last day of ``field`` in its items.
        date: A day of the calendar, YYYY-MM-DD.
        field: A date of the object, or of an item of the list.
    """

    paths: tuple[str, ...] = takes(PATHS, default=(), alternative="fields", starts=(FROM_OBJECT,))
    conditions: tuple[Condition, ...] = takes(CONDITIONS, default=(), starts=(FROM_OBJECT,))
    months: int = takes(MONTHS, default=0, lowest=1)
    types: tuple[str, ...] = takes(TYPES, default=(), alternative="fields")
    exceptions: tuple[str, ...] = takes(EXCEPTIONS, default=())
    list: str = takes(LIST, default="", starts=(FROM_OBJECT,))
    date: str = takes(_DATE, default="", alternative="limit")
    field: str = takes(FIELD, default="", alternative="limit", starts=("list",))


def _select(parameters: NotBeforeParameters, scope: str, specification: Specification) -> tuple[FieldPath, ...]:
    typed = resolve_typed(specification, scope, parameters.types, parameters.exceptions)
    return (*resolve_paths(specification, scope, parameters.paths), *typed)


def _source(
    parameters: NotBeforeParameters, scope: str, specification: Specification
) -> tuple[FieldPath, Callable[[Any], date | None]]:
    """The field of the object that the limit comes from, and the limit that its value gives; None: not known."""
    earlier = -parameters.months
    if not parameters.list:
        field = resolve_path(specification, scope, parameters.field)
        return field, lambda value: add_months(day, earlier) if (day := day_of(value)) is not None else None
    items = resolve_path(specification, scope, parameters.list)
    field = resolve_path(specification, resolve_item_type(specification, scope, parameters.list), parameters.field)

    def last_day(values: Any) -> date | None:
        days = [day for item in values or () if (day := day_of(field.read(item))) is not None]
        return add_months(max(days), earlier) if days else None

    return items, last_day


def _fixed(parameters: NotBeforeParameters) -> date | None:
    return add_months(date.fromisoformat(parameters.date), -parameters.months) if parameters.date else None


def _make_limit(
    parameters: NotBeforeParameters, scope: str, specification: Specification
) -> Callable[[Any], date | None]:
    """The day before which an object may not have dates; None when it is not known."""
    fixed = _fixed(parameters)
    if fixed is not None:
        return lambda o: fixed
    path, limit = _source(parameters, scope, specification)
    return lambda o: limit(path.read(o))


def _prepare(parameters: NotBeforeParameters, scope: str, specification: Specification) -> ObjectCheck:
    paths = _select(parameters, scope, specification)
    find_limit = _make_limit(parameters, scope, specification)
    applies = make_predicate(parameters.conditions, scope, specification)

    def check(o: Any, c: Context) -> Iterator[Hit]:
        limit = find_limit(o)
        if limit is None or not applies(o):
            return
        for path in paths:
            day = day_of(path.read(o))
            if day is not None and day < limit:
                yield Hit(path.pointer)
                return

    return check


def _screen(parameters: NotBeforeParameters, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    tests = []
    for path in _select(parameters, scope, specification):
        field = make.field(path)
        day = field if is_date(specification, path) else f"({make.call(day_of, field)} or {make.constant(date.max)})"
        tests.append(Expression(f"({field} is not None and {day} < m)"))
    fixed = _fixed(parameters)
    if fixed is not None:
        limit = make.constant(fixed)
    else:
        source, find = _source(parameters, scope, specification)
        limit = make.call(find, make.field(source))
    return make.screen(
        Expression(f"(m := {limit}) is not None"),
        any_of(tests),
        express_conditions(parameters.conditions, scope, specification, make),
    )


NOT_BEFORE = ObjectKind(
    name="niet_voor",
    sentence="De datum ligt niet voor een andere dag: een vaste, of die van een ander veld.",
    parameters=NotBeforeParameters,
    prepare=_prepare,
    screen=_screen,
)
