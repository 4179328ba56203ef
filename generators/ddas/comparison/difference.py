"""A difference between two specifications before anything is proven about it."""

from __future__ import annotations

from dataclasses import dataclass

from ddas.comparison.change import KINDS, Breaks, ChangeKind
from ddas.standard.wire_tree import Steps

__all__ = ["Difference"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What ``Change`` says, with the places by which a witness can be found.

    Attributes:
        old_steps, new_steps: The field in the old and the new tree; None where it has no place.
        code_list: Name of the code list of a value that came, went or was renamed.
        assumed: What the change breaks while nothing stronger is proven; None: as its kind says.
    """

    kind: ChangeKind
    path: str
    label: str
    before: object = None
    after: object = None
    old_steps: Steps | None = None
    new_steps: Steps | None = None
    code_list: str | None = None
    assumed: Breaks | None = None

    @property
    def breaks(self) -> Breaks:
        """What it breaks while nothing stronger is proven."""
        return KINDS[self.kind].breaks if self.assumed is None else self.assumed
