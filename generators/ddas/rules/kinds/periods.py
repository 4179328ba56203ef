"""Kinds that weigh dates against a period: hoogstens_maanden, overlapt_periode, niet_na."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ddas.rules.conditions import express_conditions, make_predicate
from ddas.rules.expressions import Expressions, is_date
from ddas.rules.filled import day_of
from ddas.rules.paths import iter_selected, resolve_path
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind, Screen
from ddas.standard.roles import roles_of
from ddas.standard.specification import Rule, Specification

__all__ = ["AT_MOST_MONTHS", "NOT_AFTER", "OVERLAPS_PERIOD"]


def _limit_name(rule: Rule, specification: Specification) -> str | None:
    """Field of the Context that holds the limit of the rule: the attribute of the root that it names."""
    roles = roles_of(specification)
    fields = ((roles.moment, "delivery_day"), (roles.period_end, "period_end"))
    return next((name for field, name in fields if field and field.name == rule.parameters.limit), None)


def _prepare_months(rule: Rule, scope: str, specification: Specification) -> ObjectCheck:
    start, end = (resolve_path(specification, scope, p) for p in rule.parameters.paths)
    holds = make_predicate(rule.parameters.conditions, scope, specification)
    first = date.fromisoformat(rule.parameters.from_date) if rule.parameters.from_date else date.min
    months = rule.parameters.months or 0

    def check(o: Any, c: Context) -> Iterator[Hit]:
        begin, finish = day_of(start.read(o)), day_of(end.read(o))
        if begin is None or finish is None or begin < first or not holds(o):
            return
        # A start on the 31st reaches the last day of a shorter month: no later day of that month exists.
        if _months_between(begin, finish) + (finish.day > begin.day) > months:
            yield Hit(end.pointer)

    return check


def _months_between(begin: date, finish: date) -> int:
    return (finish.year - begin.year) * 12 + finish.month - begin.month


def _screen_months(rule: Rule, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    paths = [resolve_path(specification, scope, p) for p in rule.parameters.paths]
    if not all(is_date(specification, p) for p in paths):
        return make.screen(*(make.filled(p) for p in paths))
    start, end = (f"{{{p.text}}}" for p in paths)
    months = rule.parameters.months or 0
    return make.screen(
        f"{start} is not None and {end} is not None",
        f"({end}.year - {start}.year) * 12 + {end}.month - {start}.month + ({end}.day > {start}.day) > {months}",
        express_conditions(rule.parameters.conditions, scope, specification, make),
    )


def _prepare_overlap(rule: Rule, scope: str, specification: Specification) -> ObjectCheck:
    start, *ends = (resolve_path(specification, scope, p) for p in rule.parameters.paths)

    def check(o: Any, c: Context) -> Iterator[Hit]:
        begin = day_of(start.read(o))
        if begin is None or c.period_start is None or c.period_end is None:
            return
        last = max((d for end in ends if (d := day_of(end.read(o))) is not None), default=date.max)
        if begin > c.period_end or last < c.period_start:
            yield Hit(start.pointer)

    return check


def _screen_overlap(rule: Rule, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    paths = [resolve_path(specification, scope, p) for p in rule.parameters.paths]
    start, *ends = (f"{{{p.text}}}" for p in paths)
    if not all(is_date(specification, p) for p in paths):
        return make.screen(f"{start} is not None")
    some = " or ".join(f"{end} is not None" for end in ends) or "False"
    early = " and ".join(f"({end} is None or {end} < c.period_start)" for end in ends) or "True"
    return make.screen(
        f"{start} is not None and c.period_start is not None and c.period_end is not None",
        f"{start} > c.period_end or (({some}) and {early})",
    )


def _prepare_not_after(rule: Rule, scope: str, specification: Specification) -> ObjectCheck:
    paths = tuple(iter_selected(rule, scope, specification))
    limit_name = _limit_name(rule, specification)

    def check(o: Any, c: Context) -> Iterator[Hit]:
        limit: date | None = getattr(c, limit_name) if limit_name else None
        if limit is None:
            return
        for path in paths:
            day = day_of(path.read(o))
            if day is not None and day > limit:
                yield Hit(path.pointer)

    return check


def _screen_not_after(rule: Rule, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    limit_name = _limit_name(rule, specification)
    if limit_name is None:
        return make.screen("False")
    limit = f"c.{limit_name}_or_max"
    tests = []
    for path in iter_selected(rule, scope, specification):
        field = f"{{{path.text}}}"
        day = field if is_date(specification, path) else f"({make.call(day_of, field)} or {make.constant(date.min)})"
        tests.append(f"({field} is not None and {day} > {limit})")
    return make.screen(" or ".join(tests) or "False")


AT_MOST_MONTHS = ObjectKind(prepare=_prepare_months, screen=_screen_months)
OVERLAPS_PERIOD = ObjectKind(prepare=_prepare_overlap, screen=_screen_overlap)
NOT_AFTER = ObjectKind(prepare=_prepare_not_after, screen=_screen_not_after)
