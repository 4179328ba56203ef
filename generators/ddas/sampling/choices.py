"""Drawing from a seed, with the same outcome on every machine and every version of Python."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from typing import Generic, TypeVar

__all__ = ["Choices", "Deck", "iso_day"]

_Item = TypeVar("_Item")


class Choices:
    """A row of choices that follows from ``seed``.

    Rests on ``random.random()`` alone: the only drawing that Python promises never to change.
    """

    __slots__ = ("_draw",)

    def __init__(self, seed: int) -> None:
        self._draw = random.Random(seed).random

    def below(self, bound: int) -> int:
        """A whole number from 0, under ``bound``."""
        return int(self._draw() * bound)

    def between(self, least: int, most: int) -> int:
        """A whole number, both ends included."""
        return least + int(self._draw() * (most - least + 1))

    def chance(self, share: float) -> bool:
        """True in ``share`` (0 to 1) of the cases."""
        return self._draw() < share

    def skewed(self, most: int) -> int:
        """A whole number from 0, under ``most``; small ones are the most likely, the mean is a quarter of ``most``."""
        share = self._draw()
        return int(share * share * share * most)

    def pick(self, items: Sequence[_Item]) -> _Item:
        """One of the items, each as likely."""
        return items[int(self._draw() * len(items))]

    def shuffle(self, items: Sequence[_Item]) -> list[_Item]:
        """The items in another order."""
        result = list(items)
        for last in range(len(result) - 1, 0, -1):
            other = int(self._draw() * (last + 1))
            result[last], result[other] = result[other], result[last]
        return result


class Deck(Generic[_Item]):
    """Cards that are dealt in an order of chance, all of them before any comes back: shares are exact per deck."""

    __slots__ = ("_cards", "_choices", "_left")

    def __init__(self, choices: Choices, cards: Sequence[_Item]) -> None:
        self._choices = choices
        self._cards = cards
        self._left: list[_Item] = []

    def deal(self) -> _Item:
        """The next card."""
        if not self._left:
            self._left = self._choices.shuffle(self._cards)
        return self._left.pop()


class _IsoDays(dict[int, str]):
    """Every day is written once."""

    def __missing__(self, ordinal: int) -> str:
        text = self[ordinal] = date.fromordinal(ordinal).isoformat()
        return text


iso_day = _IsoDays().__getitem__
"""From an ordinal, as in ``date.toordinal``, to the day as ``YYYY-MM-DD``."""
