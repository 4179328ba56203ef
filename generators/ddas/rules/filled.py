"""When a value counts as filled, and as which day it counts."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

__all__ = ["day_of", "filled_text", "is_filled", "value_text"]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:[Tt ].*)?", re.ASCII | re.DOTALL)


def is_filled(value: Any) -> bool:
    """Whether a value is present and not blank; an object or a list is filled when it holds a filled field."""
    if value is None:
        return False
    if isinstance(value, str):
        return bool(value.strip())
    if isinstance(value, list):
        parts = value
    else:
        names = getattr(value, "__struct_fields__", None)
        if names is None:
            return True
        parts = [getattr(value, name) for name in names]
    for part in parts:  # noqa: SIM110 - a generator costs more than the usual first field
        if part is not None and is_filled(part):
            return True
    return False


def day_of(value: Any) -> date | None:
    """The day of a date, of its text, or of a date with a time (the part before the time, as written); else None."""
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def value_text(value: Any) -> str:
    """The value as text, the way rules and hashes see it: ``true``, ``18``, ``2024-01-31``; absent is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)


def filled_text(value: Any) -> str:
    """As ``value_text``, and empty for what is not filled."""
    if isinstance(value, str):
        return value if value.strip() else ""
    return value_text(value) if is_filled(value) else ""
