"""What the steps of a migration share: the tally, and the values the user gave with ``--set``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ddas.findings import is_showable
from ddas.migration.tally import Kind, Tally

__all__ = ["UNKNOWN", "Work", "shown_key"]

UNKNOWN = "Onbekend"
"""What a required text gets when nobody gave it."""


class Work:
    """One run over one delivery.

    Attributes:
        tally: Counts what was done.
        used: Names of ``--set`` that were needed.
        missing: Names that were needed, were not given, and cannot be ``Onbekend``; in order, once.
        impossible: Why records cannot be had in the newer version, in Dutch; in order, once.
    """

    def __init__(self, options: Mapping[str, str]) -> None:
        self.tally = Tally()
        self.used: set[str] = set()
        self.missing: dict[str, None] = {}
        self.impossible: dict[str, None] = {}
        self._options = options

    def value_for(self, option: str, default: str | None) -> tuple[str, str] | None:
        """The value for a required field and, in Dutch, where it comes from; None (and missing) when there is none."""
        if option in self._options:
            self.used.add(option)
            return self._options[option], f"de waarde van --set '{option}=…'"
        if default is None:
            self.missing[option] = None
            return None
        return default, f"{default}, want het bestand heeft dit niet; met --set '{option}=…' geeft u een andere waarde"

    @property
    def unused(self) -> tuple[str, ...]:
        """Names of ``--set`` that were not needed, sorted."""
        return tuple(sorted(self._options.keys() - self.used))

    def refuse(self, reason: str) -> None:
        """Note that the newer version has no room for a record: then nothing is written."""
        self.impossible[reason] = None

    def put(self, holder: dict[str, Any], key: str, value: object, path: str) -> None:
        """Give ``holder`` a key of the newer version; an extra key of that name, which meant nothing, makes way."""
        if key in holder and holder[key] != value:
            self.tally.add(Kind.LOST, path, reason="extra sleutel op de plaats van een veld dat hier terechtkomt")
        holder[key] = value


def shown_key(path: str, key: str, *, known: bool = False) -> str:
    """The path of a key; a key that the standard does not know and that may be data is not shown."""
    name = key if known or is_showable(key) else "(een andere sleutel)"
    return f"{path}.{name}" if path else name
