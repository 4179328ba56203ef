"""Kind ``som``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from ddas.rules.expressions import Expression, Expressions, Screen
from ddas.rules.parameters import FROM_OBJECT, LIST, PATHS, takes
from ddas.rules.paths import FieldPath, resolve_item_type, resolve_path
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind
from ddas.standard.specification import Specification

__all__ = ["SUM_OF_ITEMS", "SumOfItemsParameters"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SumOfItemsParameters:
    """The total of the object, the part in each item, and the list with the items."""

    paths: tuple[str, ...] = takes(PATHS, least=2, most=2, starts=(FROM_OBJECT, "list"))
    list: str = takes(LIST, starts=(FROM_OBJECT,))


def _resolve(
    parameters: SumOfItemsParameters, scope: str, specification: Specification
) -> tuple[FieldPath, FieldPath, FieldPath]:
    """The total, the list, and the part in an item of it."""
    total, part = parameters.paths
    item_type = resolve_item_type(specification, scope, parameters.list)
    return (
        resolve_path(specification, scope, total),
        resolve_path(specification, scope, parameters.list),
        resolve_path(specification, item_type, part),
    )


def _prepare(parameters: SumOfItemsParameters, scope: str, specification: Specification) -> ObjectCheck:
    total, items, part = _resolve(parameters, scope, specification)

    def check(o: Any, c: Context) -> Iterator[Hit]:
        whole = total.read(o)
        parts = [part.read(item) for item in items.read(o) or ()]
        if whole is not None and parts and None not in parts and sum(parts) != whole:
            yield Hit(total.pointer)

    return check


def _screen(parameters: SumOfItemsParameters, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    total, items, part = _resolve(parameters, scope, specification)
    read = attrgetter(part.text) if len(part.names) == 1 else part.read

    def differs(whole: int, values: list[Any]) -> bool:
        parts = [*map(read, values)]
        return None not in parts and sum(parts) != whole

    whole, values = make.field(total), make.field(items)
    return make.screen(Expression(f"{whole} is not None"), values, make.call(differs, whole, values))


SUM_OF_ITEMS = ObjectKind(
    name="som",
    sentence="Het totaal is de som van de onderdelen.",
    parameters=SumOfItemsParameters,
    prepare=_prepare,
    screen=_screen,
)
