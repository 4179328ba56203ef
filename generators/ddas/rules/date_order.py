"""Kind ``volgorde``: dates follow each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ddas.rules.expressions import Expressions, is_date
from ddas.rules.filled import day_of
from ddas.rules.paths import iter_selected
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind, Screen
from ddas.specification import Rule, Specification

__all__ = ["DATE_ORDER"]


def _prepare(rule: Rule, scope: str, specification: Specification) -> ObjectCheck:
    paths = tuple(iter_selected(rule, scope, specification))

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


def _screen(rule: Rule, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    paths = tuple(iter_selected(rule, scope, specification))
    fields = [f"{{{p.text}}}" for p in paths]
    if not all(is_date(specification, p) for p in paths):
        return make.screen(make.call(_falls_among_any, *fields))
    if len(fields) == 2:
        first, second = fields
        return make.screen(f"{first} is not None and {second} is not None and {first} > {second}")
    return make.screen(make.call(_falls, *fields))


def _falls(*days: date | None) -> bool:
    earlier = date.min
    for day in days:
        if day is not None:
            if earlier > day:
                return True
            earlier = day
    return False


def _falls_among_any(*values: Any) -> bool:
    return _falls(*map(day_of, values))


DATE_ORDER = ObjectKind(prepare=_prepare, screen=_screen)
