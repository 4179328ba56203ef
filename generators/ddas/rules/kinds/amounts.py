"""Kinds that look at numbers: bereik, som, volgnummer."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import Any

from ddas.rules.expressions import Expressions
from ddas.rules.paths import iter_selected, resolve_item_type, resolve_path
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind, Screen
from ddas.standard.specification import Rule, Specification

__all__ = ["RANGE", "SEQUENCE_NUMBER", "SUM"]


def _prepare_range(rule: Rule, scope: str, specification: Specification) -> ObjectCheck:
    paths = tuple(iter_selected(rule, scope, specification))
    low, high = rule.parameters.minimum, rule.parameters.maximum

    def check(o: Any, c: Context) -> Iterator[Hit]:
        for path in paths:
            value = path.read(o)
            if value is not None and ((low is not None and value < low) or (high is not None and value > high)):
                yield Hit(path.pointer)

    return check


def _screen_range(rule: Rule, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    low, high = rule.parameters.minimum, rule.parameters.maximum
    tests = []
    for path in iter_selected(rule, scope, specification):
        field = f"{{{path.text}}}"
        outside = [f"{field} < {low}"] * (low is not None) + [f"{field} > {high}"] * (high is not None)
        tests.append(f"({field} is not None and ({' or '.join(outside) or 'False'}))")
    return make.screen(" or ".join(tests) or "False")


def _prepare_sum(rule: Rule, scope: str, specification: Specification) -> ObjectCheck:
    total = resolve_path(specification, scope, rule.parameters.paths[0])
    items = resolve_path(specification, scope, rule.parameters.list)
    item_type = resolve_item_type(specification, scope, rule.parameters.list)
    part = resolve_path(specification, item_type, rule.parameters.paths[1])

    def check(o: Any, c: Context) -> Iterator[Hit]:
        whole = total.read(o)
        parts = [part.read(item) for item in items.read(o) or ()]
        if whole is not None and parts and None not in parts and sum(parts) != whole:
            yield Hit(total.pointer)

    return check


def _screen_sum(rule: Rule, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    total, items = f"{{{rule.parameters.paths[0]}}}", f"{{{rule.parameters.list}}}"
    item_type = resolve_item_type(specification, scope, rule.parameters.list)
    part = resolve_path(specification, item_type, rule.parameters.paths[1])

    read = attrgetter(part.text) if len(part.names) == 1 else part.read

    def differs(whole: int, values: list[Any]) -> bool:
        parts = list(map(read, values))
        return None not in parts and sum(parts) != whole

    return make.screen(f"{total} is not None", items, make.call(differs, total, items))


def _prepare_sequence(rule: Rule, scope: str, specification: Specification) -> ObjectCheck:
    path = resolve_path(specification, scope, rule.parameters.paths[0])

    def check(o: Any, c: Context) -> Iterator[Hit]:
        value = path.read(o)
        if value is not None and value != c.index + 1:
            yield Hit(path.pointer)

    return check


RANGE = ObjectKind(prepare=_prepare_range, screen=_screen_range)
SUM = ObjectKind(prepare=_prepare_sum, screen=_screen_sum)
SEQUENCE_NUMBER = ObjectKind(prepare=_prepare_sequence)
