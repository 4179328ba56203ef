"""The ``parameters`` of a rule record: held against what its kind takes, and made into the kind's own record."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any, TypeVar, Union, get_args, get_origin

from ddas.rules.conditions import Condition, ConditionTest
from ddas.rules.kinds import RULE_KINDS
from ddas.rules.parameters import Taken, list_taken
from ddas.rules.rule_kind import RuleKind

__all__ = ["ParameterFault", "read_parameters", "unknown_kind"]

E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class ParameterFault:
    """What is wrong with the parameters. ``path``: keys and 0-based positions below ``parameters``."""

    path: tuple[str | int, ...]
    message: str


class _WrongError(Exception):
    """A value has another form. ``path``: below the parameter."""

    def __init__(self, message: str, *path: str | int) -> None:
        super().__init__(message)
        self.message = message
        self.path = path


def unknown_kind(name: str) -> str:
    """What to say of a kind that does not exist."""
    return f"de soort '{name}' bestaat niet. Kies uit: {', '.join(kind.name for kind in RULE_KINDS)}."


def read_parameters(kind: RuleKind, given: object) -> tuple[Any, tuple[ParameterFault, ...]]:
    """The record of the kind, or None with the faults.

    Args:
        kind: The kind of the rule.
        given: What stands under ``parameters``, as YAML gave it; None when nothing does.
    """
    if given is not None and not isinstance(given, Mapping):
        return None, (ParameterFault((), "'parameters' heeft geen sleutels. Vul ze aan."),)
    all_taken = list_taken(kind.parameters)
    keys = given or {}
    faults = [*_iter_key_faults(all_taken, keys)]
    values: dict[str, Any] = {}
    for taken in all_taken:
        key = taken.parameter.key
        if key in keys:
            try:
                values[taken.name] = _read(taken, keys[key])
            except _WrongError as error:
                faults.append(ParameterFault((key, *error.path), f"'{key}' {error.message}"))
    return (None if faults else kind.parameters(**values)), tuple(faults)


def _iter_key_faults(all_taken: tuple[Taken, ...], given: Mapping[Any, Any]) -> Iterator[ParameterFault]:
    allowed = sorted(taken.parameter.key for taken in all_taken)
    for key in given:
        if key not in allowed:
            words = ", ".join(allowed) or "(deze soort heeft geen parameters)"
            yield ParameterFault((str(key),), f"deze soort kent de parameter '{key}' niet. Kies uit: {words}.")
    for taken in all_taken:
        if taken.needed and taken.parameter.key not in given:
            yield ParameterFault((), f"deze soort heeft '{taken.parameter.key}' nodig. Vul de parameter in.")
    for choice in sorted({taken.alternative for taken in all_taken} - {""}):
        alternatives = [taken.parameter.key for taken in all_taken if taken.alternative == choice]
        if sum(key in given for key in alternatives) != 1:
            words = "' of '".join(sorted(alternatives))
            yield ParameterFault((), f"deze soort heeft '{words}' nodig. Vul precies één daarvan in.")


def _read(taken: Taken, value: object) -> Any:
    form = taken.form
    if get_origin(form) in (Union, types.UnionType):
        form = next(a for a in get_args(form) if a is not type(None))
    if get_origin(form) is tuple:
        return _read_list(taken, get_args(form)[0], value)
    if isinstance(form, type) and issubclass(form, StrEnum):
        return _read_choice(form, value)
    if form is bool:
        return _read_flag(value)
    return _read_number(taken, value) if form is int else _read_text(taken, value)


def _read_list(taken: Taken, item: Any, value: object) -> tuple[Any, ...]:
    listed = [value] if item is str and isinstance(value, str) else value
    if not isinstance(listed, list):
        raise _WrongError("is geen lijst. Verbeter het.")
    if len(listed) < taken.least or (taken.most is not None and len(listed) > taken.most):
        raise _WrongError(f"heeft {len(listed)} waarden. Deze soort heeft er {_bounds(taken)} nodig.")
    reader = _read_condition if item is Condition else _read_plain_text if item is str else partial(_read_group, taken)
    found = []
    for index, one in enumerate(listed):
        try:
            found.append(reader(one))
        except _WrongError as error:
            raise _WrongError(error.message, index, *error.path) from None
    return tuple(found)


def _bounds(taken: Taken) -> str:
    if taken.most is None:
        return f"minstens {taken.least}"
    return f"precies {taken.least}" if taken.most == taken.least else f"{taken.least} tot en met {taken.most}"


def _read_condition(value: object) -> Condition:
    if not isinstance(value, dict) or not value.keys() <= {"veld", "toets", "waarden"}:
        raise _WrongError("heeft een voorwaarde met andere sleutels dan veld, toets en waarden. Verbeter het.")
    values = value.get("waarden", [])
    listed = [values] if isinstance(values, str) else values
    if not isinstance(listed, list):
        raise _WrongError("heeft een voorwaarde waarvan 'waarden' geen lijst is. Verbeter het.", "waarden")
    return Condition(
        path=_read_plain_text(value.get("veld")),
        test=_read_choice(ConditionTest, value.get("toets")),
        values=tuple(map(_read_plain_text, listed)),
    )


def _read_group(taken: Taken, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise _WrongError("is geen lijst van lijsten met paden. Verbeter het.")
    if taken.each is not None and len(value) != taken.each:
        raise _WrongError(f"heeft een groep van {len(value)} paden. Deze soort heeft er {taken.each} per groep nodig.")
    return tuple(map(_read_plain_text, value))


def _read_plain_text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _WrongError("heeft een waarde die geen tekst is. Verbeter het.")
    return value


def _read_text(taken: Taken, value: object) -> str:
    text = _read_plain_text(value).strip()
    if taken.parameter.fits is not None and not taken.parameter.fits(text):
        raise _WrongError("heeft niet de goede vorm. Vergelijk het met de bladzijde van de soort.")
    return text


def _read_choice(choices: type[E], value: object) -> E:
    try:
        return choices(str(value))
    except ValueError:
        raise _WrongError(f"heeft een waarde die niet mag. Kies uit: {', '.join(choices)}.") from None


def _read_number(taken: Taken, value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise _WrongError("is geen heel getal. Vul een getal in.")
    if taken.lowest is not None and value < taken.lowest:
        raise _WrongError(f"is te laag. Vul een getal vanaf {taken.lowest} in.")
    return value


def _read_flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise _WrongError("is geen true of false. Verbeter het.")
    return value
