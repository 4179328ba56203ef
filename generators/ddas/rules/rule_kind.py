"""What a kind of rule is: one value with every fact of the kind, prepared once per rule and then asked per object.

The check is the meaning of a kind. A screen makes it fast and a schema says part of it elsewhere: it can do without.

Checks see decoded objects: msgspec Structs made from the specification, one attribute per field under its identifier.
A field that is absent is None; dates are ``datetime.date``, a date with a time stays text, lists are lists.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar, runtime_checkable

from ddas.errors import DdasError
from ddas.findings import Pointer
from ddas.rules.expressions import Screen
from ddas.rules.schema_pieces import Schema
from ddas.standard.municipalities import MunicipalityList, own_municipalities
from ddas.standard.places import Visit
from ddas.standard.plain_records import WrongPlainError, from_plain
from ddas.standard.specification import Rule, Specification

__all__ = [
    "Context",
    "Counts",
    "Hit",
    "HolderCheck",
    "KeyCheck",
    "KeyKind",
    "KindFacts",
    "ListCheck",
    "ListHit",
    "ListKind",
    "ObjectCheck",
    "ObjectKind",
    "Reference",
    "RuleKind",
    "SchemaSaying",
    "ValuePart",
]

P = TypeVar("P")
"""The record of parameters of a kind."""


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
        delivery_day: The day of the moment of delivery; None when absent or wrong.
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


class Counts(StrEnum):
    """How the hits of a kind are counted in a file."""

    EACH = "elke plek"
    ONCE_PER_KEY = "één keer per sleutel en objecttype"


class ValuePart(StrEnum):
    """What a kind checks of a single value, where the wire schema does not."""

    LENGTH = "de lengte"
    SPELLING = "de schrijfwijze"
    VALUE = "de waarde"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class KindFacts(Generic[P]):
    """What every kind says of itself.

    Attributes:
        name: The ``soort`` of a rule record, and the name of its page and vectors.
        sentence: What must hold: one Dutch sentence, for readers.
        parameters: The frozen dataclass of what a rule tells this kind; see ``parameters``.
        counts: How its hits are counted.
        value_part: What it checks of a single value; None when it compares, or looks at more than one value.
    """

    name: str
    sentence: str
    parameters: type[P]
    counts: Counts = Counts.EACH
    value_part: ValuePart | None = None

    def read(self, rule: Rule) -> P:
        """What the rule tells this kind.

        Raises:
            DdasError: a parameter is missing, unknown or of the wrong form.
        """
        try:
            return from_plain(self.parameters, rule.parameters)
        except WrongPlainError as error:
            place = "/".join(reversed(error.path)) or "de parameters"
            raise DdasError(
                f"De specificatie klopt niet bij regel {rule.id}: {place} past niet bij de soort {self.name}. "
                "Maak haar opnieuw met: ddas generate. Komt zij van een nieuwere ddas, installeer die dan."
            ) from None


ObjectCheck = Callable[[Any, Context], Iterable[Hit]]
"""Looks at one object of the type for which it was prepared; keeps no state."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SchemaSaying(Generic[P]):
    """What JSON Schema can say of a kind.

    Attributes:
        express: (parameters, scope, specification) → schema for objects of that type; None: nothing to say.
        whole: The schema refuses everything that the kind finds, not just a part of it.
    """

    express: Callable[[P, str, Specification], Schema | None]
    whole: bool = True


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ObjectKind(KindFacts[P]):
    """A kind that looks at one object at a time.

    Attributes:
        prepare: (parameters, scope, specification) → the check for objects of type ``scope``.
        screen: The same → the screen of that check. A kind starts without one: then the check is its own screen.
        schema: What JSON Schema can say of it. A kind starts without one: then the quality schema says nothing.
    """

    prepare: Callable[[P, str, Specification], ObjectCheck]
    screen: Callable[[P, str, Specification], Screen] | None = None
    schema: SchemaSaying[P] | None = None


@dataclass(frozen=True, slots=True)
class ListHit:
    """A hit of a rule over records. ``index``: 0-based place in the record list ``list_name``; ``path`` inside it.

    With an empty ``list_name`` the path starts at the object that holds the lists.
    """

    list_name: str
    index: int
    path: Pointer
    addition: str = ""


@runtime_checkable
class ListCheck(Protocol):
    """The check of one rule over all records of one holder of record lists (a levering; in shv v0.8 the root)."""

    @property
    def list_names(self) -> frozenset[str]:
        """Attribute names of the record lists of which it wants to see the records."""

    @property
    def width(self) -> int:
        """Whole numbers of 64 bits per row."""

    @property
    def distinct(self) -> bool:
        """Whether only different rows count: then each row of a segment is kept once, with its first record."""

    @property
    def reads_all(self) -> bool:
        """Whether it reads every field of a record: then it does not see one with something wrong in it.

        Else it reads the fields that its rule names, and does not see a record where one of those is wrong.
        """

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


@runtime_checkable
class HolderCheck(Protocol):
    """The check of one rule that no holder in a file is the same as an earlier one, records included."""

    def strip(self, holder: Any) -> Any:
        """The holder, plain JSON, without what does not count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """How a record refers to records of another list, in names of attributes.

    Attributes:
        list: The records that refer.
        items: From such a record to its list of references.
        field: From a reference to the text that refers.
        target: The records that are referred to.
        id: From such a record to the text by which it is known.
    """

    list: str
    items: str
    field: str
    target: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ListKind(KindFacts[P]):
    """A kind that needs all records of a holder: little is kept of each record, the hits come at the end.

    Attributes:
        prepare: (parameters, scopes, specification) → the check.
        needs: The records without which a record is wrong, so that a piece of a delivery can be cut out whole.
    """

    prepare: Callable[[P, tuple[str, ...], Specification], ListCheck | HolderCheck]
    needs: Callable[[P], Reference] | None = None


KeyCheck = Callable[[Visit], Iterable[Hit]]
"""Looks at one plain JSON object; may keep count of what it saw, so it is prepared anew for each file."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class KeyKind(KindFacts[P]):
    """A kind that looks at keys, on plain JSON objects; it runs only on records that hold an unknown key.

    JSON Schema says it by closing the object.

    Attributes:
        prepare: (parameters, scopes, specification) → the check.
    """

    prepare: Callable[[P, tuple[str, ...], Specification], KeyCheck]


RuleKind = ObjectKind[Any] | ListKind[Any] | KeyKind[Any]
"""The kinds of business rules: one value each, found by the ``soort`` of a rule record."""
