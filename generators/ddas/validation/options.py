"""How deliveries are checked."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from ddas.delivery.record_stream import BLOCK_SIZE
from ddas.standard.municipalities import MunicipalityList
from ddas.validation.suppression import NO_SUPPRESSION, Suppression

__all__ = ["CheckOptions", "Progress", "today"]

Progress = Callable[[int, int], None]
"""Told after each part: bytes read so far, and bytes in all."""

_KEY_SIZE = 16  # bytes


def today() -> date:
    """The one place where a check reads the clock."""
    return date.today()


def _make_key() -> bytes:
    return os.urandom(_KEY_SIZE)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOptions:
    """How deliveries are checked.

    Attributes:
        standard: Code such as ``shv-v1.0``; None chooses the version in force of the domain of the file.
        day: The day for which a version is chosen; without one, today.
        max_per_rule: Most findings kept per rule; 0 keeps all. Totals are exact either way.
        rules: Also the rules, not the structure alone.
        processes: How many processes share the work, worth it above some tens of megabytes; None takes two there.
        suppression: Agreed exceptions.
        municipalities: The list that codes of municipalities are held against; None for that of the toolkit.
        key: Secret of this run under which clients are compared.
        progress: Told how far the check is.
        block_size: How much is read at a time, in bytes; the findings do not depend on it.
    """

    standard: str | None = None
    day: date = field(default_factory=today)
    max_per_rule: int = 1000
    rules: bool = True
    processes: int | None = 1
    suppression: Suppression = NO_SUPPRESSION
    municipalities: MunicipalityList | None = None
    key: bytes = field(default_factory=_make_key, repr=False)
    progress: Progress | None = None
    block_size: int = BLOCK_SIZE
