"""Conditions of a rule (``als``) and of the items of a list (``waarbij``)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ddas.rules.expressions import Expression, Expressions, is_text
from ddas.rules.filled import is_filled, value_text
from ddas.rules.paths import FieldPath, resolve_path
from ddas.standard.specification import Specification
from ddas.standard.value_kinds import ValueKind

__all__ = ["Condition", "ConditionTest", "express_conditions", "make_predicate"]

_TRUTH = {"true": "True", "false": "False"}


class ConditionTest(StrEnum):
    """What must hold of the field: filled, not filled, filled with one of the values, or anything but that."""

    FILLED = "gevuld"
    EMPTY = "leeg"
    IS = "is"
    IS_NOT = "is niet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """Something that must hold before a rule looks.

    ``path``: names of attributes, as in the parameter ``paden``. ``values``: texts; yes and no are ``true`` and
    ``false``.
    """

    path: str
    test: ConditionTest
    values: tuple[str, ...] = ()


def make_predicate(
    conditions: tuple[Condition, ...], scope: str, specification: Specification
) -> Callable[[Any], bool]:
    """Whether all conditions hold for an object of type ``scope``; without conditions they do."""
    tests = [(resolve_path(specification, scope, c.path), c) for c in conditions]

    def holds(value: Any) -> bool:
        for path, condition in tests:  # noqa: SIM110 - a generator costs as much as the test itself
            if not _holds(condition, path.read(value)):
                return False
        return True

    return holds


def express_conditions(
    conditions: tuple[Condition, ...], scope: str, specification: Specification, make: Expressions
) -> Expression:
    """The same as an expression; empty without conditions."""
    pieces = [_express(c, resolve_path(specification, scope, c.path), specification, make) for c in conditions]
    return Expression(" and ".join(pieces))


def _holds(condition: Condition, value: Any) -> bool:
    test = condition.test
    if test is ConditionTest.IS:
        return is_filled(value) and value_text(value) in condition.values
    if test is ConditionTest.IS_NOT:
        return not is_filled(value) or value_text(value) not in condition.values
    return is_filled(value) is (test is ConditionTest.FILLED)


def _express(condition: Condition, path: FieldPath, specification: Specification, make: Expressions) -> Expression:
    if condition.test is ConditionTest.FILLED:
        return make.filled(path)
    if condition.test is ConditionTest.EMPTY:
        return Expression(f"not {make.filled(path)}")
    negation = "" if condition.test is ConditionTest.IS else "not "
    field = make.field(path)
    kind = specification.target(path.attribute.range).kind
    if kind is ValueKind.BOOLEAN and set(condition.values) <= _TRUTH.keys():
        return Expression(negation + "(" + " or ".join(f"{field} is {_TRUTH[v]}" for v in condition.values) + ")")
    if is_text(specification, path) or kind is ValueKind.CODE:
        return Expression(f"{negation}({field} in {make.constant(frozenset(condition.values))})")
    return make.call(lambda value: _holds(condition, value), field)
