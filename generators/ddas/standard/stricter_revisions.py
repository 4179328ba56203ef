"""The revisions of a version that are stricter than the edition before them, in words and as data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ddas.standard.specification import Specification

__all__ = ["iter_stricter_revisions", "stricter_revisions_as_data"]


def iter_stricter_revisions(specification: Specification) -> Iterator[str]:
    """A Dutch text for each revision that was let be stricter, first one first; in what stands in the documentation."""
    for revision in specification.revisions:
        if revision.accepted:
            points = "1 punt" if len(revision.stricter) == 1 else f"{len(revision.stricter)} punten"
            yield (
                f"{specification.id.code} revisie {revision.number} is op {points} strenger dan de uitgave ervoor; "
                f"documentatie.md noemt ze. Waarom dat is aanvaard: {revision.accepted}"
            )


def stricter_revisions_as_data(specification: Specification) -> list[dict[str, Any]]:
    """The same as JSON values; days as ``YYYY-MM-DD``, null when unknown."""
    return [
        {"revision": r.number, "date": r.date, "accepted": r.accepted, "stricter": list(r.stricter)}
        for r in specification.revisions
        if r.accepted
    ]
