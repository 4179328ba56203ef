"""Kind ``uniek_in_lijst``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ddas.rules.expressions import Expression, Expressions, Screen
from ddas.rules.filled import filled_text
from ddas.rules.parameters import FROM_OBJECT, LIST, PATHS, takes
from ddas.rules.paths import resolve_item_type, resolve_path, resolve_paths
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind
from ddas.standard.specification import Specification

__all__ = ["UNIQUE_IN_LIST", "UniqueInListParameters"]


@dataclass(frozen=True, slots=True, kw_only=True)
class UniqueInListParameters:
    """A list in the object, and the fields of an item that are unique together."""

    paths: tuple[str, ...] = takes(PATHS, starts=("list",))
    list: str = takes(LIST, starts=(FROM_OBJECT,))


def _prepare(parameters: UniqueInListParameters, scope: str, specification: Specification) -> ObjectCheck:
    items = resolve_path(specification, scope, parameters.list)
    item_type = resolve_item_type(specification, scope, parameters.list)
    paths = resolve_paths(specification, item_type, parameters.paths)

    def check(o: Any, c: Context) -> Iterator[Hit]:
        seen: set[tuple[str, ...]] = set()
        for index, item in enumerate(items.read(o) or ()):
            values = tuple(filled_text(p.read(item)) for p in paths)
            if all(values):
                if values in seen:
                    yield Hit((*items.pointer, index, *paths[0].pointer))
                seen.add(values)

    return check


def _screen(parameters: UniqueInListParameters, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    items = make.field(resolve_path(specification, scope, parameters.list))
    return make.screen(Expression(f"{items} is not None and len({items}) > 1"))


UNIQUE_IN_LIST = ObjectKind(
    name="uniek_in_lijst",
    sentence="Een waarde komt in één lijst maar één keer voor.",
    parameters=UniqueInListParameters,
    prepare=_prepare,
    screen=_screen,
)
