"""Kind ``gevuld_een_van``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ddas.rules.conditions import Condition, express_conditions, make_predicate
from ddas.rules.expressions import Expression, Expressions, Screen, any_of
from ddas.rules.families.filling import under_conditions
from ddas.rules.filled import is_filled
from ddas.rules.parameters import CONDITIONS, FROM_OBJECT, GROUPS, takes
from ddas.rules.paths import resolve_paths
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind, SchemaSaying
from ddas.rules.schema_pieces import Schema, all_of, filled
from ddas.standard.specification import Specification

__all__ = ["ONE_GROUP_FILLED", "OneGroupFilledParameters"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneGroupFilledParameters:
    """Groups of fields, alternatives of each other."""

    conditions: tuple[Condition, ...] = takes(CONDITIONS, default=(), starts=(FROM_OBJECT,))
    groups: tuple[tuple[str, ...], ...] = takes(GROUPS, starts=(FROM_OBJECT,))


def _prepare(parameters: OneGroupFilledParameters, scope: str, specification: Specification) -> ObjectCheck:
    groups = [resolve_paths(specification, scope, group) for group in parameters.groups]
    applies = make_predicate(parameters.conditions, scope, specification)

    def check(o: Any, c: Context) -> Iterator[Hit]:
        if not applies(o) or not is_filled(o):  # an empty object counts as absent
            return
        if not any(all(is_filled(p.read(o)) for p in group) for group in groups):
            yield Hit(())

    return check


def _screen(parameters: OneGroupFilledParameters, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    wholes = []
    for group in parameters.groups:
        fields = map(make.filled, resolve_paths(specification, scope, group))
        wholes.append(Expression("(" + " and ".join(fields) + ")"))
    return make.screen(
        express_conditions(parameters.conditions, scope, specification, make),
        Expression(f"not ({any_of(wholes)})"),
    )


def _say(parameters: OneGroupFilledParameters, scope: str, specification: Specification) -> Schema:
    groups = [
        all_of([filled(specification, p) for p in resolve_paths(specification, scope, group)])
        for group in parameters.groups
    ]
    return under_conditions(parameters, scope, specification, {"anyOf": groups})


ONE_GROUP_FILLED = ObjectKind(
    name="gevuld_een_van",
    sentence="Van een paar groepen velden is er minstens één helemaal gevuld.",
    parameters=OneGroupFilledParameters,
    prepare=_prepare,
    screen=_screen,
    schema=SchemaSaying(express=_say),
)
