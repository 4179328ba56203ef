"""What the kinds share that look at how one text is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from ddas.rules.expressions import Expression, Expressions, Screen, any_of
from ddas.rules.parameters import FROM_OBJECT, PATHS, takes
from ddas.rules.paths import FieldPath, resolve_paths
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, SchemaSaying
from ddas.rules.schema_pieces import Schema, all_of, at_place
from ddas.standard.specification import Specification

__all__ = ["Fields", "TextTest", "prepare_texts", "say_per_field", "screen_texts", "select_paths"]

P = TypeVar("P")
TextTest = Callable[[str], str | None]
"""None when a filled text is right, else the addition to the message (may be empty)."""
Select = Callable[[P, str, Specification], tuple[FieldPath, ...]]
"""(parameters, scope, specification) → the fields that the rule looks at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """Fields, each looked at by itself."""

    paths: tuple[str, ...] = takes(PATHS, starts=(FROM_OBJECT,))


def select_paths(parameters: Fields, scope: str, specification: Specification) -> tuple[FieldPath, ...]:
    """The fields that the rule names."""
    return resolve_paths(specification, scope, parameters.paths)


def prepare_texts(
    select: Select[P], make_test: Callable[[P, FieldPath, Specification], TextTest]
) -> Callable[[P, str, Specification], ObjectCheck]:
    """The check of a kind that tests every filled text by itself."""

    def prepare(parameters: P, scope: str, specification: Specification) -> ObjectCheck:
        tests = [(p, make_test(parameters, p, specification)) for p in select(parameters, scope, specification)]

        def check(o: Any, c: Context) -> Iterator[Hit]:
            for path, test in tests:
                value = path.read(o)
                if isinstance(value, str) and value.strip():
                    addition = test(value)
                    if addition is not None:
                        yield Hit(path.pointer, addition)

        return check

    return prepare


def screen_texts(
    select: Select[P], express: Callable[[P, FieldPath, Specification, Expressions], Expression]
) -> Callable[[P, str, Specification], Screen]:
    """The screen of such a kind. ``express``: true when the text at the path is wrong."""

    def screen(parameters: P, scope: str, specification: Specification) -> Screen:
        make = Expressions(specification)
        tests = [
            Expression(f"({make.field(p)} is not None and {express(parameters, p, specification, make)})")
            for p in select(parameters, scope, specification)
        ]
        return make.screen(any_of(tests))

    return screen


def say_per_field(
    select: Select[P], value: Callable[[P, FieldPath, Specification], Schema | None], *, whole: bool = True
) -> SchemaSaying[P]:
    """A schema on the value of every field that the rule looks at, when it is there."""

    def express(parameters: P, scope: str, specification: Specification) -> Schema | None:
        found = [(p, value(parameters, p, specification)) for p in select(parameters, scope, specification)]
        schemas = [at_place(p, schema, present=False) for p, schema in found if schema is not None]
        return all_of(schemas) if schemas else None

    return SchemaSaying(express=express, whole=whole)
