"""The overview of fields: the page, the workbook and the CSV hold the same; the workbook to fill in counts."""

from __future__ import annotations

import csv
import io
from html.parser import HTMLParser

import openpyxl
import pytest

from ddas.describing.field_rows import HEADER, list_field_rows, row_cells
from ddas.standard.specification import Specification
from ddas_generators.emit.tables.fields_table import CSV_NAME, WORKBOOK_NAME, emit_fields
from ddas_generators.emit.tables.own_registration import ANSWERS, FIELD_HEADER, emit_own_registration
from tests.conftest import load_past, load_standard
from tests.site.site_pages import pages_of


def files(code: str) -> dict[str, bytes]:
    return {a.path: a.content for a in emit_fields(load_standard(code), load_past(code))}


def test_workbook_and_csv_hold_the_rows_of_the_overview(specification: Specification) -> None:
    rows = [row_cells(r) for r in list_field_rows(specification, load_past(specification.id.code).history)]
    assert len(rows) == len(list(specification.iter_attributes()))
    made = files(specification.id.code)
    page = openpyxl.load_workbook(io.BytesIO(made[WORKBOOK_NAME])).active
    assert page is not None
    cells = [tuple("" if c is None else c for c in row) for row in page.iter_rows(values_only=True)]
    wanted = [tuple("" if c is None else c for c in row) for row in (HEADER, *rows)]
    assert cells == wanted
    text = list(csv.reader(io.StringIO(made[CSV_NAME].decode())))
    assert text == [[str(c) for c in row] for row in wanted]


class Rows(HTMLParser):
    """The text of each cell in the table of fields."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "tr" and "data-plicht" in given:
            self.inside = True
            self.rows.append([str(given["data-fase"])])
        elif tag == "tr":
            self.inside = False
        elif self.inside and tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.inside and len(self.rows[-1]) > 1:
            self.rows[-1][-1] += data


@pytest.mark.parametrize("code", ["shv-v1.0", "shv-v0.8", "vs-v0.9"])
def test_the_page_shows_what_the_csv_holds(code: str) -> None:
    shown = Rows(pages_of(code)["overzicht/"].html).rows
    lines = list(csv.DictReader(io.StringIO(files(code)[CSV_NAME].decode())))
    assert len(shown) == len(lines)
    for cells, line in zip(shown, lines, strict=True):
        text = " ".join(" ".join(cells).split()).casefold()
        for name, value in line.items():
            assert " ".join(value.replace("`", "").split()).casefold() in text, (name, value)


def test_workbook_to_fill_in() -> None:
    specification = load_standard("shv-v1.0")
    (artefact,) = emit_own_registration(specification, load_past("shv-v1.0"))
    (again,) = emit_own_registration(specification, load_past("shv-v1.0"))
    assert artefact == again
    book = openpyxl.load_workbook(io.BytesIO(artefact.content))
    assert book.sheetnames == ["Uitleg", "Velden", "Samenvatting"]
    fields = book["Velden"]
    number = len(list(specification.iter_attributes()))
    assert [c.value for c in fields[1]] == list(FIELD_HEADER)
    assert fields.max_row == number + 1
    (rule,) = fields.data_validations.dataValidation
    # Excel splits a list in a rule on commas, so that an answer with a comma must come from cells.
    sheet, _, cells = str(rule.formula1).partition("!")
    assert [c.value for (c,) in book[sheet][cells.replace("$", "")]] == list(ANSWERS)
    assert str(rule.sqref) == f"H2:H{number + 1}"
