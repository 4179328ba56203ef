"""Kinds ``geboortedatum`` and ``geboortedatum_onvolledig``: a date of birth, which can be known in part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from ddas.rules.expressions import Expressions, is_date
from ddas.rules.filled import day_of
from ddas.rules.paths import FieldPath, resolve_path
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind, Screen
from ddas.standard.specification import Rule, Specification

__all__ = ["BIRTH_DATE", "INCOMPLETE_BIRTH_DATE"]

_INCOMPLETE = re.compile(r"\d{4}-(?:00-\d{2}|\d{2}-00)", re.ASCII)


def _paths(rule: Rule, scope: str, specification: Specification) -> list[FieldPath]:
    return [resolve_path(specification, scope, p) for p in rule.parameters.paths]


def _is_incomplete(value: Any) -> bool:
    return isinstance(value, str) and _INCOMPLETE.fullmatch(value) is not None


def _is_wrong(value: Any, first_year: int, last_day: date | None) -> bool:
    if value is None or (isinstance(value, str) and (not value.strip() or _INCOMPLETE.fullmatch(value))):
        return False
    day = day_of(value) if isinstance(value, date) or len(value) == 10 else None
    return day is None or day.year < first_year or (last_day is not None and day > last_day)


def _prepare(rule: Rule, scope: str, specification: Specification) -> ObjectCheck:
    paths = _paths(rule, scope, specification)
    first_year = rule.parameters.minimum or 1

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


def _screen(rule: Rule, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    first_day = make.constant(date(rule.parameters.minimum or 1, 1, 1))
    tests = []
    for path in _paths(rule, scope, specification):
        field = f"{{{path.text}}}"
        if is_date(specification, path):
            wrong = f"({field} < {first_day} or {field} > c.delivery_day_or_max)"
        else:
            wrong = make.call(_may_be_wrong, field, first_day, "c.delivery_day_or_max")
        tests.append(f"({field} is not None and {wrong})")
    return make.screen(" or ".join(tests) or "False")


def _prepare_incomplete(rule: Rule, scope: str, specification: Specification) -> ObjectCheck:
    paths = _paths(rule, scope, specification)

    def check(o: Any, c: Context) -> Iterator[Hit]:
        for path in paths:
            if _is_incomplete(path.read(o)):
                yield Hit(path.pointer)

    return check


def _screen_incomplete(rule: Rule, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    month, day = make.constant("-00-"), make.constant("-00")
    tests = [
        f"({{{p.text}}} is not None and ({{{p.text}}}[4:8] == {month} or {{{p.text}}}[7:] == {day}))"
        for p in _paths(rule, scope, specification)
        if not is_date(specification, p)
    ]
    return make.screen(" or ".join(tests) or "False")


BIRTH_DATE = ObjectKind(prepare=_prepare, screen=_screen)
INCOMPLETE_BIRTH_DATE = ObjectKind(prepare=_prepare_incomplete, screen=_screen_incomplete)
