"""Where a version stands between its first draft and the day it is out of use."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["STUDY_NOTICE", "Status"]

STUDY_NOTICE = "Dit is een studie, niet van de uitgevers."
"""What everything that is made from a study says."""


class Status(StrEnum):
    """Status of a version, in the words that readers see; unknown for a published schema, which does not tell."""

    CONCEPT = "concept"
    CONSULTATION = "consultatie"
    ADOPTED = "vastgesteld"
    RETIRED = "vervallen"
    """Adopted once; a newer version took its place."""
    WITHDRAWN = "ingetrokken"
    """Published as a draft, and replaced before it was adopted."""
    STUDY = "studie"
    """Made by the makers of the toolkit; the publishers did not ask for it."""
    UNKNOWN = "onbekend"

    @property
    def is_draft(self) -> bool:
        """Whether the version is still being made: nobody delivers by it, and anything in it can change."""
        return self in (Status.CONCEPT, Status.CONSULTATION)

    @property
    def is_sealed(self) -> bool:
        """Whether others build on what it is, so that it has digests and never changes unnoticed."""
        return not (self.is_draft or self.is_study)

    @property
    def is_adopted(self) -> bool:
        """Whether deliveries are made by it now."""
        return self is Status.ADOPTED

    @property
    def is_study(self) -> bool:
        """Whether it is no work of the publishers, so that nobody delivers by it and nothing may look official."""
        return self is Status.STUDY

    @property
    def is_out_of_use(self) -> bool:
        """Whether nobody is asked to deliver by it any more."""
        return self in (Status.RETIRED, Status.WITHDRAWN)

    @property
    def was_never_adopted(self) -> bool:
        """Whether no delivery was ever meant for it."""
        return self.is_draft or self in (Status.WITHDRAWN, Status.STUDY)
