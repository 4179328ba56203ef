"""Which version a delivery is held against: the first step of a check.

A delivery carries no version. Its domain shows in its list of records, else in its keys, never in whether it is valid.
Of the domain that version is taken of which the file bears most names; when several fit equally well, the newest. Only
versions count of which deliveries are taken on the day of the check, as far as those days are known. A look at the head
of the file gives a guess, which the document without its records, known after the pass, confirms or corrects.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ddas.delivery.source import Source
from ddas.delivery.unreadable import UnreadableDelivery
from ddas.errors import DdasError
from ddas.standard.catalog import default_specification, find_specification, iter_headers, iter_specifications
from ddas.standard.identity import Domain
from ddas.standard.specification import ObjectType, Specification
from ddas.standard.status import Status
from ddas.validation.file_report import NewerVersion
from ddas.validation.newer_version import describe_newer
from ddas.validation.options import today
from ddas.validation.wrapping import name_stranger

__all__ = ["Choice", "choose", "choose_by_content", "confirm", "recognise"]

_HEAD = 1 << 18  # bytes
_KEY = re.compile(rb'"([^"\\]{1,80})"\s*:')


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A version and why that one.

    Attributes:
        given: Whether somebody asked for it.
        equals: Codes of adopted versions whose names fit as well, this one included; empty for a version asked for.
        is_marked: The names in the file tell it from another adopted version.
        by_values: Of versions whose names fit equally well, this one accepts the values.
        newest: The newest adopted version of the domain; None for a version asked for.
        day: For which day it was chosen; None for a version asked for.
    """

    specification: Specification
    given: bool = False
    equals: tuple[str, ...] = ()
    is_marked: bool = False
    by_values: bool = False
    newest: Specification | None = None
    day: date | None = None

    @property
    def why(self) -> str:
        """In Dutch, to be put between brackets."""
        if self.given:
            study = self.specification.status.is_study
            return f"gekozen met --standard{'; een studie, niet van de uitgevers' if study else ''}"
        if self.by_values:
            return "herkend aan de namen en waarden in het bestand"
        if self.is_marked:
            return "herkend aan de namen in het bestand"
        title = self.specification.domain.title.lower()
        if len(self.equals) > 1:
            return f"de nieuwste gepubliceerde versie van {title}"
        when = "nu" if self.day in (None, today()) else f"op {self.day}"
        return f"de versie die {when} geldt voor {title}"

    def by_accepting(self, code: str | None) -> Choice:
        """The choice of a version that accepts the values, when the names fit it as well; else this one."""
        if code is None or code not in self.equals:
            return self
        return replace(self, specification=find_specification(code), by_values=True)

    def describe_newer(self) -> NewerVersion | None:
        """What a reader of this file must know of the newest version; None when it is of that one."""
        old, newest = self.specification, self.newest
        if newest is None or old.id == newest.id:
            return None
        return describe_newer(old, newest, self.day)


def choose(source: Source, standard: str | None, day: date) -> Choice:
    """The version asked for, else a guess: the domain whose list is named first in the head, and most names there.

    Raises:
        DdasError: the version does not exist, or there is none at all.
    """
    if standard is not None:
        return Choice(specification=find_specification(standard), given=True)
    head = source.read(0, _HEAD)
    names = {h.domain.listing.encode(): h.domain for h in iter_headers() if h.status is Status.ADOPTED}
    found = re.search(rb'"(' + b"|".join(map(re.escape, names)) + rb')"\s*:', head) if names else None
    domain = names[found[1]] if found else next(iter(names.values()), None)
    if domain is None:
        return Choice(specification=default_specification(""))
    adopted = _taken_versions(domain, day)
    if len(adopted) == 1:
        return Choice(specification=adopted[0])
    keys = {key.decode("utf-8", "replace") for key in _KEY.findall(head)}
    return Choice(specification=max(reversed(adopted), key=lambda s: len(keys & _all_names(s))))


def confirm(choice: Choice, value: object, day: date) -> Choice:
    """The choice of which the guess was a part, or the right one when the guess was wrong.

    Args:
        choice: As ``choose`` made it.
        value: The document without its records.
        day: The day of the check.

    Raises:
        UnreadableDelivery: nothing in it belongs to a delivery.
    """
    if not choice.given:
        return choose_by_content(value, day)
    if recognise(value, [choice.specification]) is None:
        raise UnreadableDelivery(name_stranger(value, lambda v: recognise(v, [choice.specification]) is not None))
    return choice


def choose_by_content(value: object, day: date) -> Choice:
    """The version that knows most of the keys of a document, with or without its records, each at its place.

    Of those of which deliveries are taken on this day.

    Raises:
        UnreadableDelivery: nothing in it belongs to a delivery.
    """
    domain = _find_domain(value)
    if domain is None:
        raise UnreadableDelivery(name_stranger(value, lambda v: _find_domain(v) is not None))
    adopted = _taken_versions(domain, day)
    counts = [_count_known(s, s.root_type, value) for s in adopted]
    best = max(counts)
    fitting = [s for s, count in zip(adopted, counts, strict=True) if count == best]
    return Choice(
        specification=fitting[-1],
        equals=tuple(s.id.code for s in fitting),
        is_marked=len(fitting) < len(adopted),
        newest=default_specification(domain.name),
        day=day,
    )


def _taken_versions(domain: Domain, day: date) -> Sequence[Specification]:
    """Of which deliveries are taken on this day, oldest first; the adopted ones when there is none: at least one."""
    own = [h for h in iter_headers() if h.domain == domain]
    codes = [h.code for h in own if h.is_taken_on(day)] or [h.code for h in own if h.status is Status.ADOPTED]
    study = next((h.code for h in own if h.status.is_study), None)
    if study is not None and not codes:
        raise DdasError(
            f"Dit bestand lijkt op {study}. Dat is een studie, niet van de uitgevers: niemand vraagt om dit bestand. "
            f"Wilt u het toch nakijken, kies dan zelf: --standard {study}."
        )
    return [find_specification(code) for code in codes] or [default_specification(domain.name)]


def _all_names(specification: Specification) -> frozenset[str]:
    return frozenset(attribute.wire_name for _, attribute in specification.iter_attributes())


def _count_known(specification: Specification, object_type: ObjectType, value: Any) -> int:
    if not isinstance(value, dict):
        return 0
    count = 0
    for attribute in object_type.exchanged_attributes:
        if attribute.wire_name not in value:
            continue
        count += 1
        inner = specification.object_type(attribute.range)
        if inner is not None:
            held = value[attribute.wire_name]
            count += sum(
                _count_known(specification, inner, item) for item in (held if isinstance(held, list) else [held])
            )
    return count


def _find_domain(value: object) -> Domain | None:
    domains = list(dict.fromkeys(h.domain for h in iter_headers()))
    return _find_by_list(value, domains) or recognise(value, iter_specifications())


def recognise(document: object, specifications: Iterable[Specification]) -> Domain | None:
    """The domain of a delivery, or None when nothing in it is known.

    The list of records stands in the root of the oldest versions, and in the items of a list there in the later ones.
    """
    if not isinstance(document, dict):
        return None
    candidates = sorted(specifications, key=lambda s: s.status.is_study)  # of equals, not the study
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
