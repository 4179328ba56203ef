"""Kind ``elfproef``."""

from __future__ import annotations

import re
from functools import cache

from ddas.rules.expressions import Expression, Expressions
from ddas.rules.families.text_form import (
    Fields,
    TextTest,
    prepare_texts,
    say_per_field,
    screen_texts,
    select_paths,
)
from ddas.rules.paths import FieldPath
from ddas.rules.rule_kind import ObjectKind, ValuePart
from ddas.rules.schema_patterns import whole_text
from ddas.rules.schema_pieces import Schema
from ddas.standard.specification import Specification

__all__ = ["ELEVEN_TEST"]

_NUMBER = re.compile(r"(?:0[1-9]|[1-9][0-9])[0-9]{7}")  # of eight digits with a nought before it, or of nine
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_NO_NUMBER = 0.1  # makes the sum of the tables a fraction, which eleven never divides


def _wrong(text: str) -> str | None:
    if not _NUMBER.fullmatch(text):
        return ""
    return "" if sum(w * int(d) for w, d in zip(_WEIGHTS, text, strict=True)) % 11 else None


def _test(parameters: Fields, path: FieldPath, specification: Specification) -> TextTest:
    return _wrong


def _express(parameters: Fields, path: FieldPath, specification: Specification, make: Expressions) -> Expression:
    field = make.field(path)
    parts = (("[:3]", 0), ("[3:6]", 3), ("[6:]", 6))
    gets = (f"{make.constant(_weighted(at).get)}({field}{cut}, {_NO_NUMBER})" for cut, at in parts)
    return Expression(f"(({' + '.join(gets)}) % 11 or {field}[:2] == {make.constant('00')})")


@cache
def _weighted(start: int) -> dict[str, int]:
    """The weighted sum of each three digits that stand at ``start``."""
    a, b, c = _WEIGHTS[start : start + 3]
    return {f"{n:03d}": a * (n // 100) + b * (n // 10 % 10) + c * (n % 10) for n in range(1000)}


def _say(parameters: Fields, path: FieldPath, specification: Specification) -> Schema:
    return {"type": "string", "pattern": whole_text(_NUMBER.pattern, blank=True)}


ELEVEN_TEST = ObjectKind(
    name="elfproef",
    sentence="Het nummer heeft negen cijfers, begint met hoogstens één nul en voldoet aan de elfproef.",
    parameters=Fields,
    value_part=ValuePart.SPELLING,
    prepare=prepare_texts(select_paths, _test),
    screen=screen_texts(select_paths, _express),
    schema=say_per_field(select_paths, _say, whole=False),
)
