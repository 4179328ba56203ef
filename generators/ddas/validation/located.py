"""A finding between its discovery and its report: in words, and with the piece of the file that holds it."""

from __future__ import annotations

from dataclasses import dataclass

from ddas.findings import Pointer

__all__ = ["Located"]


@dataclass(frozen=True, slots=True)
class Located:
    """What is wrong, in a record or in what stands around the records.

    Attributes:
        rule: Id of the rule or structural fault.
        piece: Pointer of the record; empty around the records. A process that sees a part of the file counts records
            from the begin of that part.
        start, end: Bytes of the record in the file; 0 around the records.
        pointer: From the piece.
        label, message, remedy: As in ``Finding``.
        offset: Byte of the file at which it stands; None: where the pointer leads.
    """

    rule: str
    piece: Pointer
    start: int
    end: int
    pointer: Pointer
    label: str
    message: str
    remedy: str
    offset: int | None = None

    @property
    def whole_pointer(self) -> Pointer:
        """From the root of the delivery."""
        return (*self.piece, *self.pointer)
