"""Exceptions that an organisation makes to rules, with a reason: ``ddas-uitzonderingen.toml``.

Read at https://toml.io; one table ``[[uitzondering]]`` per exception, with ``regel``, ``pad``, ``reden`` and ``tot``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from ddas.errors import DdasError
from ddas.findings import Pointer
from ddas.rendering.printable import show_path
from ddas.rendering.side_files import read_side_text
from ddas.validation.file_report import ExceptionUse

__all__ = ["FILE_NAME", "NO_SUPPRESSION", "Suppression", "SuppressionEntry", "read_suppression"]

FILE_NAME = "ddas-uitzonderingen.toml"
_KEYS = ("regel", "pad", "reden", "tot")
_BUSINESS_RULE = re.compile(r"[A-Z]+-\d{3}[a-z]?")
_LIMIT = 1_000_000  # bytes
_MOST_STEPS = 50
_DAY_HINT = "Schrijf de dag als 2026-12-31."


@dataclass(frozen=True, slots=True, kw_only=True)
class SuppressionEntry:
    """One exception. ``pattern``: steps of a path, ``*`` for any one step and ``**`` for any rest.

    ``until``: last day on which it holds; None = no end.
    """

    rule: str
    pattern: tuple[str, ...]
    reason: str
    until: date | None


@dataclass(frozen=True, slots=True)
class Suppression:
    """The exceptions of one check. Those that are over do not count."""

    entries: tuple[SuppressionEntry, ...] = ()
    today: date = date.min

    def find(self, rule: str, pointer: Pointer) -> int | None:
        """Number of the first exception for this rule at this place, or None. Places in lists are not told apart."""
        if not self.entries:
            return None
        steps = tuple("*" if isinstance(step, int) else step for step in pointer)
        for number, entry in enumerate(self.entries):
            if entry.rule == rule and not self._is_over(entry) and _fits(entry.pattern, steps):
                return number
        return None

    def report(self, used: Mapping[int, int]) -> tuple[ExceptionUse, ...]:
        """What became of each exception; ``used``: its number → how many findings it took away."""
        return tuple(
            ExceptionUse(
                rule=entry.rule,
                pattern="/" + "/".join(entry.pattern),
                reason=entry.reason,
                until=None if entry.until is None else entry.until.isoformat(),
                status="verlopen" if self._is_over(entry) else "gebruikt" if used.get(number) else "ongebruikt",
                count=used.get(number, 0),
            )
            for number, entry in enumerate(self.entries)
        )

    def _is_over(self, entry: SuppressionEntry) -> bool:
        return entry.until is not None and entry.until < self.today


NO_SUPPRESSION = Suppression()


def read_suppression(path: Path, today: date) -> Suppression:
    """Read the file.

    Args:
        path: The file.
        today: Day against which ``tot`` is held.

    Raises:
        DdasError: it cannot be read, or an exception in it is not complete.
    """
    data = _parse(path, read_side_text(path, limit=_LIMIT))
    rows = data.pop("uitzondering", None)
    if not isinstance(rows, list) or data or not all(isinstance(row, dict) for row in rows):
        raise DdasError(
            f"{show_path(path)}: er horen alleen tabellen [[uitzondering]] in te staan. Verbeter het bestand."
        )
    return Suppression(tuple(_entry(path, number, row) for number, row in enumerate(rows, 1)), today)


def _parse(path: Path, text: str) -> dict[str, object]:
    import tomllib  # not needed without exceptions

    at = ""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        at = f", regel {line[1]}" if line else ""
    except (ValueError, RecursionError):  # a number of thousands of digits, tables in tables without end
        pass
    raise DdasError(f"{show_path(path)}{at}: dit is geen geldige TOML. Vergelijk het met het voorbeeld in de uitleg.")


def _entry(path: Path, number: int, row: Mapping[str, object]) -> SuppressionEntry:
    where = f"{show_path(path)}, uitzondering {number}"
    for key in row:
        if key not in _KEYS:
            raise DdasError(f"{where}: een sleutel is onbekend. Kies uit: {', '.join(_KEYS)}.")
    texts = {}
    for key in _KEYS[:3]:
        value = row.get(key)
        if not isinstance(value, str) or not value.strip():
            raise DdasError(f"{where}: '{key}' ontbreekt of is geen tekst. Vul het aan.")
        texts[key] = value.strip()
    if not _BUSINESS_RULE.fullmatch(texts["regel"]):
        raise DdasError(
            f"{where}: 'regel' is geen id van een regel, zoals SHV-037. Fouten in de opbouw zijn niet uit te zetten. "
            "Bekijk de regels met: ddas rules"
        )
    if not texts["pad"].startswith("/"):
        raise DdasError(f"{where}: 'pad' begint niet met een schuine streep. Schrijf het zoals /leveringen/*/teller.")
    if texts["pad"].count("/") > _MOST_STEPS:
        raise DdasError(f"{where}: 'pad' is langer dan een plek in een aanlevering kan zijn. Maak het korter.")
    return SuppressionEntry(
        rule=texts["regel"],
        pattern=tuple("*" if s.isdigit() else s for s in texts["pad"].split("/")[1:]),
        reason=texts["reden"],
        until=_day(where, row.get("tot")),
    )


def _day(where: str, value: object) -> date | None:
    if value is None:
        return None
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise DdasError(f"{where}: 'tot' is geen bestaande dag. {_DAY_HINT}") from None
    if type(value) is date:
        return value
    raise DdasError(f"{where}: 'tot' is geen dag. {_DAY_HINT}")


@lru_cache(maxsize=1 << 12)
def _fits(pattern: tuple[str, ...], steps: tuple[str, ...]) -> bool:
    """Whether a path fits: by the steps that fit so far, so that many stars cost no more than few."""
    fitting = {0}  # how many steps are taken, for each way in which the pattern so far can be read
    for part in pattern:
        if part == "**":
            fitting = set(range(min(fitting), len(steps) + 1)) if fitting else set()
        else:
            fitting = {n + 1 for n in fitting if n < len(steps) and part in ("*", steps[n])}
    return len(steps) in fitting
