"""Conditions of a rule (``als``) and of the items of a list (``waarbij``)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ddas.rules.expressions import Expressions, is_text
from ddas.rules.filled import is_filled, value_text
from ddas.rules.paths import FieldPath, resolve_path
from ddas.standard.specification import Condition, Specification
from ddas.standard.value_kinds import ValueKind

__all__ = ["express_conditions", "make_predicate"]

_TRUTH = {"true": "True", "false": "False"}


def make_predicate(
    conditions: tuple[Condition, ...], scope: str, specification: Specification
) -> Callable[[Any], bool]:
    """Whether all conditions hold for an object of type ``scope``; without conditions they do."""
    tests = [(resolve_path(specification, scope, c.path), c) for c in conditions]

    def holds(value: Any) -> bool:
        return all(_holds(condition, path.read(value)) for path, condition in tests)

    return holds


def express_conditions(
    conditions: tuple[Condition, ...], scope: str, specification: Specification, make: Expressions
) -> str:
    """The same as an expression; empty without conditions."""
    pieces = [_express(c, resolve_path(specification, scope, c.path), specification, make) for c in conditions]
    return " and ".join(pieces)


def _holds(condition: Condition, value: Any) -> bool:
    match condition.test:
        case "gevuld":
            return is_filled(value)
        case "leeg":
            return not is_filled(value)
        case "is":
            return is_filled(value) and value_text(value) in condition.values
        case _:
            return not is_filled(value) or value_text(value) not in condition.values


def _express(condition: Condition, path: FieldPath, specification: Specification, make: Expressions) -> str:
    if condition.test == "gevuld":
        return make.filled(path)
    if condition.test == "leeg":
        return f"not {make.filled(path)}"
    negation = "" if condition.test == "is" else "not "
    field = f"{{{path.text}}}"
    kind = specification.target(path.attribute.range).kind
    if kind is ValueKind.BOOLEAN and set(condition.values) <= _TRUTH.keys():
        return negation + "(" + " or ".join(f"{field} is {_TRUTH[v]}" for v in condition.values) + ")"
    if is_text(specification, path) or kind is ValueKind.CODE:
        return f"{negation}({field} in {make.constant(frozenset(condition.values))})"
    return make.call(lambda value: _holds(condition, value), field)
