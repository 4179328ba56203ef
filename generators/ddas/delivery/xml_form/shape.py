"""Names and spellings of the XML form, shared by the writer, the reader and the XSD.

Patterns are unanchored and mean the same in XSD and in ``re`` with ``fullmatch``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ddas.errors import ModelError
from ddas.standard.specification import Attribute, Specification
from ddas.standard.value_kinds import ValueKind

__all__ = [
    "MAX_DEPTH",
    "MAX_DIGITS",
    "SPELLINGS",
    "WHITE_SPACE",
    "Spelling",
    "collapse",
    "item_element",
    "root_element",
]

MAX_DEPTH = 64
"""Most elements inside each other, the root included. A standard without recursion stays far below it."""

MAX_DIGITS = 18
"""Most digits of a whole number: what every XSD processor must be able to hold (XML Schema part 2, section 5.1)."""

WHITE_SPACE = " \t\r\n"
"""The characters that XML counts as white space."""

_YEAR = "(000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})"
_TIME = r"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?"
_OFFSET = r"(Z|[+\-](0[0-9]|1[0-3]):[0-5][0-9]|[+\-]14:00)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """How single values of one kind stand in XML.

    Attributes:
        base: Name of the built-in XSD type, without prefix.
        pattern: The whole value, unanchored; None when the base type says it all.
        collapses: White space around the value has no meaning.
    """

    base: str
    pattern: str | None = None
    collapses: bool = True


SPELLINGS: Mapping[ValueKind, Spelling] = {
    ValueKind.TEXT: Spelling(base="string", collapses=False),
    ValueKind.EMAIL: Spelling(base="string", pattern="[^@]*(@[^@]*)+", collapses=False),
    ValueKind.DATE: Spelling(base="date", pattern=f"{_YEAR}-[0-9]{{2}}-[0-9]{{2}}"),
    ValueKind.DATE_TIME: Spelling(base="dateTime", pattern=f"{_YEAR}-[0-9]{{2}}-[0-9]{{2}}T{_TIME}{_OFFSET}"),
    ValueKind.WHOLE_NUMBER: Spelling(base="integer", pattern="-?(0|[1-9][0-9]*)"),
    ValueKind.BOOLEAN: Spelling(base="boolean", pattern="true|false"),
}
_RUN = re.compile(f"[{WHITE_SPACE}]+")


def collapse(text: str) -> str:
    """The text as XSD reads it for types where white space has no meaning."""
    return _RUN.sub(" ", text).strip(" ")


def root_element(specification: Specification) -> str:
    """Name of the one root element: that of the root type, with a small first letter."""
    return specification.root[:1].lower() + specification.root[1:]


def item_element(attribute: Attribute) -> str:
    """Name of one item in the wrapper element of a list.

    Raises:
        ModelError: the model gives the list no name for its items.
    """
    if attribute.item is None:
        raise ModelError(
            f"{attribute.uri or attribute.name}: deze lijst heeft geen 'item'. Vul de annotatie 'item' in."
        )
    return attribute.item
