"""Kind ``overlapt_periode``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ddas.rules.expressions import Expression, Expressions, Screen, any_of, is_date
from ddas.rules.filled import day_of
from ddas.rules.parameters import FROM_OBJECT, PATHS, takes
from ddas.rules.paths import resolve_paths
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind
from ddas.standard.specification import Specification

__all__ = ["OVERLAPS_PERIOD", "OverlapsPeriodParameters"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlapsPeriodParameters:
    """The begin, then one or more ends: the last of them counts."""

    paths: tuple[str, ...] = takes(PATHS, least=2, starts=(FROM_OBJECT,))


def _prepare(parameters: OverlapsPeriodParameters, scope: str, specification: Specification) -> ObjectCheck:
    start, *ends = resolve_paths(specification, scope, parameters.paths)

    def check(o: Any, c: Context) -> Iterator[Hit]:
        begin = day_of(start.read(o))
        if begin is None or c.period_start is None or c.period_end is None:
            return
        last = max((d for end in ends if (d := day_of(end.read(o))) is not None), default=date.max)
        if begin > c.period_end or last < c.period_start:
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
