"""A table as CSV, in the form for programs and in the form that a Dutch Excel opens in columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from enum import StrEnum

__all__ = ["CsvForm", "make_csv"]

_BOM = "\ufeff"


class CsvForm(StrEnum):
    """The two forms, by the word of the option ``--format``.

    ``PROGRAMS``: commas and line feeds. ``EXCEL``: semicolons, line ends of Windows and a mark that says UTF-8.
    """

    PROGRAMS = "csv"
    EXCEL = "csv-excel"


def make_csv(
    header: Sequence[str], rows: Iterable[Sequence[str | int | None]], form: CsvForm = CsvForm.PROGRAMS
) -> str:
    """The header and a line per row, to be written as UTF-8; None is an empty cell."""
    excel = form is CsvForm.EXCEL
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";" if excel else ",", lineterminator="\r\n" if excel else "\n")
    writer.writerow(header)
    writer.writerows(rows)
    return f"{_BOM if excel else ''}{stream.getvalue()}"
