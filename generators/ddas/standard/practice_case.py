"""A correct delivery as practice knows it: what every rule must leave alone."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["PracticeCase", "PracticeRemark"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeRemark:
    """What a rule of level info says of a correct delivery. ``places``: JSON Pointers."""

    rule: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeCase:
    """A situation and its delivery: an example with a JSON Patch (RFC 6902).

    Attributes:
        topic: Name of its file, without suffix.
        name: What the matter is; unique in a version.
        explanation: What happened, and why the delivery is right.
        base: Name of the example.
        patch: The text of the patch.
        remarks: All that rules say of it; none is of level fout or waarschuwing.
    """

    topic: str
    name: str
    explanation: str
    base: str
    patch: str
    remarks: tuple[PracticeRemark, ...] = ()
