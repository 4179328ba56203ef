"""Kind ``niet_na``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any

from ddas.errors import DdasError
from ddas.rules.expressions import ContextDay, Expression, Expressions, Screen, any_of, is_date
from ddas.rules.filled import day_of
from ddas.rules.months import add_months
from ddas.rules.parameters import EXCEPTIONS, FIELD, FROM_OBJECT, MONTHS, PATHS, TYPES, Parameter, takes
from ddas.rules.paths import FieldPath, resolve_path, resolve_paths, resolve_typed
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind
from ddas.standard.roles import roles_of
from ddas.standard.specification import Specification

__all__ = ["NOT_AFTER", "NotAfterParameters"]

_LIMIT = Parameter(key="grens", label="Grens")


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAfterParameters:
    """The dates, by path or by type (then with exceptions), and the day that they may not pass.

    Attributes:
        months: So many calendar months later than the limit or the field.
        limit: A day of the whole delivery: the attribute of the root with its moment, or with the end of its period.
        field: A date of the same object; then only the first date that passes it counts.
    """

    paths: tuple[str, ...] = takes(PATHS, default=(), alternative="fields", starts=(FROM_OBJECT,))
    months: int = takes(MONTHS, default=0, lowest=1)
    limit: str = takes(_LIMIT, default="", alternative="limit")
    types: tuple[str, ...] = takes(TYPES, default=(), alternative="fields")
    exceptions: tuple[str, ...] = takes(EXCEPTIONS, default=())
    field: str = takes(FIELD, default="", alternative="limit", starts=(FROM_OBJECT,))


def _context_day(limit: str, specification: Specification) -> ContextDay:
    """Raises DdasError when the attribute of the root is no such day."""
    roles = roles_of(specification)
    if roles.moment is not None and roles.moment.name == limit:
        return "delivery_day"
    if roles.period_end is not None and roles.period_end.name == limit:
        return "period_end"
    known = " of ".join(field.name for field in (roles.moment, roles.period_end) if field is not None)
    raise DdasError(f"Een regel noemt de grens '{limit}', maar het model heeft die niet. Kies uit: {known or 'geen'}.")


def _select(parameters: NotAfterParameters, scope: str, specification: Specification) -> tuple[FieldPath, ...]:
    typed = resolve_typed(specification, scope, parameters.types, parameters.exceptions)
    return (*resolve_paths(specification, scope, parameters.paths), *typed)


def _make_limit(
    parameters: NotAfterParameters, scope: str, specification: Specification
) -> Callable[[Any, Context], date | None]:
    """The day that an object may not pass; None when it is not known."""
    months = parameters.months
    if not parameters.limit:
        field = resolve_path(specification, scope, parameters.field)

        def find(o: Any, c: Context) -> date | None:
            return day_of(field.read(o))

    else:
        read = attrgetter(_context_day(parameters.limit, specification))

        def find(o: Any, c: Context) -> date | None:
            day: date | None = read(c)
            return day

    def limit(o: Any, c: Context) -> date | None:
        day = find(o, c)
        return day if day is None or not months else add_months(day, months)

    return limit


def _prepare(parameters: NotAfterParameters, scope: str, specification: Specification) -> ObjectCheck:
    paths = _select(parameters, scope, specification)
    find_limit = _make_limit(parameters, scope, specification)
    first_only = not parameters.limit

    def check(o: Any, c: Context) -> Iterator[Hit]:
        limit = find_limit(o, c)
        if limit is None:
            return
        for path in paths:
            day = day_of(path.read(o))
            if day is not None and day > limit:
                yield Hit(path.pointer)
                if first_only:
                    return

    return check


def _express_limit(
    parameters: NotAfterParameters, scope: str, specification: Specification, make: Expressions
) -> Expression:
    """The last possible day when it is not known."""
    if parameters.limit:
        day = make.day_or_last(_context_day(parameters.limit, specification))
    else:
        path = resolve_path(specification, scope, parameters.field)
        known = make.field(path) if is_date(specification, path) else make.call(day_of, make.field(path))
        day = Expression(f"({known} or {make.constant(date.max)})")
    return day if not parameters.months else make.call(add_months, day, Expression(str(parameters.months)))


def _screen(parameters: NotAfterParameters, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    paths = _select(parameters, scope, specification)
    limit = _express_limit(parameters, scope, specification, make)
    found_once: tuple[Expression, ...] = ()
    if len(paths) > 1 and (parameters.months or parameters.field):
        found_once, limit = (Expression(f"(m := {limit}) is not None"),), Expression("m")
    tests = []
    for path in paths:
        field = make.field(path)
        day = field if is_date(specification, path) else f"({make.call(day_of, field)} or {make.constant(date.min)})"
        tests.append(Expression(f"({field} is not None and {day} > {limit})"))
    return make.screen(*found_once, any_of(tests))


NOT_AFTER = ObjectKind(
    name="niet_na",
    sentence="De datum ligt niet na een andere dag: één die voor de hele aanlevering geldt, of die van een ander veld.",
    parameters=NotAfterParameters,
    prepare=_prepare,
    screen=_screen,
)
