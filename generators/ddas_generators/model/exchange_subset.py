"""The name of the subset that says what a message holds."""

from __future__ import annotations

__all__ = ["EXCHANGE_SUBSET"]

EXCHANGE_SUBSET = "uitwisselmodel"
