"""Calendar months: the same day so many months later or earlier."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import lru_cache

__all__ = ["add_months"]


@lru_cache(maxsize=1 << 12)
def add_months(day: date, months: int) -> date:
    """The same day so many months later (earlier when negative), or the last day of a month that has no such day.

    Never beyond the first or the last possible day.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year < date.min.year:
        return date.min
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
