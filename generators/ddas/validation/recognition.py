"""Which domain a document belongs to: by its list, else by its keys, never by whether it is valid."""

from __future__ import annotations

from collections.abc import Iterable

from ddas.identity import Domain
from ddas.specification import Specification

__all__ = ["recognise"]


def recognise(document: object, specifications: Iterable[Specification]) -> Domain | None:
    """The domain of a delivery, or None when nothing in it is known. A delivery carries no version itself."""
    if not isinstance(document, dict):
        return None
    candidates = list(specifications)
    deliveries = document.get("leveringen")
    for item in deliveries if isinstance(deliveries, list) else ():
        for specification in candidates:
            if isinstance(item, dict) and specification.domain.listing in item:
                return specification.domain
    scored = [(sum(a.wire_name in document for a in s.root_type.exchanged_attributes), s) for s in candidates]
    best = max(scored, key=lambda pair: pair[0], default=None)
    return best[1].domain if best is not None and best[0] else None
