"""How many fields of a standard are required, conditional, asked, not asked or proposed, and on what ground."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ddas.standard.specification import Attribute, Obligation

__all__ = ["ObligationCounts", "count_obligations"]

BY_SCHEMA = ("schema",)


@dataclass(frozen=True, slots=True, kw_only=True)
class ObligationCounts:
    """Numbers of fields. ``by_ground``: (ground, number) in order of first use."""

    total: int
    required_by_schema: int
    required_by_rule: int
    required_unenforced: int
    conditional: int
    requested: int
    not_requested: int
    proposed: int
    by_ground: tuple[tuple[str, int], ...]

    @property
    def required(self) -> int:
        """All fields that are always required."""
        return self.required_by_schema + self.required_by_rule + self.required_unenforced


def count_obligations(attributes: Iterable[Attribute]) -> ObligationCounts:
    """Count these fields by obligation and by ground."""
    fields = tuple(attributes)
    required = [a for a in fields if a.obligation is Obligation.REQUIRED]
    by_schema = sum(a.enforced_by == BY_SCHEMA for a in required)
    unenforced = sum(not a.enforced_by for a in required)
    obligations = Counter(a.obligation for a in fields)
    return ObligationCounts(
        total=len(fields),
        required_by_schema=by_schema,
        required_by_rule=len(required) - by_schema - unenforced,
        required_unenforced=unenforced,
        conditional=obligations[Obligation.CONDITIONAL],
        requested=obligations[Obligation.REQUESTED],
        not_requested=obligations[Obligation.NOT_REQUESTED],
        proposed=obligations[Obligation.PROPOSED],
        by_ground=tuple(Counter(a.ground for a in fields).items()),
    )
