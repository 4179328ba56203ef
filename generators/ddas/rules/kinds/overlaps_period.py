"""Kind ``overlapt_periode``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ddas.rules.expressions import Expression, Expressions, Screen, any_of, is_date
from ddas.rules.filled import day_of, is_filled
from ddas.rules.parameters import FROM_OBJECT, GROUPS, PATHS, takes
from ddas.rules.paths import resolve_paths
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind
from ddas.standard.specification import Specification

__all__ = ["OVERLAPS_PERIOD", "OverlapsPeriodParameters"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlapsPeriodParameters:
    """The begin, then one or more ends: the last of them counts.

    ``groups``: pairs of a begin and an end; with a begin and no end the period is not over yet.
    """

    paths: tuple[str, ...] = takes(PATHS, least=2, starts=(FROM_OBJECT,))
    groups: tuple[tuple[str, ...], ...] = takes(GROUPS, default=(), each=2, starts=(FROM_OBJECT,))


def _prepare(parameters: OverlapsPeriodParameters, scope: str, specification: Specification) -> ObjectCheck:
    start, *ends = resolve_paths(specification, scope, parameters.paths)
    pairs = [resolve_paths(specification, scope, pair) for pair in parameters.groups]

    def last_day(o: Any) -> date:
        if any(is_filled(begin.read(o)) and not is_filled(end.read(o)) for begin, end in pairs):
            return date.max
        return max((d for end in ends if (d := day_of(end.read(o))) is not None), default=date.max)

    def check(o: Any, c: Context) -> Iterator[Hit]:
        begin = day_of(start.read(o))
        if begin is None or c.period_start is None or c.period_end is None:
            return
        if begin > c.period_end or last_day(o) < c.period_start:
            yield Hit(start.pointer)

    return check


def _screen(parameters: OverlapsPeriodParameters, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    paths = resolve_paths(specification, scope, parameters.paths)
    start, *ends = map(make.field, paths)
    if not all(is_date(specification, p) for p in paths):
        return make.screen(Expression(f"{start} is not None"))
    first, last = make.day("period_start"), make.day("period_end")
    some = any_of(Expression(f"{end} is not None") for end in ends)
    early = " and ".join(f"({end} is None or {end} < {first})" for end in ends)
    return make.screen(
        Expression(f"{start} is not None and {first} is not None and {last} is not None"),
        Expression(f"{start} > {last} or (({some}) and {early})"),
    )


OVERLAPS_PERIOD = ObjectKind(
    name="overlapt_periode",
    sentence="De looptijd valt voor een deel of helemaal in de leverperiode.",
    parameters=OverlapsPeriodParameters,
    prepare=_prepare,
    screen=_screen,
)
