"""Kinds that look at how one text is written: patroon, lengte, in_waardenlijst, elfproef."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from ddas.rules.expressions import Expressions
from ddas.rules.paths import FieldPath, iter_selected
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind, Screen
from ddas.standard.specification import Rule, Specification

__all__ = ["ELEVEN_TEST", "IN_CODE_LIST", "LENGTH", "PATTERN"]

_NINE_DIGITS = re.compile(r"[0-9]{9}")
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_NO_NUMBER = 0.1  # makes the sum of the tables a fraction, which eleven never divides

_Wrong = Callable[[str], str | None]
"""None when a filled text is right, else the addition to the message (may be empty)."""
_Test = Callable[[Rule, FieldPath, Specification], _Wrong]
_Express = Callable[[Rule, FieldPath, Specification, Expressions], str]


def _kind(test: _Test, express: _Express) -> ObjectKind:
    def prepare(rule: Rule, scope: str, specification: Specification) -> ObjectCheck:
        tests = [(p, test(rule, p, specification)) for p in iter_selected(rule, scope, specification)]

        def check(o: Any, c: Context) -> Iterator[Hit]:
            for path, wrong in tests:
                value = path.read(o)
                if isinstance(value, str) and value.strip():
                    addition = wrong(value)
                    if addition is not None:
                        yield Hit(path.pointer, addition)

        return check

    def screen(rule: Rule, scope: str, specification: Specification) -> Screen:
        make = Expressions(specification)
        tests = [
            f"({{{p.text}}} is not None and {express(rule, p, specification, make)})"
            for p in iter_selected(rule, scope, specification)
        ]
        return make.screen(" or ".join(tests) or "False")

    return ObjectKind(prepare=prepare, screen=screen)


def _pattern(rule: Rule, path: FieldPath, specification: Specification) -> re.Pattern[str]:
    data_type = specification.data_type(path.attribute.range)
    return re.compile(rule.parameters.pattern or (data_type.pattern if data_type else None) or r"[\s\S]*", re.ASCII)


def _test_pattern(rule: Rule, path: FieldPath, specification: Specification) -> _Wrong:
    pattern, passing = _pattern(rule, path, specification), rule.parameters.values
    return lambda text: None if text in passing or pattern.fullmatch(text) else ""


def _express_pattern(rule: Rule, path: FieldPath, specification: Specification, make: Expressions) -> str:
    return f"{make.call(_pattern(rule, path, specification).fullmatch, f'{{{path.text}}}')} is None"


def _length(path: FieldPath, specification: Specification) -> int | None:
    data_type = specification.data_type(path.attribute.range)
    return data_type.length if data_type else None


def _test_length(rule: Rule, path: FieldPath, specification: Specification) -> _Wrong:
    most = _length(path, specification)
    return lambda text: f"Hoogstens {most} tekens." if most is not None and len(text) > most else None


def _express_length(rule: Rule, path: FieldPath, specification: Specification, make: Expressions) -> str:
    most = _length(path, specification)
    return "False" if most is None else f"len({{{path.text}}}) > {most}"


def _values(path: FieldPath, specification: Specification) -> tuple[str, ...]:
    data_type = specification.data_type(path.attribute.range)
    code_list = specification.code_list((data_type.code_list if data_type else None) or path.attribute.range)
    return tuple(v.value for v in code_list.values) if code_list else ()


def _test_code_list(rule: Rule, path: FieldPath, specification: Specification) -> _Wrong:
    values = _values(path, specification)
    return lambda text: f"Toegestaan: {', '.join(values)}." if values and text not in values else None


def _express_code_list(rule: Rule, path: FieldPath, specification: Specification, make: Expressions) -> str:
    values = _values(path, specification)
    return f"{{{path.text}}} not in {make.constant(frozenset(values))}" if values else "False"


def _test_eleven(rule: Rule, path: FieldPath, specification: Specification) -> _Wrong:
    def wrong(text: str) -> str | None:
        if not _NINE_DIGITS.fullmatch(text) or text == "000000000":
            return ""
        return "" if sum(w * int(d) for w, d in zip(_WEIGHTS, text, strict=True)) % 11 else None

    return wrong


def _express_eleven(rule: Rule, path: FieldPath, specification: Specification, make: Expressions) -> str:
    field = f"{{{path.text}}}"
    parts = (("[:3]", 0), ("[3:6]", 3), ("[6:]", 6))
    gets = (f"{make.constant(_weighted(at).get)}({field}{cut}, {_NO_NUMBER})" for cut, at in parts)
    return f"(({' + '.join(gets)}) % 11 or {field} == {make.constant('0' * 9)})"


@cache
def _weighted(start: int) -> dict[str, int]:
    """The weighted sum of each three digits that stand at ``start``."""
    a, b, c = _WEIGHTS[start : start + 3]
    return {f"{n:03d}": a * (n // 100) + b * (n // 10 % 10) + c * (n % 10) for n in range(1000)}


PATTERN = _kind(_test_pattern, _express_pattern)
LENGTH = _kind(_test_length, _express_length)
IN_CODE_LIST = _kind(_test_code_list, _express_code_list)
ELEVEN_TEST = _kind(_test_eleven, _express_eleven)
