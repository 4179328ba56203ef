"""Tables → an Excel workbook, the same bytes everywhere: members stored, not deflated, with one fixed time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from ddas.errors import DdasError

__all__ = ["Sheet", "make_workbook", "store_members"]

_FIXED = datetime(1980, 1, 1)  # the earliest time that a zip file can hold
_NARROWEST, _WIDEST = 8, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table. ``title`` has at most 31 characters; every row has as many cells as ``header``."""

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[str | int | None]]


def make_workbook(sheets: Iterable[Sheet], *, title: str) -> bytes:
    """The workbook: first row of each sheet bold, frozen and with filters; texts are never read as formulas.

    Raises:
        DdasError: the package that writes workbooks is not installed.
    """
    try:
        import xlsxwriter
    except ModuleNotFoundError as error:
        raise DdasError(
            "Voor Excel mist een pakket. Installeer het in de map van de toolkit met: pip install '.[excel]'"
        ) from error
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": title, "created": _FIXED})
        bold = book.add_format({"bold": True, "bg_color": "#E8EEF5", "text_wrap": True, "valign": "top"})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        for sheet in sheets:
            page = book.add_worksheet(sheet.title)
            page.write_row(0, 0, sheet.header, bold)
            for number, row in enumerate(sheet.rows, 1):
                page.write_row(number, 0, row, plain)
            for column, width in enumerate(_widths(sheet)):
                page.set_column(column, column, width)
            page.freeze_panes(1, 0)
            page.autofilter(0, 0, len(sheet.rows), len(sheet.header) - 1)
            page.set_landscape()
            page.set_paper(9)  # A4
            page.fit_to_pages(1, 0)
            page.repeat_rows(0)
    with zipfile.ZipFile(buffer) as made:
        return store_members({info.filename: made.read(info) for info in made.infolist()})


def store_members(members: dict[str, bytes]) -> bytes:
    """A zip archive of these files, in this order, stored and with one fixed time: bytes depend on the input alone."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in members.items():
            entry = zipfile.ZipInfo(name, _FIXED.timetuple()[:6])
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return buffer.getvalue()


def _widths(sheet: Sheet) -> list[int]:
    columns = zip(sheet.header, *sheet.rows, strict=True)
    longest = (max(len(line) for cell in column for line in str(cell or "").split("\n")) for column in columns)
    return [min(max(width + 2, _NARROWEST), _WIDEST) for width in longest]
