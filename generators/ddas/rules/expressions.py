"""The language of screens: Python expressions that say whether a rule may hit an object.

A screen is an accelerator and never the meaning of a kind; the check is that. The screens of all rules are put together
in one function per type of record (``screening``), so an expression names what it reads instead of reading it:

===============  ========================================================================================
``{a.b}``        the value at a path from the object; None when it, or an object on the way, is absent
``c.name``       a day of the ``Context``: ``period_start``, ``period_end`` or ``delivery_day``; may be None
``c.name_or_max``  the same, and the last possible day when it is unknown
``c.municipalities``  the list of municipalities of the ``Context``
``k.name``       a constant of the rule: a text, a set, a day, a function
``m``            a scratch name, for ``:=`` within one expression
===============  ========================================================================================

The rest is Python without texts: whole numbers, operators, ``len``, ``None``, ``True``, ``False``, attributes, slices.
Only identifiers of the specification and whole numbers come in as code; what a rule says as text is always a constant.
``Expressions`` writes this language and ``screening`` reads it; nobody else needs to know it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, NewType

from ddas.rules.filled import is_filled
from ddas.rules.paths import FieldPath, step_into
from ddas.standard.specification import Specification
from ddas.standard.value_kinds import DECODED_CLASSES, ValueKind

__all__ = ["NEVER", "ContextDay", "Expression", "Expressions", "Screen", "any_of", "is_date", "is_text"]

_DEEP = 6  # names in a path; an object type that holds itself would have no end

Expression = NewType("Expression", str)
"""A piece of a screen, in the language that this module describes."""

ContextDay = Literal["delivery_day", "period_end", "period_start"]
"""Fields of the Context that an expression can read."""

NEVER = Expression("False")
"""The rule cannot hit."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A quick test that comes before a check: never false where the check gives a hit, and seldom true elsewhere.

    Attributes:
        expression: In the language of this module.
        constants: What ``k.name`` stands for.
    """

    expression: Expression
    constants: Mapping[str, object] = field(default_factory=dict)


class Expressions:
    """Makes the pieces of one screen and keeps its constants."""

    def __init__(self, specification: Specification) -> None:
        self._specification = specification
        self._constants: dict[str, object] = {}

    def field(self, path: FieldPath) -> Expression:
        """The value at the path."""
        return Expression(f"{{{path.text}}}")

    def day(self, name: ContextDay) -> Expression:
        """A day of the Context, or None."""
        return Expression(f"c.{name}")

    def day_or_last(self, name: ContextDay) -> Expression:
        """A day of the Context; the last possible day when it is unknown."""
        return Expression(f"c.{name}_or_max")

    def municipalities(self) -> Expression:
        """The list of municipalities of the Context."""
        return Expression("c.municipalities")

    def constant(self, value: object) -> Expression:
        """The value itself."""
        name = f"n{len(self._constants)}"
        self._constants[name] = value
        return Expression(f"k.{name}")

    def filled(self, path: FieldPath) -> Expression:
        """True-like when the field is filled."""
        value = self.field(path)
        if is_text(self._specification, path):
            return Expression(f"({value} is not None and {value}.strip())")
        object_type = self._specification.object_type(path.attribute.range)
        if path.attribute.many or len(path.names) > _DEEP:
            return Expression(f"({value} is not None and {self.call(is_filled, value)})")
        if object_type is None:
            return Expression(f"({value} is not None)")
        inner = (step_into(path, a) for a in object_type.exchanged_attributes)
        return Expression(f"({any_of(map(self.filled, inner))})")

    def count(self, paths: Iterable[FieldPath]) -> Expression:
        """How many of the fields are filled."""
        return Expression("(" + " + ".join(f"(1 if {self.filled(p)} else 0)" for p in paths) + ")")

    def call(self, function: Callable[..., Any], *arguments: Expression) -> Expression:
        """A call of a function."""
        return Expression(f"{self.constant(function)}({', '.join(arguments)})")

    def screen(self, *expressions: Expression) -> Screen:
        """The screen that is true when all of these are; an empty one counts as true."""
        parts = [e for e in expressions if e]
        if NEVER in parts:
            return Screen(NEVER)
        return Screen(Expression(" and ".join(f"({e})" for e in parts) or "True"), self._constants)


def any_of(expressions: Iterable[Expression]) -> Expression:
    """True-like when one of these is; ``NEVER`` without any."""
    return Expression(" or ".join(expressions)) or NEVER


def is_text(specification: Specification, path: FieldPath) -> bool:
    """Whether decoded values of the field are free text, a date with a time included."""
    kind = specification.target(path.attribute.range).kind
    return not path.attribute.many and kind is not ValueKind.CODE and DECODED_CLASSES[kind] is str


def is_date(specification: Specification, path: FieldPath) -> bool:
    """Whether decoded values of the field are ``datetime.date``."""
    return not path.attribute.many and DECODED_CLASSES[specification.target(path.attribute.range).kind] is date
