"""Kind ``lengte``."""

from __future__ import annotations

from dataclasses import dataclass

from ddas.rules.expressions import NEVER, Expression, Expressions
from ddas.rules.families.text_form import TextTest, prepare_texts, say_per_field, screen_texts
from ddas.rules.parameters import EXCEPTIONS, TYPES, takes
from ddas.rules.paths import FieldPath, resolve_typed
from ddas.rules.rule_kind import ObjectKind, ValuePart
from ddas.rules.schema_pieces import Schema
from ddas.standard.specification import Specification

__all__ = ["LENGTH", "LengthParameters"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LengthParameters:
    """The texts, by type, with exceptions."""

    types: tuple[str, ...] = takes(TYPES)
    exceptions: tuple[str, ...] = takes(EXCEPTIONS, default=())


def _select(parameters: LengthParameters, scope: str, specification: Specification) -> tuple[FieldPath, ...]:
    return resolve_typed(specification, scope, parameters.types, parameters.exceptions)


def _most(path: FieldPath, specification: Specification) -> int | None:
    data_type = specification.data_type(path.attribute.range)
    return data_type.length if data_type else None


def _test(parameters: LengthParameters, path: FieldPath, specification: Specification) -> TextTest:
    most = _most(path, specification)
    return lambda text: f"Hoogstens {most} tekens." if most is not None and len(text) > most else None


def _express(
    parameters: LengthParameters, path: FieldPath, specification: Specification, make: Expressions
) -> Expression:
    most = _most(path, specification)
    return NEVER if most is None else Expression(f"len({make.field(path)}) > {most}")


def _say(parameters: LengthParameters, path: FieldPath, specification: Specification) -> Schema | None:
    most = _most(path, specification)
    return None if most is None else {"type": "string", "maxLength": most}


LENGTH = ObjectKind(
    name="lengte",
    sentence="De tekst is niet langer dan de standaard toestaat.",
    parameters=LengthParameters,
    value_part=ValuePart.LENGTH,
    prepare=prepare_texts(_select, _test),
    screen=screen_texts(_select, _express),
    schema=say_per_field(_select, _say),
)
