"""Kind ``gemeente_bestaat``: the code of a municipality that exists, and existed in the period of the delivery."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from ddas.rules.expressions import Expressions
from ddas.rules.paths import iter_selected
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind, Screen
from ddas.standard.municipalities import Municipality, find_municipality, find_successors
from ddas.standard.specification import Rule, Specification

__all__ = ["MUNICIPALITY_EXISTS"]

_CODE = re.compile(r"[0-9]{4}")
_NEVER = "0000"
NOT_IN_PERIOD = "niet_in_periode"


def _choose(rule: Rule) -> Callable[[str, date | None, date | None], bool]:
    passing = rule.parameters.values
    is_wrong = _is_absent if rule.parameters.outcome == NOT_IN_PERIOD else _is_unknown
    return lambda code, start, end: code not in passing and is_wrong(code, start, end)


def _is_absent(code: str, start: date | None, end: date | None) -> bool:
    if code == _NEVER:
        return True
    found = find_municipality(code) if _CODE.fullmatch(code) else None
    return found is not None and start is not None and end is not None and not found.held_in(start, end)


def _is_unknown(code: str, start: date | None, end: date | None) -> bool:
    return code != _NEVER and _CODE.fullmatch(code) is not None and find_municipality(code) is None


def _addition(found: Municipality | None, day: date | None) -> str:
    successors = find_successors(found, day) if found is not None and day is not None else ()
    names = [f"{m.name} ({m.code})" for m in successors]
    if len(names) > 1:
        return f"De gemeente is verdeeld over {', '.join(names[:-1])} en {names[-1]}."
    return f"De gemeente is opgegaan in {names[0]}." if names else ""


def _prepare(rule: Rule, scope: str, specification: Specification) -> ObjectCheck:
    paths = tuple(iter_selected(rule, scope, specification))
    is_wrong = _choose(rule)

    def check(o: Any, c: Context) -> Iterator[Hit]:
        for path in paths:
            code = path.read(o)
            if code is not None and is_wrong(code, c.period_start, c.period_end):
                yield Hit(path.pointer, _addition(find_municipality(code), c.period_end))

    return check


def _screen(rule: Rule, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    fields = [f"{{{p.text}}}" for p in iter_selected(rule, scope, specification)]
    period = ("c.period_start", "c.period_end")
    return make.screen(
        " or ".join(f"({field} is not None and {make.call(_choose(rule), field, *period)})" for field in fields)
        or "False"
    )


MUNICIPALITY_EXISTS = ObjectKind(prepare=_prepare, screen=_screen)
