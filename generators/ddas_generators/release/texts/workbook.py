"""The workbook of texts: a sheet to write in, and one with what stood there, so that only changes come back."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ddas.errors import DdasError
from ddas.rendering.printable import make_printable
from ddas.rendering.workbook import Sheet, make_workbook
from ddas_generators.lint.element import Element
from ddas_generators.release.texts.cells import Column, read_cells

__all__ = ["Edit", "TextEdits", "make_text_workbook", "read_text_edits"]

_EDIT_SHEET, _ORIGINAL_SHEET = "Teksten ", "Bij export "
_HEADER = ("Onderdeel", "Soort", *Column)
_MOST_UNPACKED = 100_000_000
_MOST_ROWS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A cell that was changed. ``place``: sheet and cell; ``before``: what stood there at the export."""

    place: str
    path: str
    column: Column
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextEdits:
    """What a workbook asks for: the version, the changed cells, and what is wrong with the sheet itself, in Dutch."""

    version: str
    edits: tuple[Edit, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A row of a sheet by its element. ``problems``: cells that hold no text."""

    number: int
    cells: Mapping[Column, str]
    problems: tuple[str, ...] = ()


def make_text_workbook(version: str, elements: Iterable[Element]) -> bytes:
    """The workbook of these elements."""
    rows = [(e.path, str(e.kind), *read_cells(e).values()) for e in elements]
    sheets = [Sheet(title=f"{start}{version}", header=_HEADER, rows=rows) for start in (_EDIT_SHEET, _ORIGINAL_SHEET)]
    return make_workbook(sheets, title=f"Teksten van {version}")


def read_text_edits(content: bytes) -> TextEdits:
    """What was changed in a workbook of ``make_text_workbook``.

    Raises:
        DdasError: it is no such workbook.
    """
    sheets = _read_sheets(content)
    names = [name for name in sheets if name.startswith(_EDIT_SHEET)]
    if len(names) != 1 or (original := names[0].replace(_EDIT_SHEET, _ORIGINAL_SHEET, 1)) not in sheets:
        raise DdasError(
            f"In dit werkboek ontbreekt het blad '{_EDIT_SHEET}…' of '{_ORIGINAL_SHEET}…'. Maak het opnieuw met "
            "'ddas release texts export' en zet uw wijzigingen daarin."
        )
    rows, problems = _by_element(names[0], sheets[names[0]])
    before, _ = _by_element(original, sheets[original])
    edits: list[Edit] = []
    for path, row in rows.items():
        if path not in before:
            problems.append(
                f"Blad '{names[0]}', cel A{row.number}: '{make_printable(path[:100])}' stond niet in de export. "
                "Voeg geen onderdelen toe en hernoem ze niet; dat kan alleen in de modelbestanden."
            )
            continue
        problems += row.problems
        edits += _edits(names[0], path, row, before[path])
    version = names[0].removeprefix(_EDIT_SHEET)
    return TextEdits(version=version, edits=tuple(edits), problems=tuple(problems))


def _edits(sheet: str, path: str, row: _Row, before: _Row) -> Iterator[Edit]:
    for column in Column:
        old, new = before.cells.get(column, ""), row.cells.get(column, "")
        if _plain(old) != _plain(new):
            place = f"Blad '{sheet}', cel {_address(column, row.number)}"
            yield Edit(place=place, path=path, column=column, before=old, after=new)


def _plain(cell: str) -> list[str]:
    return [words for line in cell.split("\n") if (words := " ".join(line.split()))]


def _address(column: Column, row: int) -> str:
    return f"{chr(ord('A') + _HEADER.index(column))}{row}"


def _by_element(sheet: str, table: list[tuple[Any, ...]]) -> tuple[dict[str, _Row], list[str]]:
    if not table or tuple(table[0][: len(_HEADER)]) != _HEADER:
        raise DdasError(
            f"Blad '{make_printable(sheet)}', rij 1: de kolommen zijn niet meer {', '.join(_HEADER)}. Zet ze terug in "
            "deze volgorde, of maak het werkboek opnieuw."
        )
    rows: dict[str, _Row] = {}
    problems: list[str] = []
    for number, values in enumerate(table[1:], 2):
        path = "" if not values or values[0] is None else str(values[0]).strip()
        if not path:
            if any(value is not None for value in values):
                problems.append(f"Blad '{sheet}', cel A{number}: hier ontbreekt het onderdeel. Zet de naam terug.")
        elif path in rows:
            problems.append(
                f"Blad '{sheet}', cel A{number}: '{make_printable(path[:100])}' staat ook op rij {rows[path].number}. "
                "Haal een van de twee rijen weg."
            )
        else:
            rows[path] = _row(sheet, number, values)
    return rows, problems


def _row(sheet: str, number: int, values: tuple[Any, ...]) -> _Row:
    cells: dict[Column, str] = {}
    problems: list[str] = []
    for column, value in zip(Column, values[2:], strict=False):
        text = _text(value)
        if text is None:
            problems.append(
                f"Blad '{sheet}', cel {_address(column, number)}: hier staat geen tekst. Geef de cel de opmaak Tekst "
                "en typ de tekst opnieuw."
            )
        else:
            cells[column] = text
    return _Row(number=number, cells=cells, problems=tuple(problems))


def _text(value: object) -> str | None:
    """Excel makes numbers and days of what looks like one."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("_x000D_", "")
    if isinstance(value, datetime) and value.time() == datetime.min.time():
        return value.date().isoformat()
    if isinstance(value, (int, float)) and not isinstance(value, bool) and value == int(value):
        return str(int(value))
    return None


def _read_sheets(content: bytes) -> dict[str, list[tuple[Any, ...]]]:
    try:
        import openpyxl
    except ModuleNotFoundError as error:
        raise DdasError(
            "Om Excel te lezen mist een pakket. Installeer het in de map van de toolkit met: pip install '.[build]'"
        ) from error
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(info.file_size for info in archive.infolist()) > _MOST_UNPACKED:
                raise DdasError("Dit werkboek is uitgepakt te groot. Maak het opnieuw met 'ddas release texts export'.")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl does not keep; nothing is written back
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            return {
                sheet.title: list(sheet.iter_rows(max_row=_MOST_ROWS, max_col=len(_HEADER), values_only=True))
                for sheet in book.worksheets
                if sheet.title.startswith((_EDIT_SHEET, _ORIGINAL_SHEET))
            }
    except (zipfile.BadZipFile, OSError, KeyError, ValueError, TypeError, AttributeError, SyntaxError) as error:
        raise DdasError("Dit is geen werkboek van Excel (.xlsx). Kies het bestand dat u hebt geëxporteerd.") from error
