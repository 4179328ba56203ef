"""Kind ``lijst_bevat``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ddas.rules.conditions import Condition, express_conditions, make_predicate
from ddas.rules.expressions import Expression, Expressions, Screen
from ddas.rules.families.filling import under_conditions
from ddas.rules.parameters import CONDITIONS, FROM_OBJECT, LIST, Parameter, takes
from ddas.rules.paths import resolve_item_type, resolve_path
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind, SchemaSaying
from ddas.rules.schema_pieces import Schema, at_place, holds
from ddas.standard.specification import Specification

__all__ = ["LIST_HOLDS", "ListHoldsParameters", "Times"]

_TIMES = Parameter(key="keer", label="Keer")
_ITEM_CONDITIONS = Parameter(key="waarbij", label="Waarbij")


class Times(StrEnum):
    """How many items meet the conditions."""

    AT_LEAST_ONE = "minstens een"
    NONE = "geen"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListHoldsParameters:
    """A list, and conditions on an item of it."""

    conditions: tuple[Condition, ...] = takes(CONDITIONS, default=(), starts=(FROM_OBJECT,))
    list: str = takes(LIST, starts=(FROM_OBJECT,))
    times: Times = takes(_TIMES)
    item_conditions: tuple[Condition, ...] = takes(_ITEM_CONDITIONS, starts=("list",))


def _prepare(parameters: ListHoldsParameters, scope: str, specification: Specification) -> ObjectCheck:
    items = resolve_path(specification, scope, parameters.list)
    item_type = resolve_item_type(specification, scope, parameters.list)
    applies = make_predicate(parameters.conditions, scope, specification)
    meets = make_predicate(parameters.item_conditions, item_type, specification)

    def check(o: Any, c: Context) -> Iterator[Hit]:
        if not applies(o):
            return
        found = [index for index, item in enumerate(items.read(o) or ()) if meets(item)]
        if parameters.times is Times.NONE:
            for index in found:
                yield Hit((*items.pointer, index))
        elif not found:
            yield Hit(items.pointer)

    return check


def _screen(parameters: ListHoldsParameters, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    item_type = resolve_item_type(specification, scope, parameters.list)
    meets = make_predicate(parameters.item_conditions, item_type, specification)
    items = make.field(resolve_path(specification, scope, parameters.list))
    found = make.call(lambda items: any(map(meets, items)), Expression(f"{items} or ()"))
    return make.screen(
        express_conditions(parameters.conditions, scope, specification, make),
        found if parameters.times is Times.NONE else Expression(f"not {found}"),
    )


def _say(parameters: ListHoldsParameters, scope: str, specification: Specification) -> Schema:
    items = resolve_path(specification, scope, parameters.list)
    item_type = resolve_item_type(specification, scope, parameters.list)
    item = holds(specification, item_type, parameters.item_conditions)
    if parameters.times is Times.NONE:
        schema = at_place(items, {"type": "array", "items": {"not": item}}, present=False)
    else:
        schema = at_place(items, {"type": "array", "contains": item}, present=True)
    return under_conditions(parameters, scope, specification, schema)


LIST_HOLDS = ObjectKind(
    name="lijst_bevat",
    sentence="In de lijst staat minstens één onderdeel van een bepaalde vorm, of juist geen.",
    parameters=ListHoldsParameters,
    prepare=_prepare,
    screen=_screen,
    schema=SchemaSaying(express=_say),
)
