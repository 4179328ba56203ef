"""Kind ``volgorde``: dates follow each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from ddas.rules.expressions import Expressions, is_date
from ddas.rules.filled import day_of
from ddas.rules.paths import iter_selected
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind, Screen
from ddas.standard.specification import Rule, Specification

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
    tests = [f"(m := {make.constant(date.min)}) is None"]
    tests += [f"({field} is not None and (m > {field} or (m := {field}) is None))" for field in fields]
    return make.screen(" or ".join(tests))


def _falls_among_any(*values: Any) -> bool:
    days = [day for day in map(day_of, values) if day is not None]
    return any(earlier > later for earlier, later in pairwise(days))


DATE_ORDER = ObjectKind(prepare=_prepare, screen=_screen)
