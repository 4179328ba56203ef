"""Kind ``niet_na``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from ddas.rules.expressions import ContextDay, Expression, Expressions, Screen, any_of, is_date
from ddas.rules.filled import day_of
from ddas.rules.parameters import EXCEPTIONS, FROM_OBJECT, PATHS, TYPES, Parameter, takes
from ddas.rules.paths import FieldPath, resolve_paths, resolve_typed
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind
from ddas.standard.specification import Specification

__all__ = ["NOT_AFTER", "Limit", "NotAfterParameters"]

_LIMIT = Parameter(key="grens", label="Grens")


class Limit(StrEnum):
    """The attribute of the root whose day no date may pass."""

    DELIVERY_DAY = "aanleverdatumEnTijd"
    PERIOD_END = "einddatumLevering"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAfterParameters:
    """The dates, by path or by type (then with exceptions), and the day that they may not pass."""

    paths: tuple[str, ...] = takes(PATHS, default=(), alternative=True, starts=(FROM_OBJECT,))
    limit: Limit = takes(_LIMIT)
    types: tuple[str, ...] = takes(TYPES, default=(), alternative=True)
    exceptions: tuple[str, ...] = takes(EXCEPTIONS, default=())


def _context_day(limit: Limit) -> ContextDay:
    match limit:
        case Limit.DELIVERY_DAY:
            return "delivery_day"
        case Limit.PERIOD_END:
            return "period_end"


def _select(parameters: NotAfterParameters, scope: str, specification: Specification) -> tuple[FieldPath, ...]:
    typed = resolve_typed(specification, scope, parameters.types, parameters.exceptions)
    return (*resolve_paths(specification, scope, parameters.paths), *typed)


def _prepare(parameters: NotAfterParameters, scope: str, specification: Specification) -> ObjectCheck:
    paths = _select(parameters, scope, specification)
    name = _context_day(parameters.limit)

    def check(o: Any, c: Context) -> Iterator[Hit]:
        limit: date | None = getattr(c, name)
        if limit is None:
            return
        for path in paths:
            day = day_of(path.read(o))
            if day is not None and day > limit:
                yield Hit(path.pointer)

    return check


def _screen(parameters: NotAfterParameters, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    limit = make.day_or_last(_context_day(parameters.limit))
    tests = []
    for path in _select(parameters, scope, specification):
        field = make.field(path)
        day = field if is_date(specification, path) else f"({make.call(day_of, field)} or {make.constant(date.min)})"
        tests.append(Expression(f"({field} is not None and {day} > {limit})"))
    return make.screen(any_of(tests))


NOT_AFTER = ObjectKind(
    name="niet_na",
    sentence="De datum ligt niet na een dag die voor de hele aanlevering geldt.",
    parameters=NotAfterParameters,
    prepare=_prepare,
    screen=_screen,
)
