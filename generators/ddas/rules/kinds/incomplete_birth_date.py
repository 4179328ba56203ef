"""Kind ``geboortedatum_onvolledig``: a date of birth that is known in part, written with 00."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ddas.rules.expressions import Expression, Expressions, Screen, any_of, is_date
from ddas.rules.families.text_form import Fields, say_per_field, select_paths
from ddas.rules.paths import FieldPath
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind
from ddas.rules.schema_patterns import whole_text
from ddas.rules.schema_pieces import Schema
from ddas.standard.specification import Specification

__all__ = ["INCOMPLETE_BIRTH_DATE", "is_incomplete"]

_INCOMPLETE = re.compile(r"\d{4}-(?:00-\d{2}|\d{2}-00)", re.ASCII)


def is_incomplete(value: Any) -> bool:
    """Whether the value is a date of which the day or the month is 00."""
    return isinstance(value, str) and _INCOMPLETE.fullmatch(value) is not None


def _prepare(parameters: Fields, scope: str, specification: Specification) -> ObjectCheck:
    paths = select_paths(parameters, scope, specification)

    def check(o: Any, c: Context) -> Iterator[Hit]:
        for path in paths:
            if is_incomplete(path.read(o)):
                yield Hit(path.pointer)

    return check


def _screen(parameters: Fields, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    month, day = make.constant("-00-"), make.constant("-00")
    texts = [p for p in select_paths(parameters, scope, specification) if not is_date(specification, p)]
    return make.screen(
        any_of(
            Expression(f"({field} is not None and ({field}[4:8] == {month} or {field}[7:] == {day}))")
            for field in map(make.field, texts)
        )
    )


def _say(parameters: Fields, path: FieldPath, specification: Specification) -> Schema:
    return {"not": {"type": "string", "pattern": whole_text("[0-9]{4}-(?:00-[0-9]{2}|[0-9]{2}-00)")}}


INCOMPLETE_BIRTH_DATE = ObjectKind(
    name="geboortedatum_onvolledig",
    sentence="Van de geboortedatum zijn de dag en de maand bekend: er staat geen 00.",
    parameters=Fields,
    prepare=_prepare,
    screen=_screen,
    schema=say_per_field(select_paths, _say),
)
