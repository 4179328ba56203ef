"""Where a version stands between its first draft and the day it is out of use."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Status"]


class Status(StrEnum):
    """Status of a version, in the words of the register; unknown for a published schema, which does not tell."""

    CONCEPT = "concept"
    CONSULTATION = "consultatie"
    ADOPTED = "vastgesteld"
    OUT_OF_USE = "vervallen"
    UNKNOWN = "onbekend"

    @property
    def is_draft(self) -> bool:
        """Whether the version is still being made: nobody delivers by it, and anything in it can change."""
        return self in (Status.CONCEPT, Status.CONSULTATION)

    @property
    def is_adopted(self) -> bool:
        """Whether deliveries are made by it now."""
        return self is Status.ADOPTED

    @property
    def is_out_of_use(self) -> bool:
        """Whether it was adopted once, and a newer version took its place."""
        return self is Status.OUT_OF_USE
