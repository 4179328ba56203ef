"""The revisions of a version as rows: number, day and why."""

from __future__ import annotations

from ddas.standard.specification import Specification

__all__ = ["REVISION_HEADER", "revision_rows"]

REVISION_HEADER = ("Revisie", "Datum", "Waarom")


def revision_rows(specification: Specification) -> list[tuple[str, str, str]]:
    """Newest first; empty for a version that was never revised."""
    return [(str(r.number), r.date or "onbekend", r.reason) for r in reversed(specification.revisions)]
