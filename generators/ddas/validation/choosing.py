"""Against which version a delivery is checked when nobody says so: by the names that it bears, else the newest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ddas.delivery.source import Source
from ddas.standard.alternative_words import join_words
from ddas.standard.catalog import default_specification, find_specification, iter_headers, iter_specifications
from ddas.standard.identity import Domain
from ddas.standard.specification import ObjectType, Specification
from ddas.standard.status import Status
from ddas.validation.recognition import find_domain_by_list, recognise
from ddas.validation.report import NewerVersion

__all__ = [
    "RECOGNISED_BY_VALUES",
    "Choice",
    "choose_specification",
    "describe_newer",
    "guess_specification",
    "recognise_domain",
]

RECOGNISED_BY_VALUES = "herkend aan de namen en waarden in het bestand"
_HEAD = 1 << 18
_KEY = re.compile(rb'"([^"\\]{1,80})"\s*:')


@dataclass(frozen=True, slots=True)
class Choice:
    """A version for a delivery.

    Attributes:
        specification: The version; of several that fit equally well, the newest.
        equals: Codes of adopted versions that fit as well, this one included.
        is_marked: The names in the file tell it from another adopted version.
        newest: The newest adopted version of the domain.
    """

    specification: Specification
    equals: tuple[str, ...]
    is_marked: bool
    newest: Specification

    @property
    def reason(self) -> str:
        """Why this one, in Dutch."""
        title = self.newest.domain.title.lower()
        if self.is_marked:
            return "herkend aan de namen in het bestand"
        if len(self.equals) == 1:
            return f"de versie die nu geldt voor {title}"
        return f"de nieuwste gepubliceerde versie van {title}"


def guess_specification(source: Source) -> Specification:
    """The version of which the start of the file names most keys; a guess that the reading checks.

    The domain is that whose list of records is named first.
    """
    head = source.read(0, _HEAD)
    names = {h.domain.listing.encode(): h.domain for h in iter_headers() if h.status == Status.ADOPTED}
    found = re.search(rb'"(' + b"|".join(map(re.escape, names)) + rb')"\s*:', head) if names else None
    domain = names[found[1]] if found else next(iter(names.values())) if names else None
    if domain is None:
        return default_specification("")
    adopted = _adopted_versions(domain)
    if len(adopted) == 1:
        return adopted[0]
    keys = {key.decode("utf-8", "replace") for key in _KEY.findall(head)}
    return max(reversed(adopted), key=lambda s: len(keys & _all_names(s)))


def recognise_domain(value: object, chosen: Specification | None) -> Domain | None:
    """The domain of a document without its records; with a chosen version only whether it is of that domain."""
    if chosen is not None:
        return recognise(value, [chosen])
    domains = list(dict.fromkeys(h.domain for h in iter_headers()))
    return find_domain_by_list(value, domains) or recognise(value, iter_specifications())


def choose_specification(value: object, domain: Domain) -> Choice:
    """The adopted version that knows most of the keys around the records, each at its place."""
    adopted = _adopted_versions(domain)
    counts = [_count_known(s, s.root_type, value) for s in adopted]
    best = max(counts)
    fitting = [s for s, count in zip(adopted, counts, strict=True) if count == best]
    return Choice(fitting[-1], tuple(s.id.code for s in fitting), len(fitting) < len(adopted), adopted[-1])


def describe_newer(old: Specification, newest: Specification) -> NewerVersion:
    """What a reader of a file of ``old`` must know of the newest version."""
    force = (
        f"Zij geldt vanaf {newest.in_use_from}." if newest.in_use_from else "Vanaf wanneer zij geldt, is niet bekend."
    )
    known = _all_names(newest)
    gone = list(dict.fromkeys(name for name in _iter_names(old) if name not in known))
    examples = join_words([f"`{name}`" for name in gone[:2]], "en")
    names = f"Zij kent {len(gone)} namen uit {old.id.code} niet, zoals {examples}."
    return NewerVersion(
        code=newest.id.code,
        remark=f"{newest.id.code} is de nieuwste gepubliceerde versie. {force}{' ' + names if gone else ''}",
    )


def _adopted_versions(domain: Domain) -> Sequence[Specification]:
    """Oldest first; at least one."""
    codes = [h.code for h in iter_headers() if h.domain == domain and h.status == Status.ADOPTED]
    return [find_specification(code) for code in codes] or [default_specification(domain.name)]


def _iter_names(specification: Specification) -> Iterator[str]:
    return (attribute.wire_name for _, attribute in specification.iter_attributes())


def _all_names(specification: Specification) -> frozenset[str]:
    return frozenset(_iter_names(specification))


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
            items = held if isinstance(held, list) else [held]
            count += sum(_count_known(specification, inner, item) for item in items)
    return count
