"""Which domain a document belongs to: by its list, else by its keys, never by whether it is valid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ddas.standard.identity import Domain
from ddas.standard.specification import ObjectType, Specification

__all__ = ["find_domain_by_list", "recognise"]


def recognise(document: object, specifications: Iterable[Specification]) -> Domain | None:
    """The domain of a delivery, or None when nothing in it is known. A delivery carries no version itself.

    The list stands in the root of the oldest versions, and in the items of a list there in the later ones.
    """
    if not isinstance(document, dict):
        return None
    candidates = list(specifications)
    domain = find_domain_by_list(document, [s.domain for s in candidates])
    if domain is not None:
        return domain
    best = max(candidates, key=lambda s: _count_known_keys(document, s), default=None)
    return best.domain if best is not None and _count_known_keys(document, best) else None


def find_domain_by_list(document: object, domains: Sequence[Domain]) -> Domain | None:
    """The domain whose list of records is there, in the root or in an item of one of its lists, or None."""
    inside = document.values() if isinstance(document, dict) else ()
    holders = (item for value in inside if isinstance(value, list) for item in value)
    for holder in (document, *holders):
        for domain in domains:
            if isinstance(holder, dict) and domain.listing in holder:
                return domain
    return None


def _count_known_keys(document: dict[str, Any], specification: Specification) -> int:
    """How many keys of the root and of the objects right below it the specification knows."""
    root = specification.root_type
    count = _count(document, root)
    for attribute in root.exchanged_attributes:
        child = specification.object_type(attribute.range)
        if child is not None:
            count += sum(_count(item, child) for item in _iter_objects(document.get(attribute.wire_name)))
    return count


def _count(value: dict[str, Any], object_type: ObjectType) -> int:
    return sum(a.wire_name in value for a in object_type.exchanged_attributes)


def _iter_objects(value: object) -> Iterator[dict[str, Any]]:
    for item in value if isinstance(value, list) else (value,):
        if isinstance(item, dict):
            yield item
