"""Dutch words for what a rule asks: its kind, and what it tells its kind."""

from __future__ import annotations

from typing import Any

from ddas.rules.conditions import Condition, ConditionTest
from ddas.rules.kinds import find_kind
from ddas.rules.parameters import iter_values
from ddas.standard.specification import Rule

__all__ = ["kind_in_words", "parameters_in_words"]

_TESTS = {
    ConditionTest.FILLED: "is gevuld",
    ConditionTest.EMPTY: "is leeg",
    ConditionTest.IS: "is",
    ConditionTest.IS_NOT: "is iets anders dan",
}


def kind_in_words(rule: Rule) -> str:
    """What the kind of the rule asks, as a sentence; empty when it is not known."""
    kind = find_kind(rule.kind)
    return kind.sentence if kind is not None else ""


def parameters_in_words(rule: Rule) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What the rule tells its kind: a label, and values to show as code; only what it says.

    Raises:
        DdasError: the kind does not take what the rule says.
    """
    kind = find_kind(rule.kind)
    if kind is None:
        return ()
    return tuple(
        (taken.parameter.label, (taken.parameter.affirmed,) if value is True else _values(value))
        for taken, value in iter_values(kind.read(rule))
        if value is not None and value is not False and value not in ((), "")
    )


def _values(value: Any) -> tuple[str, ...]:
    return tuple(map(_text, value)) if isinstance(value, tuple) else (str(value),)


def _text(value: Any) -> str:
    if isinstance(value, Condition):
        return f"{value.path} {_TESTS[value.test]} {' of '.join(value.values)}".strip()
    return " + ".join(value) if isinstance(value, tuple) else str(value)
