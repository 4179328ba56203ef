"""Faults in data, and the place where they stand."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

__all__ = ["OngeldigeGegevens"]

_T = TypeVar("_T")


class OngeldigeGegevens(ValueError):
    """De gegevens passen niet bij de standaard.

    De melding noemt de plaats en de reden, en nooit de inhoud van een veld.
    """

    def __init__(self, pad: str, reden: str) -> None:
        super().__init__(pad, reden)
        self.pad = pad
        """Plaats in de JSON, zoals `leveringen[0].teller`. Leeg voor het geheel."""
        self.reden = reden
        """Wat er mis is."""

    def __str__(self) -> str:
        return f"{self.pad or 'het geheel'}: {self.reden}"


class _Rejected(Exception):
    """Een reden, en de stappen naar de plaats: van binnen naar buiten."""

    def __init__(self, reason: str, *steps: str | int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.steps = list(steps)

    def path(self) -> str:
        parts = [f"[{s}]" if isinstance(s, int) else f".{s}" for s in self.steps]
        return "".join(reversed(parts)).removeprefix(".")


def _name(key: object, position: int) -> str:
    """De naam van een onbekende sleutel, als die geen gegevens kan bevatten."""
    if (
        isinstance(key, str)
        and len(key) <= 40
        and re.fullmatch(r"[\w-]+", key)
        and re.search(r"[^\W\d_]", key)
        and not re.search(r"\d{4}", key)
    ):
        return f"de sleutel '{key}'"
    return f"de sleutel op plaats {position} van dit object"


def _at(step: str | int, action: Callable[[object], _T], value: object) -> _T:
    """Doe iets met een waarde en onthoud bij een fout waar die stond."""
    try:
        return action(value)
    except _Rejected as rejected:
        rejected.steps.append(step)
        raise
