"""What the kinds share that follow references between two record lists of a delivery."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol, TypeVar

from ddas.rules.filled import filled_text
from ddas.rules.hashing import hash_text, iter_buckets
from ddas.rules.parameters import FROM_OBJECT, LIST, PATHS, VALUES, Parameter, takes
from ddas.rules.paths import FieldPath, find_holder, resolve_item_type, resolve_path, resolve_paths
from ddas.rules.rule_kind import Context, ListHit, Reference
from ddas.standard.specification import Specification

__all__ = [
    "NO_ADDRESS",
    "TARGET",
    "ReferenceParameters",
    "References",
    "RefersTo",
    "prepare_references",
    "reference_of",
]

TARGET = Parameter(key="verwijst_naar", label="Verwijst naar")
NO_ADDRESS = 0
"""Hash of an address that is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceParameters:
    """Which records refer to which.

    Attributes:
        paths: From a record to its list of references; from a reference to the text that refers.
        list: The records that refer.
        target: The records that are referred to.
        values: One path: from such a record to the text by which it is known.
    """

    paths: tuple[str, ...] = takes(PATHS, least=2, most=2, starts=("list", "paths"))
    list: str = takes(LIST, starts=(FROM_OBJECT,))
    target: str = takes(TARGET, starts=(FROM_OBJECT,))
    values: tuple[str, ...] = takes(VALUES, most=1, starts=("target",))


class RefersTo(Protocol):
    """Parameters that hold the four of ``ReferenceParameters``."""

    @property
    def paths(self) -> tuple[str, ...]:
        """As in ``ReferenceParameters``."""

    @property
    def list(self) -> str:
        """As in ``ReferenceParameters``."""

    @property
    def target(self) -> str:
        """As in ``ReferenceParameters``."""

    @property
    def values(self) -> tuple[str, ...]:
        """As in ``ReferenceParameters``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class References:
    """Rows of (hash of the id, place in the record or hash of the address)."""

    list_name: str
    items: FieldPath
    reference: FieldPath
    target: str
    target_id: FieldPath
    address: tuple[FieldPath, ...] = ()
    width: ClassVar[int] = 2
    distinct: ClassVar[bool] = False
    reads_all: ClassVar[bool] = False

    @property
    def list_names(self) -> frozenset[str]:
        """The records that refer, and those that are referred to."""
        return frozenset((self.list_name, self.target))

    def gather(self, list_name: str, record: Any, context: Context) -> Iterator[tuple[int, ...]]:
        """A row per reference of a referring record; one row for a record that can be referred to."""
        if list_name == self.list_name:
            for place, item in enumerate(self.items.read(record) or ()):
                text = filled_text(self.reference.read(item))
                if text:
                    yield hash_text(context.key, text), place
        if list_name == self.target:
            text = filled_text(self.target_id.read(record))
            if text:
                yield hash_text(context.key, text), self._address_hash(record, context)

    def _address_hash(self, record: Any, context: Context) -> int:
        texts = [filled_text(p.read(record)) for p in self.address]
        return hash_text(context.key, *texts) if texts and all(texts[:2]) else NO_ADDRESS

    def iter_buckets(self, rows: dict[str, array[int]]) -> Iterator[tuple[list[tuple[int, ...]], ...]]:
        """Rows of the records that refer and of those that are referred to, in small groups by the id."""
        empty = array("q")
        return iter_buckets((rows.get(self.list_name) or empty, 3), (rows.get(self.target) or empty, 3))

    def hit(self, index: int, place: int) -> ListHit:
        """A hit at one reference."""
        return ListHit(self.list_name, index, (*self.items.pointer, place, *self.reference.pointer))


R = TypeVar("R", bound=References)
P = TypeVar("P", bound=RefersTo)


def prepare_references(
    check: type[R], address: Callable[[P], tuple[str, ...]] = lambda parameters: ()
) -> Callable[[P, tuple[str, ...], Specification], R]:
    """The check of a kind. ``address``: paths from a record that is referred to."""

    def prepare(parameters: P, scopes: tuple[str, ...], specification: Specification) -> R:
        to = reference_of(parameters)
        holder = find_holder(specification, scopes, to.list)
        record_type = resolve_item_type(specification, holder, to.list)
        target_type = resolve_item_type(specification, holder, to.target)
        item_type = resolve_item_type(specification, record_type, to.items)
        return check(
            list_name=to.list,
            items=resolve_path(specification, record_type, to.items),
            reference=resolve_path(specification, item_type, to.field),
            target=to.target,
            target_id=resolve_path(specification, target_type, to.id),
            address=resolve_paths(specification, target_type, address(parameters)),
        )

    return prepare


def reference_of(parameters: RefersTo) -> Reference:
    """The reference that a rule is about."""
    items, field = parameters.paths
    return Reference(list=parameters.list, items=items, field=field, target=parameters.target, id=parameters.values[0])
