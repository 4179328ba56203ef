"""Kind ``samen``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ddas.rules.expressions import Expression, Expressions, Screen
from ddas.rules.filled import is_filled
from ddas.rules.parameters import FROM_OBJECT, PATHS, takes
from ddas.rules.paths import resolve_paths
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind, SchemaSaying
from ddas.rules.schema_pieces import Schema, all_of, filled
from ddas.standard.specification import Specification

__all__ = ["FILLED_TOGETHER", "FilledTogetherParameters"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledTogetherParameters:
    """Two or more fields."""

    paths: tuple[str, ...] = takes(PATHS, least=2, starts=(FROM_OBJECT,))


def _prepare(parameters: FilledTogetherParameters, scope: str, specification: Specification) -> ObjectCheck:
    paths = resolve_paths(specification, scope, parameters.paths)

    def check(o: Any, c: Context) -> Iterator[Hit]:
        blank = [p for p in paths if not is_filled(p.read(o))]
        if 0 < len(blank) < len(paths):
            yield Hit(blank[0].pointer)

    return check


def _screen(parameters: FilledTogetherParameters, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    paths = resolve_paths(specification, scope, parameters.paths)
    return make.screen(Expression(f"0 < {make.count(paths)} < {len(paths)}"))


def _say(parameters: FilledTogetherParameters, scope: str, specification: Specification) -> Schema:
    fields = [filled(specification, p) for p in resolve_paths(specification, scope, parameters.paths)]
    return {"anyOf": [all_of(fields), {"not": {"anyOf": fields}}]}


FILLED_TOGETHER = ObjectKind(
    name="samen",
    sentence="Deze velden zijn allemaal gevuld, of geen van alle.",
    parameters=FilledTogetherParameters,
    prepare=_prepare,
    screen=_screen,
    schema=SchemaSaying(express=_say),
)
