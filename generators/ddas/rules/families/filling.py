"""What the kinds share that look at which fields are filled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from ddas.findings import Pointer
from ddas.rules.conditions import Condition, express_conditions, make_predicate
from ddas.rules.expressions import Expression, Expressions, Screen
from ddas.rules.parameters import CONDITIONS, FROM_OBJECT, PATHS, takes
from ddas.rules.paths import FieldPath, resolve_paths
from ddas.rules.rule_kind import Context, Hit, ObjectCheck
from ddas.rules.schema_pieces import Schema, holds, when
from ddas.standard.specification import Specification

__all__ = ["FieldsUnderConditions", "UnderConditions", "prepare_filling", "screen_filling", "under_conditions"]


class UnderConditions(Protocol):
    """Parameters of a rule that looks only when conditions hold."""

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """All must hold, else the rule says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldsUnderConditions:
    """Fields, and the conditions under which a rule looks at them."""

    paths: tuple[str, ...] = takes(PATHS, starts=(FROM_OBJECT,))
    conditions: tuple[Condition, ...] = takes(CONDITIONS, default=(), starts=(FROM_OBJECT,))


F = TypeVar("F", bound=FieldsUnderConditions)
_Prepare = Callable[[F, str, Specification], ObjectCheck]
_Screen = Callable[[F, str, Specification], Screen]


def prepare_filling(place: Callable[[F, tuple[FieldPath, ...], Any], Pointer | None]) -> _Prepare[F]:
    """The check of a kind.

    Args:
        place: (parameters, paths, object) → where the rule does not hold; None when it does.
    """

    def prepare(parameters: F, scope: str, specification: Specification) -> ObjectCheck:
        paths = resolve_paths(specification, scope, parameters.paths)
        applies = make_predicate(parameters.conditions, scope, specification)

        def check(o: Any, c: Context) -> Iterator[Hit]:
            pointer = place(parameters, paths, o) if applies(o) else None
            if pointer is not None:
                yield Hit(pointer)

        return check

    return prepare


def screen_filling(express: Callable[[F, tuple[FieldPath, ...], Expressions], Expression]) -> _Screen[F]:
    """The screen of a kind. ``express``: (parameters, paths, maker) → true when the rule does not hold."""

    def screen(parameters: F, scope: str, specification: Specification) -> Screen:
        make = Expressions(specification)
        return make.screen(
            express_conditions(parameters.conditions, scope, specification, make),
            express(parameters, resolve_paths(specification, scope, parameters.paths), make),
        )

    return screen


def under_conditions(parameters: UnderConditions, scope: str, specification: Specification, schema: Schema) -> Schema:
    """The schema, where the conditions of the rule hold."""
    conditions = parameters.conditions
    return when(holds(specification, scope, conditions) if conditions else None, schema)
