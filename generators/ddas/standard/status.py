"""How far a version is: the words of the register, and what they mean together."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["OPEN_STATUSES", "OUT_OF_USE_STATUSES", "UNADOPTED_STATUSES", "Status"]


class Status(StrEnum):
    """The status of a version, in the words that readers see."""

    CONCEPT = "concept"
    CONSULTATION = "consultatie"
    ADOPTED = "vastgesteld"
    RETIRED = "vervallen"
    WITHDRAWN = "ingetrokken"
    """Published as a draft, and replaced before it was adopted."""


OPEN_STATUSES = frozenset({Status.CONCEPT, Status.CONSULTATION})
"""Can still change."""
OUT_OF_USE_STATUSES = frozenset({Status.RETIRED, Status.WITHDRAWN})
"""Nobody is asked to deliver it any more, so it has no rules of its own."""
UNADOPTED_STATUSES = OPEN_STATUSES | {Status.WITHDRAWN}
"""Never adopted: no delivery is meant for it."""
