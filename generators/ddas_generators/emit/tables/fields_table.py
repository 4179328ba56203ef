"""Specification → the overview of its fields as Excel and CSV, with the rows that the site shows."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from ddas.describing.field_rows import HEADER, FieldRow, list_field_rows, row_cells
from ddas.rendering.workbook import Sheet, make_workbook
from ddas.standard.specification import Specification
from ddas_generators.emit.artefact import Artefact

__all__ = ["CSV_NAME", "WORKBOOK_NAME", "emit_fields"]

CSV_NAME = "velden.csv"
WORKBOOK_NAME = "velden.xlsx"


def emit_fields(specification: Specification, predecessors: tuple[Specification, ...]) -> Iterable[Artefact]:
    """The same rows twice: CSV with commas and line feeds in UTF-8, and a workbook of one sheet."""
    rows = list_field_rows(specification, predecessors)
    yield Artefact(CSV_NAME, _make_csv(rows).encode())
    sheet = Sheet(title="Velden", header=HEADER, rows=[row_cells(r) for r in rows])
    title = f"{specification.title} {specification.version}: alle velden"
    yield Artefact(WORKBOOK_NAME, make_workbook([sheet], title=title))


def _make_csv(rows: Iterable[FieldRow]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows(row_cells(r) for r in rows)
    return stream.getvalue()
