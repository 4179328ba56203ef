"""What a walk through a delivery hands out, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

from ddas.delivery.cuts import Spot
from ddas.delivery.envelope import Piece

__all__ = ["Event", "Landing", "Progress", "Slice"]


@dataclass(slots=True)
class Progress:
    """How far a walk is.

    Attributes:
        holder: 0-based index of the holder (levering); -1 before the first.
        index: 0-based index in its list of the next record.
        opened: Lists of records and lists of holders that were opened.
        root_keys, holder_keys: Which of the lists were seen in the root and in the holder.
        first_holder_keys: ``holder_keys`` when the first holder of this walk ended; None as long as it goes on.
        half: Offset of the first half character, or None.
    """

    holder: int = -1
    index: int = 0
    opened: int = 0
    root_keys: set[str] = field(default_factory=set)
    holder_keys: set[str] = field(default_factory=set)
    first_holder_keys: set[str] | None = None
    half: int | None = None

    def note_list(self, key: str, *, in_root: bool) -> bool:
        """A list of records or of holders begins; False when it stood there already."""
        keys = self.root_keys if in_root else self.holder_keys
        is_new = key not in keys
        keys.add(key)
        return is_new

    def end_holder(self) -> None:
        """The holder ends."""
        if self.first_holder_keys is None:
            self.first_holder_keys = self.holder_keys


@dataclass(frozen=True, slots=True)
class Slice:
    """Neighbouring records of one list. ``text`` starts at ``offset`` with the first and ends behind the last."""

    list_index: int
    holder: int
    first_index: int
    in_first_list: bool
    offset: int
    text: bytes
    raws: list[msgspec.Raw]


@dataclass(frozen=True, slots=True)
class Landing:
    """The walk stands at or behind its stop, at the start of a record."""

    spot: Spot


Event = Slice | Piece | Landing
