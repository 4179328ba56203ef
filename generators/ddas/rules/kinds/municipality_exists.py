"""Kind ``gemeente_bestaat``: the code of a municipality that exists, and existed in the period of the delivery."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from ddas.rules.expressions import Expression, Expressions, Screen, any_of
from ddas.rules.parameters import FROM_OBJECT, OUTCOME, PATHS, VALUES, takes
from ddas.rules.paths import resolve_paths
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind
from ddas.standard.municipalities import MunicipalityList
from ddas.standard.specification import Specification

__all__ = ["MUNICIPALITY_EXISTS", "MunicipalityExistsParameters", "Wrong"]

_CODE = re.compile(r"[0-9]{4}")
_NEVER = "0000"


class Wrong(StrEnum):
    """What can be wrong with a code."""

    NOT_IN_PERIOD = "niet_in_periode"
    UNKNOWN = "onbekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalityExistsParameters:
    """Fields with a code, texts that always pass, and which of the two faults is looked for."""

    paths: tuple[str, ...] = takes(PATHS, starts=(FROM_OBJECT,))
    values: tuple[str, ...] = takes(VALUES, default=())
    outcome: Wrong = takes(OUTCOME)


_IsWrong = Callable[[str, date | None, date | None, MunicipalityList], bool]
"""(code, first and last day of the delivery, the list)."""


def _choose(parameters: MunicipalityExistsParameters) -> _IsWrong:
    passing = parameters.values
    is_wrong = _is_absent if parameters.outcome is Wrong.NOT_IN_PERIOD else _is_unknown
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
    successors = known.successors(found, day) if found is not None and day is not None else ()
    names = [f"{m.name} ({m.code})" for m in successors]
    if len(names) > 1:
        return f"De gemeente is verdeeld over {', '.join(names[:-1])} en {names[-1]}."
    return f"De gemeente is opgegaan in {names[0]}." if names else ""


def _prepare(parameters: MunicipalityExistsParameters, scope: str, specification: Specification) -> ObjectCheck:
    paths = resolve_paths(specification, scope, parameters.paths)
    is_wrong = _choose(parameters)

    def check(o: Any, c: Context) -> Iterator[Hit]:
        for path in paths:
            code = path.read(o)
            if code is not None and is_wrong(code, c.period_start, c.period_end, c.municipalities):
                yield Hit(path.pointer, _addition(code, c.period_end, c.municipalities))

    return check


def _screen(parameters: MunicipalityExistsParameters, scope: str, specification: Specification) -> Screen:
    make = Expressions(specification)
    known = make.day("period_start"), make.day("period_end"), make.municipalities()
    is_wrong = _choose(parameters)
    return make.screen(
        any_of(
            Expression(f"({field} is not None and {make.call(is_wrong, field, *known)})")
            for field in map(make.field, resolve_paths(specification, scope, parameters.paths))
        )
    )


MUNICIPALITY_EXISTS = ObjectKind(
    name="gemeente_bestaat",
    sentence="De gemeentecode hoort bij een gemeente die in de leverperiode bestond.",
    parameters=MunicipalityExistsParameters,
    prepare=_prepare,
    screen=_screen,
)
