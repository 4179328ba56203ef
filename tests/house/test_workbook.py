"""Workbooks hold what they are given, as text, and are the same bytes each time."""

from __future__ import annotations

import io
import zipfile

import openpyxl

from ddas.rendering.workbook import Sheet, make_workbook, store_members

SHEETS = [
    Sheet(title="Velden", header=["Veld", "Aantal"], rows=[["=1+1", 3], ["https://a.example", None], ["0344", 1]]),
    Sheet(title="Leeg", header=["Niets"], rows=[]),
]


def test_cells_are_what_was_given() -> None:
    book = openpyxl.load_workbook(io.BytesIO(make_workbook(SHEETS, title="Proef")))
    assert book.sheetnames == ["Velden", "Leeg"]
    assert [list(row) for row in book["Velden"].iter_rows(values_only=True)] == [
        ["Veld", "Aantal"],
        ["=1+1", 3],
        ["https://a.example", None],
        ["0344", 1],
    ]
    assert book["Velden"]["A2"].data_type == "s"
    assert book["Velden"].freeze_panes == "A2"
    assert book["Velden"].auto_filter.ref == "A1:B4"


def test_same_bytes_stored_and_without_the_clock() -> None:
    made = make_workbook(SHEETS, title="Proef")
    assert made == make_workbook(SHEETS, title="Proef")
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {i.compress_type for i in archive.infolist()} == {zipfile.ZIP_STORED}
        assert {i.date_time for i in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"1980-01-01" in archive.read("docProps/core.xml")


def test_archive_keeps_order_and_content() -> None:
    with zipfile.ZipFile(io.BytesIO(store_members({"b/x.txt": b"1", "a.txt": b"2"}))) as archive:
        assert archive.namelist() == ["b/x.txt", "a.txt"]
        assert archive.read("b/x.txt") == b"1"
