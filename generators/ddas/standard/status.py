"""Where a version stands between its first draft and the day it is out of use."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["OPEN_STATUSES", "OUT_OF_USE_STATUSES", "UNADOPTED_STATUSES", "Status"]


class Status(StrEnum):
    """Status of a version, in the words that readers see; unknown for a published schema, which does not tell."""

    CONCEPT = "concept"
    CONSULTATION = "consultatie"
    ADOPTED = "vastgesteld"
    RETIRED = "vervallen"
    """Adopted once; a newer version took its place."""
    WITHDRAWN = "ingetrokken"
    """Published as a draft, and replaced before it was adopted."""
    UNKNOWN = "onbekend"

    @property
    def is_draft(self) -> bool:
        """Whether the version is still being made: nobody delivers by it, and anything in it can change."""
        return self in OPEN_STATUSES

    @property
    def is_adopted(self) -> bool:
        """Whether deliveries are made by it now."""
        return self is Status.ADOPTED

    @property
    def is_out_of_use(self) -> bool:
        """Whether nobody is asked to deliver it any more."""
        return self in OUT_OF_USE_STATUSES


OPEN_STATUSES = frozenset({Status.CONCEPT, Status.CONSULTATION})
"""Can still change."""
OUT_OF_USE_STATUSES = frozenset({Status.RETIRED, Status.WITHDRAWN})
"""Nobody is asked to deliver it any more, so it has no rules of its own."""
UNADOPTED_STATUSES = OPEN_STATUSES | {Status.WITHDRAWN}
"""Never adopted: no delivery is meant for it."""
