"""Which version a delivery is held against: the first step of a check.

A delivery carries no version. Its domain shows in its list of records, else in its keys, never in whether it is valid;
of the domain the version in force is taken. A look at the head of the file gives a guess, which the document without
its records, known after the pass, confirms or corrects.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ddas.delivery.source import Source
from ddas.delivery.unreadable import UnreadableDelivery
from ddas.standard.catalog import default_specification, find_specification, iter_headers, iter_specifications
from ddas.standard.identity import Domain
from ddas.standard.specification import ObjectType, Specification
from ddas.standard.status import Status
from ddas.validation.wrapping import name_stranger

__all__ = ["Choice", "choose", "choose_by_content", "confirm", "recognise"]

_HEAD = 1 << 18  # bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A version and why that one.

    Attributes:
        given: Whether somebody asked for it; else it is the version in force.
    """

    specification: Specification
    given: bool

    @property
    def why(self) -> str:
        """In Dutch, to be put between brackets."""
        if self.given:
            return "gekozen met --standard"
        return f"de versie die nu geldt voor {self.specification.domain.title.lower()}"


def choose(source: Source, standard: str | None) -> Choice:
    """The version asked for, else the one in force of the domain whose list of records is named first in the head.

    Raises:
        DdasError: the version does not exist, or there is none at all.
    """
    if standard is not None:
        return Choice(specification=find_specification(standard), given=True)
    names = {h.domain.listing.encode(): h.domain for h in iter_headers() if h.status == Status.ADOPTED}
    pattern = rb'"(' + b"|".join(map(re.escape, names)) + rb')"\s*:'
    found = re.search(pattern, source.read(0, _HEAD)) if names else None
    domain = names[found[1]] if found else next(iter(names.values()), None)
    return Choice(specification=default_specification(domain.name if domain else ""), given=False)


def confirm(choice: Choice, value: object) -> Choice:
    """The same choice, or the right one when the guess was wrong.

    Args:
        choice: As ``choose`` made it.
        value: The document without its records.

    Raises:
        UnreadableDelivery: nothing in it belongs to a delivery.
    """
    if choice.given:
        if recognise(value, [choice.specification]) is None:
            raise UnreadableDelivery(name_stranger(value, lambda v: recognise(v, [choice.specification]) is not None))
        return choice
    found = choose_by_content(value)
    return choice if found.specification.domain == choice.specification.domain else found


def choose_by_content(value: object) -> Choice:
    """The version in force of the domain of a document that was read, with or without its records.

    Raises:
        UnreadableDelivery: nothing in it belongs to a delivery.
    """
    domain = _find_domain(value)
    if domain is None:
        raise UnreadableDelivery(name_stranger(value, lambda v: _find_domain(v) is not None))
    return Choice(specification=default_specification(domain.name), given=False)


def _find_domain(value: object) -> Domain | None:
    domains = list(dict.fromkeys(h.domain for h in iter_headers()))
    return _find_by_list(value, domains) or recognise(value, iter_specifications())


def recognise(document: object, specifications: Iterable[Specification]) -> Domain | None:
    """The domain of a delivery, or None when nothing in it is known.

    The list of records stands in the root of the oldest versions, and in a levering of the later ones.
    """
    if not isinstance(document, dict):
        return None
    candidates = list(specifications)
    domain = _find_by_list(document, [s.domain for s in candidates])
    if domain is not None:
        return domain
    best = max(candidates, key=lambda s: _count_known_keys(document, s), default=None)
    return best.domain if best is not None and _count_known_keys(document, best) else None


def _find_by_list(document: object, domains: Sequence[Domain]) -> Domain | None:
    """The domain whose list of records stands in the root, or in an object of a list there; None when none does."""
    if not isinstance(document, dict):
        return None
    inside = (one for some in document.values() if isinstance(some, list) for one in some if isinstance(one, dict))
    return next((domain for holder in (document, *inside) for domain in domains if domain.listing in holder), None)


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
