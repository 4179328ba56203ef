"""Specification → the overview of its fields as Excel and CSV, with the rows that the site shows."""

from __future__ import annotations

from collections.abc import Iterable

from ddas.comparison.history import Past
from ddas.describing.field_rows import HEADER, list_field_rows, row_cells
from ddas.rendering.csv_table import make_csv
from ddas.rendering.workbook import Sheet, make_workbook
from ddas.standard.specification import Specification
from ddas_generators.emit.artefact import Artefact

__all__ = ["CSV_NAME", "WORKBOOK_NAME", "emit_fields"]

CSV_NAME = "velden.csv"
WORKBOOK_NAME = "velden.xlsx"


def emit_fields(specification: Specification, past: Past) -> Iterable[Artefact]:
    """The same rows twice: CSV with commas and line feeds in UTF-8, and a workbook of one sheet."""
    rows = list_field_rows(specification, past.history)
    yield Artefact(CSV_NAME, make_csv(HEADER, map(row_cells, rows)).encode())
    sheet = Sheet(title="Velden", header=HEADER, rows=[row_cells(r) for r in rows])
    title = f"{specification.title} {specification.version}: alle velden"
    yield Artefact(WORKBOOK_NAME, make_workbook([sheet], title=title))
