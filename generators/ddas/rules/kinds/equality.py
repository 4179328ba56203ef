"""Kinds ``gelijk`` and ``verboden_waarde``: values that must, or must not, be the same as something else."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from ddas.rules.conditions import express_conditions, make_predicate
from ddas.rules.expressions import Expressions, is_text
from ddas.rules.filled import is_filled, value_text
from ddas.rules.paths import iter_selected
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind, Screen
from ddas.standard.specification import Rule, Specification

__all__ = ["EQUAL", "FORBIDDEN_VALUE"]


def _prepare_equal(rule: Rule, scope: str, specification: Specification) -> ObjectCheck:
    paths = tuple(iter_selected(rule, scope, specification))

    def check(o: Any, c: Context) -> Iterator[Hit]:
        values = [(path, path.read(o)) for path in paths]
        filled = [value for _, value in values if is_filled(value)]
        if not filled:
            return
        different = [
            path
            for path, value in values
            if (value != filled[0] if is_filled(value) else rule.parameters.blank_differs)
        ]
        if different:
            yield Hit(different[-1].pointer)

    return check


def _screen_equal(rule: Rule, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    fields = [f"{{{p.text}}}" for p in iter_selected(rule, scope, specification)]
    first, *others = fields
    if rule.parameters.blank_differs:
        return make.screen(" or ".join(f"{first} != {other}" for other in others))
    # Blank texts count as values here: the check sorts that out.
    return make.screen(
        " or ".join(f"({a} is not None and {b} is not None and {a} != {b})" for a, b in combinations(fields, 2))
    )


def _prepare_forbidden(rule: Rule, scope: str, specification: Specification) -> ObjectCheck:
    paths = tuple(iter_selected(rule, scope, specification))
    holds = make_predicate(rule.parameters.conditions, scope, specification)

    def check(o: Any, c: Context) -> Iterator[Hit]:
        if holds(o):
            for path in paths:
                value = path.read(o)
                if is_filled(value) and value_text(value) in rule.parameters.values:
                    yield Hit(path.pointer)

    return check


def _screen_forbidden(rule: Rule, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    values = frozenset(rule.parameters.values)
    tests = []
    for path in iter_selected(rule, scope, specification):
        field = f"{{{path.text}}}"
        if is_text(specification, path) or specification.code_list(path.attribute.range):
            tests.append(f"{field} in {make.constant(values)}")
        else:
            tests.append(f"({field} is not None and {make.call(value_text, field)} in {make.constant(values)})")
    return make.screen(
        express_conditions(rule.parameters.conditions, scope, specification, make), " or ".join(tests) or "False"
    )


EQUAL = ObjectKind(prepare=_prepare_equal, screen=_screen_equal)
FORBIDDEN_VALUE = ObjectKind(prepare=_prepare_forbidden, screen=_screen_forbidden)
