"""Kind ``gemeente_bestaat``: the code of a municipality that exists, and existed in the period of the delivery."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, Protocol

from ddas.rules.expressions import Expressions
from ddas.rules.paths import iter_selected
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind, Screen
from ddas.specification import Rule, Specification

__all__ = ["MUNICIPALITY_EXISTS", "FindMunicipality", "make_municipality_kind"]

_CODE = re.compile(r"[0-9]{4}")
_NEVER = "0000"
NOT_IN_PERIOD = "niet_in_periode"


class _Municipality(Protocol):
    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def valid_from(self) -> date | None: ...
    @property
    def valid_until(self) -> date | None: ...
    @property
    def successor(self) -> str | None: ...


FindMunicipality = Callable[[str], _Municipality | None]
"""The municipality of a code, also one that no longer exists; ``valid_until`` is the first day on which it does not."""


def make_municipality_kind(find: FindMunicipality) -> ObjectKind:
    """The kind, with the list of municipalities that it looks in."""

    def is_absent(code: str, start: date | None, end: date | None) -> bool:
        if code == _NEVER:
            return True
        found = find(code) if _CODE.fullmatch(code) else None
        return found is not None and start is not None and end is not None and not _is_valid(found, start, end)

    def is_unknown(code: str, start: date | None, end: date | None) -> bool:
        return code != _NEVER and _CODE.fullmatch(code) is not None and find(code) is None

    def addition(code: str) -> str:
        found = find(code)
        successor = find(found.successor) if found is not None and found.successor else None
        return f"De gemeente is opgegaan in {successor.name} ({successor.code})." if successor else ""

    def prepare(rule: Rule, scope: str, specification: Specification) -> ObjectCheck:
        paths = tuple(iter_selected(rule, scope, specification))
        absent = rule.parameters.outcome == NOT_IN_PERIOD
        is_wrong = is_absent if absent else is_unknown

        def check(o: Any, c: Context) -> Iterator[Hit]:
            for path in paths:
                code = path.read(o)
                passes = not isinstance(code, str) or code in rule.parameters.values
                if not passes and is_wrong(code, c.period_start, c.period_end):
                    yield Hit(path.pointer, addition(code) if absent else "")

        return check

    def screen(rule: Rule, scope: str, specification: Specification) -> Screen:
        make = Expressions(specification)
        is_wrong = is_absent if rule.parameters.outcome == NOT_IN_PERIOD else is_unknown
        fields = [f"{{{p.text}}}" for p in iter_selected(rule, scope, specification)]
        tests = [
            f"({field} is not None and {make.call(is_wrong, field, 'c.period_start', 'c.period_end')})"
            for field in fields
        ]
        return make.screen(" or ".join(tests) or "False")

    return ObjectKind(prepare=prepare, screen=screen)


def _is_valid(found: _Municipality, start: date, end: date) -> bool:
    begins = found.valid_from is None or found.valid_from <= end
    return begins and (found.valid_until is None or found.valid_until > start)


def _find_listed(code: str) -> _Municipality | None:
    from ddas.municipalities import find_municipality

    return find_municipality(code)


MUNICIPALITY_EXISTS = make_municipality_kind(_find_listed)
