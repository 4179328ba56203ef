"""Kind ``geboortedatum_onvolledig``: a date of birth that is known in part, written with 00.

A part that cannot be right is for the kind of dates of birth, so that one mistake gives one finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from ddas.rules.expressions import Expression, Expressions, Screen, any_of, is_date
from ddas.rules.families.text_form import Fields, say_per_field, select_paths
from ddas.rules.paths import FieldPath
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind
from ddas.rules.schema_patterns import whole_text
from ddas.rules.schema_pieces import Schema
from ddas.standard.specification import Specification

__all__ = ["INCOMPLETE_BIRTH_DATE", "is_possible"]

_INCOMPLETE = re.compile(r"(\d{4})-(\d{2})-00", re.ASCII)
_NOTHING_KNOWN = "0000-00-00"


def is_possible(value: Any, first_year: int, last_day: date | None) -> bool:
    """Whether the value is a date of which the day, or the month too, is 00, and the part that is known can be right.

    Args:
        value: Of a field with a date of birth.
        first_year: First year that can be right.
        last_day: Last day that can be right; None when it is not known.
    """
    found = _INCOMPLETE.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return False
    year, month = int(found[1]), int(found[2])
    if year < first_year or month > 12:
        return found[0] == _NOTHING_KNOWN
    return last_day is None or (year, month) <= (last_day.year, last_day.month)


def _prepare(parameters: Fields, scope: str, specification: Specification) -> ObjectCheck:
    paths = select_paths(parameters, scope, specification)

    def check(o: Any, c: Context) -> Iterator[Hit]:
        for path in paths:
            if is_possible(path.read(o), 1, c.delivery_day):
                yield Hit(path.pointer)

    return check


def _screen(parameters: Fields, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    day = make.constant("-00")
    texts = [p for p in select_paths(parameters, scope, specification) if not is_date(specification, p)]
    return make.screen(
        any_of(Expression(f"({field} is not None and {field}[7:] == {day})") for field in map(make.field, texts))
    )


def _say(parameters: Fields, path: FieldPath, specification: Specification) -> Schema:
    return {"not": {"type": "string", "pattern": whole_text("(?!0000)[0-9]{4}-(?:0[0-9]|1[0-2])-00|0000-00-00")}}


INCOMPLETE_BIRTH_DATE = ObjectKind(
    name="geboortedatum_onvolledig",
    sentence="Van de geboortedatum zijn de dag en de maand bekend: er staat geen 00.",
    parameters=Fields,
    prepare=_prepare,
    screen=_screen,
    schema=say_per_field(select_paths, _say),
)
