"""What a kind of rule is. Each kind is a value in ``RULE_KINDS``, prepared once per rule and then asked per object.

Checks see decoded objects: msgspec Structs made from the specification, one attribute per field under its identifier.
A field that is absent is None; dates are ``datetime.date``, a date with a time stays text, lists are lists.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from ddas.findings import Pointer
from ddas.standard.municipalities import MunicipalityList, own_municipalities
from ddas.standard.places import Visit
from ddas.standard.specification import Rule, Specification

__all__ = [
    "Context",
    "Hit",
    "KeyKind",
    "ListCheck",
    "ListHit",
    "ListKind",
    "ObjectCheck",
    "ObjectKind",
    "RuleKind",
    "Screen",
]


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a rule does not hold: a path (wire names and 0-based indexes) from the object that was looked at.

    ``addition``: Dutch sentence behind the message of the rule, or empty; never a value of the delivery.
    """

    path: Pointer
    addition: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a check may know besides its object.

    Attributes:
        period_start, period_end: The period of the delivery, both days included; None when absent or wrong.
        delivery_day: The day of ``aanleverdatumEnTijd``; None when absent or wrong.
        index: 0-based place of the object in its list, for objects of the envelope; 0 elsewhere.
        key: Secret of this run, for ``hash_text``: the same in all processes of one check.
        municipalities: The list that codes of municipalities are held against.
    """

    period_start: date | None = None
    period_end: date | None = None
    delivery_day: date | None = None
    index: int = 0
    key: bytes = b""
    municipalities: MunicipalityList = field(default_factory=own_municipalities)


ObjectCheck = Callable[[Any, Context], Iterable[Hit]]
"""Looks at one object of the type for which it was prepared; keeps no state."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A quick test that comes before a check: never false where the check gives a hit, and seldom true elsewhere.

    Attributes:
        expression: Python, made of identifiers and numbers of the specification only. ``{intake.startdatum}`` reads a
            path from the object (None when it or an object on the way is absent), ``c.name`` a field of the Context
            (``c.name_or_max`` the last possible day when that is None) and ``k.name`` a constant.
        constants: What ``k.name`` stands for: texts and sets of the rule, functions.
    """

    expression: str
    constants: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectKind:
    """A kind that looks at one object at a time.

    Attributes:
        prepare: (rule, scope, specification) → the exact check for objects of type ``scope``.
        screen: (rule, scope, specification) → the screen of that check; None: the check is its own screen.
    """

    prepare: Callable[[Rule, str, Specification], ObjectCheck]
    screen: Callable[[Rule, str, Specification], Screen] | None = None


@dataclass(frozen=True, slots=True)
class ListHit:
    """A hit of a rule over records. ``index``: 0-based place in the record list ``list_name``; ``path`` inside it.

    With an empty ``list_name`` the path starts at the object that holds the lists.
    """

    list_name: str
    index: int
    path: Pointer
    addition: str = ""


class ListCheck(Protocol):
    """The check of one rule over all records of one holder of record lists (a levering; in shv v0.8 the root)."""

    @property
    def width(self) -> int:
        """Whole numbers of 64 bits per row."""

    @property
    def distinct(self) -> bool:
        """Whether only different rows count: then each row of a segment is kept once, with its first record."""

    def gather(self, list_name: str, record: Any, context: Context) -> Iterable[tuple[int, ...]]:
        """Rows to remember of one record; ``list_name`` is the attribute name of its list."""

    def conclude(self, rows: dict[str, array[int]], holder: Any, context: Context) -> Iterator[ListHit]:
        """Hits once all records are seen.

        Args:
            rows: Per list name the rows in file order, laid out flat: ``width`` numbers and behind them the 0-based
                index of the record, so ``width + 1`` numbers per row.
            holder: The decoded holder, its record lists empty.
            context: As for object checks.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class ListKind:
    """A kind that needs all records of a holder: little is kept of each record, the hits come at the end."""

    prepare: Callable[[Rule, Specification], ListCheck]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyKind:
    """A kind that looks at keys, on plain JSON objects; it runs only on records that hold an unknown key."""

    prepare: Callable[[Rule, Specification], Callable[[Visit], Iterable[Hit]]]


RuleKind = ObjectKind | ListKind | KeyKind
