"""Kind ``gelijk``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from ddas.rules.expressions import Expression, Expressions, Screen, any_of
from ddas.rules.filled import is_filled
from ddas.rules.parameters import FROM_OBJECT, PATHS, Parameter, takes
from ddas.rules.paths import resolve_paths
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind
from ddas.standard.specification import Specification

__all__ = ["EQUAL", "EqualParameters"]

_BLANK_DIFFERS = Parameter(key="ook_leeg", label="Leeg en gevuld", affirmed="tellen als verschil")


@dataclass(frozen=True, slots=True, kw_only=True)
class EqualParameters:
    """Two or more fields. ``blank_differs``: a blank and a filled value count as different."""

    paths: tuple[str, ...] = takes(PATHS, least=2, starts=(FROM_OBJECT,))
    blank_differs: bool = takes(_BLANK_DIFFERS, default=False)


def _prepare(parameters: EqualParameters, scope: str, specification: Specification) -> ObjectCheck:
    paths = resolve_paths(specification, scope, parameters.paths)

    def check(o: Any, c: Context) -> Iterator[Hit]:
        values = [(path, path.read(o)) for path in paths]
        filled = [value for _, value in values if is_filled(value)]
        if not filled:
            return
        different = [
            path for path, value in values if (value != filled[0] if is_filled(value) else parameters.blank_differs)
        ]
        if different:
            yield Hit(different[-1].pointer)

    return check


def _screen(parameters: EqualParameters, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    fields = [make.field(p) for p in resolve_paths(specification, scope, parameters.paths)]
    first, *others = fields
    if parameters.blank_differs:
        return make.screen(any_of(Expression(f"{first} != {other}") for other in others))
    # Blank texts count as values here: the check sorts that out.
    return make.screen(
        any_of(Expression(f"({a} is not None and {b} is not None and {a} != {b})") for a, b in combinations(fields, 2))
    )


EQUAL = ObjectKind(
    name="gelijk",
    sentence="Velden die hetzelfde zeggen, hebben dezelfde waarde.",
    parameters=EqualParameters,
    prepare=_prepare,
    screen=_screen,
)
