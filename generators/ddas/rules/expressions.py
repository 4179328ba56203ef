"""Screens: Python expressions that say whether a rule may hit an object, to be put together in one function.

In an expression ``{intake.startdatum}`` reads a path from the object (None when it, or an object on the way, is
absent), ``c.name`` a field of the Context (``c.name_or_max`` the last possible day when that is None) and ``k.name``
one of the constants. Nothing else comes from a rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from ddas.rules.filled import is_filled
from ddas.rules.paths import FieldPath, step_into
from ddas.rules.rule_kind import Screen
from ddas.standard.specification import Specification
from ddas.standard.value_kinds import DECODED_CLASSES, ValueKind

__all__ = ["Expressions", "is_date", "is_text"]

_DEEP = 6  # names in a path; an object type that holds itself would have no end


class Expressions:
    """Makes the pieces of one screen and keeps its constants."""

    def __init__(self, specification: Specification) -> None:
        self._specification = specification
        self._constants: dict[str, object] = {}

    def constant(self, value: object) -> str:
        """The name by which an expression reads the value."""
        name = f"n{len(self._constants)}"
        self._constants[name] = value
        return f"k.{name}"

    def filled(self, path: FieldPath) -> str:
        """True-like when the field is filled."""
        field = f"{{{path.text}}}"
        if is_text(self._specification, path):
            return f"({field} is not None and {field}.strip())"
        object_type = self._specification.object_type(path.attribute.range)
        if path.attribute.many or len(path.names) > _DEEP:
            return f"({field} is not None and {self.call(is_filled, field)})"
        if object_type is None:
            return f"({field} is not None)"
        inner = (step_into(path, a) for a in object_type.exchanged_attributes)
        return "(" + (" or ".join(map(self.filled, inner)) or "False") + ")"

    def count(self, paths: Iterable[FieldPath]) -> str:
        """How many of the fields are filled."""
        return "(" + " + ".join(f"(1 if {self.filled(p)} else 0)" for p in paths) + ")"

    def call(self, function: Callable[..., Any], *arguments: str) -> str:
        """A call of a bound function."""
        return f"{self.constant(function)}({', '.join(arguments)})"

    def screen(self, *expressions: str) -> Screen:
        """The screen that is true when all of these are; an empty one counts as true."""
        parts = [e for e in expressions if e]
        if "False" in parts:
            return Screen("False")
        return Screen(" and ".join(f"({e})" for e in parts) or "True", self._constants)


def is_text(specification: Specification, path: FieldPath) -> bool:
    """Whether decoded values of the field are free text, a date with a time included."""
    kind = specification.target(path.attribute.range).kind
    return not path.attribute.many and kind is not ValueKind.CODE and DECODED_CLASSES[kind] is str


def is_date(specification: Specification, path: FieldPath) -> bool:
    """Whether decoded values of the field are ``datetime.date``."""
    return not path.attribute.many and DECODED_CLASSES[specification.target(path.attribute.range).kind] is date
