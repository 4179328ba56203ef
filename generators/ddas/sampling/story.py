"""What a story is: one delivery, told in identifiers of the model, its records one at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from ddas.sampling.teller import Told

__all__ = ["Part", "Records", "Sound", "Story"]

Records = Iterator[tuple[Told, bool]]
"""Records, and of each whether it stands apart: nothing in another record says something about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A levering: what it says itself, and per attribute that lists records those records, drawn as they are asked."""

    told: Told
    lists: Mapping[str, Records]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """Of one type of record: what can be wrong in it without more than one thing being wrong.

    Attributes:
        values: Paths (``aanmelding.startdatum``; of a list the first item) of single values that no rule misses, and of
            objects that may be filled in one of several ways.
        required: Attributes that the wire schema asks and no other record needs.
        linked: Attributes that fit the rest of the delivery: they stay those of the record that was drawn.
        named: Attributes by which other records name this one: nothing changes them.
    """

    values: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    linked: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


class Story(Protocol):
    """Draws a delivery. The same teller, seed and sizes give the same delivery."""

    @property
    def sound(self) -> Mapping[str, Sound]:
        """Per type of record what can be spoiled in it."""

    def root(self) -> Told:
        """What the delivery says itself, without its leveringen."""

    def iter_parts(self, sizes: tuple[int, ...], seed: int) -> Iterator[Part]:
        """The leveringen, with so many records in the main list of each."""
