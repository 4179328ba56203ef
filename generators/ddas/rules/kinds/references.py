"""Kinds over references between two record lists: verwijzing_bestaat, een_verwijzing, zelfde_adres."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from ddas.rules.filled import filled_text
from ddas.rules.hashing import hash_text, iter_buckets
from ddas.rules.paths import FieldPath, find_holder, resolve_item_type, resolve_path
from ddas.rules.rule_kind import Context, ListHit, ListKind
from ddas.standard.specification import Rule, Specification

__all__ = ["ONE_REFERENCE", "REFERENCE_EXISTS", "SAME_ADDRESS"]

_NO_ADDRESS = 0


@dataclass(frozen=True, slots=True)
class _References:
    """What the three have in common: rows of (hash of the id, place in the record or hash of the address)."""

    list_name: str
    items: FieldPath
    reference: FieldPath
    target: str
    target_id: FieldPath
    address: tuple[FieldPath, ...]
    width: ClassVar[int] = 2
    distinct: ClassVar[bool] = False

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
        return hash_text(context.key, *texts) if texts and all(texts[:2]) else _NO_ADDRESS

    def _iter_buckets(self, rows: dict[str, array[int]]) -> Iterator[tuple[list[tuple[int, ...]], ...]]:
        empty = array("q")
        return iter_buckets((rows.get(self.list_name) or empty, 3), (rows.get(self.target) or empty, 3))

    def _hit(self, index: int, place: int) -> ListHit:
        return ListHit(self.list_name, index, (*self.items.pointer, place, *self.reference.pointer))


class _Exists(_References):
    __slots__ = ()

    def conclude(self, rows: dict[str, array[int]], holder: Any, context: Context) -> Iterator[ListHit]:
        """A hit at each reference to what is not there."""
        lost: list[tuple[int, int]] = []
        for references, targets in self._iter_buckets(rows):
            known = {target[0] for target in targets}
            lost += [(index, place) for value, place, index in references if value not in known]
        for index, place in sorted(lost):
            yield self._hit(index, place)


class _Once(_References):
    __slots__ = ()

    def conclude(self, rows: dict[str, array[int]], holder: Any, context: Context) -> Iterator[ListHit]:
        """A hit at each reference to what was referred to before."""
        again: list[tuple[int, int]] = []
        for references, _ in self._iter_buckets(rows):
            seen: set[int] = set()
            for value, place, index in references:
                if value in seen:
                    again.append((index, place))
                seen.add(value)
        for index, place in sorted(again):
            yield self._hit(index, place)


class _OneAddress(_References):
    __slots__ = ()

    def conclude(self, rows: dict[str, array[int]], holder: Any, context: Context) -> Iterator[ListHit]:
        """A hit at each record that refers to records of more than one address."""
        address_by_index: dict[int, int] = {}
        different: set[int] = set()
        for references, targets in self._iter_buckets(rows):
            address_by_id = {value: address for value, address, _ in targets}
            for value, _, index in references:
                address = address_by_id.get(value, _NO_ADDRESS)
                if address != _NO_ADDRESS and address_by_index.setdefault(index, address) != address:
                    different.add(index)
        for index in sorted(different):
            yield ListHit(self.list_name, index, ())


def _prepare(kind: type[_References], rule: Rule, specification: Specification) -> Any:
    p = rule.parameters
    holder = find_holder(rule, specification)
    record_type = resolve_item_type(specification, holder, p.list)
    target_type = resolve_item_type(specification, holder, p.target)
    item_type = resolve_item_type(specification, record_type, p.paths[0])
    return kind(
        p.list,
        resolve_path(specification, record_type, p.paths[0]),
        resolve_path(specification, item_type, p.paths[1]),
        p.target,
        resolve_path(specification, target_type, p.values[0]),
        tuple(resolve_path(specification, target_type, path) for group in p.groups for path in group),
    )


def _prepare_exists(rule: Rule, specification: Specification) -> _Exists:
    check: _Exists = _prepare(_Exists, rule, specification)
    return check


def _prepare_once(rule: Rule, specification: Specification) -> _Once:
    check: _Once = _prepare(_Once, rule, specification)
    return check


def _prepare_address(rule: Rule, specification: Specification) -> _OneAddress:
    check: _OneAddress = _prepare(_OneAddress, rule, specification)
    return check


REFERENCE_EXISTS = ListKind(prepare=_prepare_exists)
ONE_REFERENCE = ListKind(prepare=_prepare_once)
SAME_ADDRESS = ListKind(prepare=_prepare_address)
