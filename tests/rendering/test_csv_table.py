from __future__ import annotations

import csv
import io

import pytest

from ddas.rendering.csv_table import CsvForm, make_csv

HEADER = ("Naam", "Meeste tekens")
ROWS = [('a,b;"c"', 3), ("één\nregel", None), ("", 0)]


def test_for_programs() -> None:
    assert make_csv(HEADER, ROWS) == 'Naam,Meeste tekens\n"a,b;""c""",3\n"één\nregel",\n,0\n'


def test_for_excel() -> None:
    made = make_csv(HEADER, ROWS, CsvForm.EXCEL)
    assert made == '\ufeffNaam;Meeste tekens\r\n"a,b;""c""";3\r\n"één\nregel";\r\n;0\r\n'


@pytest.mark.parametrize(("form", "delimiter"), [(CsvForm.PROGRAMS, ","), (CsvForm.EXCEL, ";")])
def test_what_is_written_is_read_back(form: CsvForm, delimiter: str) -> None:
    text = make_csv(HEADER, ROWS, form).removeprefix("\ufeff")
    read = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    assert read == [["" if c is None else str(c) for c in row] for row in (HEADER, *ROWS)]
