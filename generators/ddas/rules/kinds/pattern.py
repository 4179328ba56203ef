"""Kind ``patroon``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ddas.rules.expressions import Expression, Expressions
from ddas.rules.families.text_form import TextTest, prepare_texts, say_per_field, screen_texts
from ddas.rules.parameters import EXCEPTIONS, FROM_OBJECT, PATHS, TYPES, VALUES, Parameter, takes
from ddas.rules.paths import FieldPath, resolve_paths, resolve_typed
from ddas.rules.rule_kind import ObjectKind, ValuePart
from ddas.rules.schema_patterns import ascii_digits, whole_text
from ddas.rules.schema_pieces import Schema
from ddas.standard.specification import Specification

__all__ = ["PATTERN", "PatternParameters"]


def _is_expression(text: str) -> bool:
    try:
        re.compile(text, re.ASCII)
    except re.error:
        return False
    return True


_PATTERN = Parameter(key="patroon", label="Patroon", fits=_is_expression)


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternParameters:
    """The texts, by path or by type (then with exceptions).

    Attributes:
        pattern: Regular expression for the whole text, in the part that Python and ECMAScript share; empty: that of
            the type of the field.
        values: Texts that always pass.
    """

    paths: tuple[str, ...] = takes(PATHS, default=(), alternative="fields", starts=(FROM_OBJECT,))
    types: tuple[str, ...] = takes(TYPES, default=(), alternative="fields")
    exceptions: tuple[str, ...] = takes(EXCEPTIONS, default=())
    pattern: str = takes(_PATTERN, default="")
    values: tuple[str, ...] = takes(VALUES, default=())


def _select(parameters: PatternParameters, scope: str, specification: Specification) -> tuple[FieldPath, ...]:
    typed = resolve_typed(specification, scope, parameters.types, parameters.exceptions)
    return (*resolve_paths(specification, scope, parameters.paths), *typed)


def _pattern(parameters: PatternParameters, path: FieldPath, specification: Specification) -> str | None:
    data_type = specification.data_type(path.attribute.range)
    return parameters.pattern or (data_type.pattern if data_type else None)


def _compile(parameters: PatternParameters, path: FieldPath, specification: Specification) -> re.Pattern[str]:
    return re.compile(_pattern(parameters, path, specification) or r"[\s\S]*", re.ASCII)


def _test(parameters: PatternParameters, path: FieldPath, specification: Specification) -> TextTest:
    pattern, passing = _compile(parameters, path, specification), parameters.values
    return lambda text: None if text in passing or pattern.fullmatch(text) else ""


def _express(
    parameters: PatternParameters, path: FieldPath, specification: Specification, make: Expressions
) -> Expression:
    fits = make.call(_compile(parameters, path, specification).fullmatch, make.field(path))
    return Expression(f"{fits} is None")


def _say(parameters: PatternParameters, path: FieldPath, specification: Specification) -> Schema | None:
    pattern = _pattern(parameters, path, specification)
    if not pattern:
        return None
    schema: Schema = {"type": "string", "pattern": whole_text(ascii_digits(pattern), blank=True)}
    passing = parameters.values
    return {"anyOf": [schema, {"type": "string", "enum": [*passing]}]} if passing else schema


PATTERN = ObjectKind(
    name="patroon",
    sentence="De tekst is geschreven volgens een vaste vorm.",
    parameters=PatternParameters,
    value_part=ValuePart.SPELLING,
    prepare=prepare_texts(_select, _test),
    screen=screen_texts(_select, _express),
    schema=say_per_field(_select, _say),
)
