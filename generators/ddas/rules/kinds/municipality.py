"""Kind ``gemeente_bestaat``: the code of a municipality that exists, and existed in the period of the delivery."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from ddas.rules.expressions import Expressions
from ddas.rules.paths import iter_selected
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind, Screen
from ddas.standard.municipalities import MunicipalityList
from ddas.standard.specification import Rule, Specification

__all__ = ["MUNICIPALITY_EXISTS"]

_CODE = re.compile(r"[0-9]{4}")
_NEVER = "0000"
NOT_IN_PERIOD = "niet_in_periode"


_IsWrong = Callable[[str, date | None, date | None, MunicipalityList], bool]
"""(code, first and last day of the delivery, the list)."""


def _choose(rule: Rule) -> _IsWrong:
    passing = rule.parameters.values
    is_wrong = _is_absent if rule.parameters.outcome == NOT_IN_PERIOD else _is_unknown
    return lambda code, start, end, known: code not in passing and is_wrong(code, start, end, known)


def _is_absent(code: str, start: date | None, end: date | None, known: MunicipalityList) -> bool:
    if code == _NEVER:
        return True
    found = known.find(code) if _CODE.fullmatch(code) else None
    return found is not None and start is not None and end is not None and not found.held_in(start, end)


def _is_unknown(code: str, start: date | None, end: date | None, known: MunicipalityList) -> bool:
    return code != _NEVER and _CODE.fullmatch(code) is not None and known.find(code) is None


def _addition(code: str, day: date | None, known: MunicipalityList) -> str:
    found = known.find(code)
    successor = known.successor(found, day) if found is not None and day is not None else None
    return f"De gemeente is opgegaan in {successor.name} ({successor.code})." if successor else ""


def _prepare(rule: Rule, scope: str, specification: Specification) -> ObjectCheck:
    paths = tuple(iter_selected(rule, scope, specification))
    is_wrong = _choose(rule)

    def check(o: Any, c: Context) -> Iterator[Hit]:
        for path in paths:
            code = path.read(o)
            if code is not None and is_wrong(code, c.period_start, c.period_end, c.municipalities):
                yield Hit(path.pointer, _addition(code, c.period_end, c.municipalities))

    return check


def _screen(rule: Rule, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    fields = [f"{{{p.text}}}" for p in iter_selected(rule, scope, specification)]
    known = ("c.period_start", "c.period_end", "c.municipalities")
    return make.screen(
        " or ".join(f"({field} is not None and {make.call(_choose(rule), field, *known)})" for field in fields)
        or "False"
    )


MUNICIPALITY_EXISTS = ObjectKind(prepare=_prepare, screen=_screen)
