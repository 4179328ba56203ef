"""Finds values that stand twice among their neighbours."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

__all__ = ["iter_doubles"]

T = TypeVar("T")


def iter_doubles(pairs: Iterable[tuple[Hashable, T]]) -> Iterator[tuple[T, T]]:
    """For each thing whose value came before: the first thing with that value, and this one.

    Empty values are skipped.
    """
    first: dict[Hashable, T] = {}
    for value, thing in pairs:
        if value in (None, ""):
            continue
        if value in first:
            yield first[value], thing
        else:
            first[value] = thing
