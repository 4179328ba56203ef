"""The Dutch municipalities with the days on which they existed: the list behind the rules on municipality codes.

The toolkit's own list is ``model/gedeeld/gemeenten/gemeenten.csv``; an installed package carries it as
``ddas/gemeenten/gemeenten.csv``. A user may hand in another list. A list is a value: nothing here remembers which one
was used last.
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from ddas.errors import DdasError
from ddas.rendering.printable import show_path
from ddas.rendering.side_files import read_side_text

__all__ = [
    "Municipality",
    "MunicipalityList",
    "own_list_path",
    "own_municipalities",
    "read_municipalities",
]

_LIMIT = 5_000_000  # bytes
_LONGEST_LINE = 1000  # characters
_COLUMNS = ["code", "naam", "ingang", "einde", "opvolger"]
_CODE = re.compile(r"[0-9]{4}")
_VERSION = re.compile(r"#\s*stand:\s*(\S.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality:
    """A municipality code and the days on which it held.

    Attributes:
        code: Four digits.
        valid_from: First day; None when it began before the history of the list.
        valid_until: First day on which it no longer held; None when it still holds.
        successors: Codes of the municipalities that it became part of: one, or several when it was split.
    """

    code: str
    name: str
    valid_from: date | None
    valid_until: date | None
    successors: tuple[str, ...]

    def held_in(self, start: date, end: date) -> bool:
        """Whether it held on at least one day from ``start`` to ``end``, both included."""
        begun = self.valid_from is None or self.valid_from <= end
        return begun and (self.valid_until is None or start < self.valid_until)


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalityList:
    """Municipalities by code. ``version``: up to when the list was kept, in words for readers; never empty."""

    version: str
    by_code: Mapping[str, Municipality]

    def find(self, code: str) -> Municipality | None:
        """The municipality that has or had this code; None when it is not on the list."""
        return self.by_code.get(code)

    def successors(self, municipality: Municipality, day: date) -> tuple[Municipality, ...]:
        """Those that took over and held on ``day`` or, where none did, the last ones known; empty without any."""
        return tuple(dict.fromkeys(self._iter_successors(municipality, day, frozenset({municipality.code}))))

    def _iter_successors(self, municipality: Municipality, day: date, seen: frozenset[str]) -> Iterator[Municipality]:
        for code in municipality.successors:
            if code in seen:
                continue
            found = self.by_code[code]
            later = () if found.held_in(day, day) else tuple(self._iter_successors(found, day, seen | {code}))
            yield from later or (found,)


def own_municipalities() -> MunicipalityList:
    """The toolkit's own list; a process reads it once.

    Raises:
        DdasError: it cannot be read.
    """
    return _read_once(own_list_path())


@lru_cache(maxsize=1)
def _read_once(path: Path) -> MunicipalityList:
    return _read_list(path)


def own_list_path() -> Path:
    """Where the toolkit's own list stands: in the installed package, else in the checkout."""
    installed = Path(__file__).parents[1] / "gemeenten"
    folder = installed if installed.is_dir() else Path(__file__).parents[3] / "model" / "gedeeld" / "gemeenten"
    return folder / "gemeenten.csv"


def read_municipalities(path: str | os.PathLike[str] | None = None) -> MunicipalityList:
    """The list in a CSV file: UTF-8, comma or semicolon, ``# stand: …`` on the first line.

    Args:
        path: The file; None for the toolkit's own list.

    Raises:
        DdasError: it cannot be read, or a line is wrong; the message names file and line.
    """
    return own_municipalities() if path is None else _read_list(Path(path))


def _read_list(path: Path) -> MunicipalityList:
    lines = _read_lines(path)
    version = _VERSION.fullmatch(lines[0].strip().rstrip(",;")) if lines else None
    if version is None:
        raise _wrong(
            path, 1, "de datum van de lijst ontbreekt. Begin het bestand met een regel als '# stand: 2025-01-01'"
        )
    by_code: dict[str, Municipality] = {}
    number_by_code: dict[str, int] = {}
    for number, municipality in _iter_municipalities(path, lines):
        if municipality.code in by_code:
            raise _wrong(path, number, "deze code staat er al. Zet elke code één keer in de lijst")
        by_code[municipality.code] = municipality
        number_by_code[municipality.code] = number
    for code, municipality in by_code.items():
        if not by_code.keys() >= set(municipality.successors):
            raise _wrong(path, number_by_code[code], "de opvolger staat niet in de lijst. Zet die gemeente er ook in")
    if not by_code:
        raise _wrong(path, len(lines), "de lijst heeft geen gemeenten. Kies een ander bestand")
    return MunicipalityList(version=version[1].strip(), by_code=by_code)


def _read_lines(path: Path) -> list[str]:
    return read_side_text(path, limit=_LIMIT).splitlines()


def _iter_municipalities(path: Path, lines: list[str]) -> Iterator[tuple[int, Municipality]]:
    """Each municipality with the 1-based number of its line."""
    headed, delimiter = False, ","
    for number, line in enumerate(lines, 1):
        if not line.strip(" ,;") or line.startswith("#"):
            continue
        if not headed:
            headed, delimiter = True, ";" if ";" in line else ","
            if _cells(path, number, line, delimiter) != _COLUMNS:
                raise _wrong(
                    path, number, f"de kolommen kloppen niet. Gebruik deze, in deze volgorde: {', '.join(_COLUMNS)}"
                )
            continue
        cells = _cells(path, number, line, delimiter)
        if len(cells) != len(_COLUMNS):
            raise _wrong(
                path, number, f"er horen {len(_COLUMNS)} kolommen te zijn. Laat een lege cel staan als u niets weet"
            )
        yield number, _read_row(path, number, cells)


def _cells(path: Path, number: int, line: str, delimiter: str) -> list[str]:
    if len(line) > _LONGEST_LINE:
        raise _wrong(path, number, "deze regel is te lang voor een gemeente. Kies een ander bestand")
    return [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter))]


def _read_row(path: Path, number: int, cells: list[str]) -> Municipality:
    code, name, start, end, successors = cells
    if not all(map(_CODE.fullmatch, (code, *successors.split()))):
        raise _wrong(path, number, "een code heeft geen vier cijfers. Schrijf ook de nullen vooraan, zoals 0014")
    if not name:
        raise _wrong(path, number, "de naam ontbreekt. Vul de naam van de gemeente in")
    first, until = _read_day(path, number, start), _read_day(path, number, end)
    if first and until and until <= first:
        raise _wrong(path, number, "het einde ligt niet na de ingang. Verbeter een van de twee datums")
    return Municipality(code=code, name=name, valid_from=first, valid_until=until, successors=tuple(successors.split()))


def _read_day(path: Path, number: int, text: str) -> date | None:
    if not text:
        return None
    try:
        if len(text) != 10:
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError as error:
        raise _wrong(path, number, "een datum klopt niet. Schrijf jaar-maand-dag, zoals 2025-01-01") from error


def _wrong(path: Path, number: int, what: str) -> DdasError:
    return DdasError(f"{show_path(path)}, regel {number}: {what}.")
