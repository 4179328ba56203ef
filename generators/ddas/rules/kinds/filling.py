"""Kinds that look at which fields are filled: gevuld, gevuld_een_van, leeg, aantal_gevuld, samen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ddas.findings import Pointer
from ddas.rules.conditions import express_conditions, make_predicate
from ddas.rules.expressions import Expressions
from ddas.rules.filled import is_filled
from ddas.rules.paths import FieldPath, resolve_path
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind, Screen
from ddas.standard.specification import Rule, RuleParameters, Specification

__all__ = ["EMPTY", "FILLED", "FILLED_ONE_OF", "FILLED_TOGETHER", "NUMBER_FILLED"]

_Groups = tuple[tuple[FieldPath, ...], ...]
_Place = Callable[[RuleParameters, _Groups, Any], Pointer | None]
"""Where the rule does not hold, given the groups of paths (one group for ``paden``) and the object; None: it holds."""
_Express = Callable[[RuleParameters, _Groups, Expressions], str]


def _kind(place: _Place, express: _Express) -> ObjectKind:
    def prepare(rule: Rule, scope: str, specification: Specification) -> ObjectCheck:
        groups = _resolve(rule, scope, specification)
        holds = make_predicate(rule.parameters.conditions, scope, specification)

        def check(o: Any, c: Context) -> Iterator[Hit]:
            pointer = place(rule.parameters, groups, o) if holds(o) else None
            if pointer is not None:
                yield Hit(pointer)

        return check

    def screen(rule: Rule, scope: str, specification: Specification) -> Screen:
        make = Expressions(specification)
        return make.screen(
            express_conditions(rule.parameters.conditions, scope, specification, make),
            express(rule.parameters, _resolve(rule, scope, specification), make),
        )

    return ObjectKind(prepare=prepare, screen=screen)


def _resolve(rule: Rule, scope: str, specification: Specification) -> _Groups:
    groups = rule.parameters.groups or (rule.parameters.paths,)
    return tuple(tuple(resolve_path(specification, scope, p) for p in group) for group in groups)


def _first_blank(parameters: RuleParameters, groups: _Groups, o: Any) -> Pointer | None:
    return next((p.pointer for p in groups[0] if not is_filled(p.read(o))), None)


def _first_filled(parameters: RuleParameters, groups: _Groups, o: Any) -> Pointer | None:
    return next((p.pointer for p in groups[0] if is_filled(p.read(o))), None)


def _no_whole_group(parameters: RuleParameters, groups: _Groups, o: Any) -> Pointer | None:
    if not is_filled(o):  # an empty object counts as absent
        return None
    return None if any(all(is_filled(p.read(o)) for p in group) for group in groups) else ()


def _out_of_bounds(parameters: RuleParameters, groups: _Groups, o: Any) -> Pointer | None:
    count = sum(is_filled(p.read(o)) for p in groups[0])
    low = 0 if parameters.minimum is None else parameters.minimum
    high = len(groups[0]) if parameters.maximum is None else parameters.maximum
    return None if low <= count <= high else ()


def _only_some(parameters: RuleParameters, groups: _Groups, o: Any) -> Pointer | None:
    return _first_blank(parameters, groups, o) if any(is_filled(p.read(o)) for p in groups[0]) else None


def _express_some_blank(parameters: RuleParameters, groups: _Groups, make: Expressions) -> str:
    return " or ".join(f"not {make.filled(p)}" for p in groups[0])


def _express_some_filled(parameters: RuleParameters, groups: _Groups, make: Expressions) -> str:
    return " or ".join(make.filled(p) for p in groups[0])


def _express_no_whole_group(parameters: RuleParameters, groups: _Groups, make: Expressions) -> str:
    wholes = ("(" + " and ".join(make.filled(p) for p in group) + ")" for group in groups)
    return f"not ({' or '.join(wholes)})"


def _express_out_of_bounds(parameters: RuleParameters, groups: _Groups, make: Expressions) -> str:
    low = 0 if parameters.minimum is None else parameters.minimum
    high = len(groups[0]) if parameters.maximum is None else parameters.maximum
    return f"not {low} <= {make.count(groups[0])} <= {high}"


def _express_only_some(parameters: RuleParameters, groups: _Groups, make: Expressions) -> str:
    return f"0 < {make.count(groups[0])} < {len(groups[0])}"


FILLED = _kind(_first_blank, _express_some_blank)
FILLED_ONE_OF = _kind(_no_whole_group, _express_no_whole_group)
EMPTY = _kind(_first_filled, _express_some_filled)
NUMBER_FILLED = _kind(_out_of_bounds, _express_out_of_bounds)
FILLED_TOGETHER = _kind(_only_some, _express_only_some)
