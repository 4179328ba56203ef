"""Kind ``geboortedatum``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ddas.rules.expressions import Expression, Expressions, Screen, any_of, is_date
from ddas.rules.families.text_form import say_per_field
from ddas.rules.filled import day_of
from ddas.rules.kinds.incomplete_birth_date import is_possible
from ddas.rules.parameters import FROM_OBJECT, MINIMUM, PATHS, takes
from ddas.rules.paths import FieldPath, resolve_paths
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind, ValuePart
from ddas.rules.schema_patterns import whole_text
from ddas.rules.schema_pieces import Schema
from ddas.standard.specification import Specification
from ddas.standard.value_kinds import WIRE_FORMS

__all__ = ["BIRTH_DATE", "BirthDateParameters"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BirthDateParameters:
    """Fields with a date of birth, and the first year that can be right, also of an incomplete date."""

    paths: tuple[str, ...] = takes(PATHS, starts=(FROM_OBJECT,))
    minimum: int = takes(MINIMUM, lowest=1)


def _select(parameters: BirthDateParameters, scope: str, specification: Specification) -> tuple[FieldPath, ...]:
    return resolve_paths(specification, scope, parameters.paths)


def _is_wrong(value: Any, first_year: int, last_day: date | None) -> bool:
    if value is None or (isinstance(value, str) and not value.strip()) or is_possible(value, first_year, last_day):
        return False
    day = day_of(value) if isinstance(value, date) or len(value) == 10 else None
    return day is None or day.year < first_year or (last_day is not None and day > last_day)


def _prepare(parameters: BirthDateParameters, scope: str, specification: Specification) -> ObjectCheck:
    paths = _select(parameters, scope, specification)
    first_year = parameters.minimum

    def check(o: Any, c: Context) -> Iterator[Hit]:
        for path in paths:
            if _is_wrong(path.read(o), first_year, c.delivery_day):
                yield Hit(path.pointer)

    return check


def _may_be_wrong(text: str, first_day: date, last_day: date) -> bool:
    if len(text) != 10 or text[4] != "-" or text[7] != "-":
        return True
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return True
    return not first_day <= day <= last_day


def _screen(parameters: BirthDateParameters, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    first_day = make.constant(date(parameters.minimum, 1, 1))
    last_day = make.day_or_last("delivery_day")
    tests = []
    for path in _select(parameters, scope, specification):
        field = make.field(path)
        if is_date(specification, path):
            wrong = Expression(f"({field} < {first_day} or {field} > {last_day})")
        else:
            wrong = make.call(_may_be_wrong, field, first_day, last_day)
        tests.append(Expression(f"({field} is not None and {wrong})"))
    return make.screen(any_of(tests))


def _say(parameters: BirthDateParameters, path: FieldPath, specification: Specification) -> Schema | None:
    if WIRE_FORMS[specification.target(path.attribute.range).kind].format is not None:
        return None
    return {"type": "string", "pattern": whole_text("[0-9]{4}-[0-9]{2}-[0-9]{2}", blank=True)}


BIRTH_DATE = ObjectKind(
    name="geboortedatum",
    sentence="De geboortedatum is een bestaande dag, niet te lang geleden en niet na de dag van aanleveren.",
    parameters=BirthDateParameters,
    value_part=ValuePart.SPELLING,
    prepare=_prepare,
    screen=_screen,
    schema=say_per_field(_select, _say, whole=False),
)
