"""The Excel change list holds every change once, strongest first."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from ddas.cli.main import main
from ddas.comparison.compare import compare
from ddas.comparison.rendering.workbook_changes import render_workbook
from tests.conftest import load_standard

PAIR = ("shv-v0.10", "shv-v1.0")


def test_every_change_is_a_row() -> None:
    comparison = compare(*(load_standard(code) for code in PAIR))
    book = openpyxl.load_workbook(io.BytesIO(render_workbook(comparison)))
    assert book.sheetnames == ["Samenvatting", "Wijzigingen", "Revisies"]
    _, *rows = book["Wijzigingen"].iter_rows(values_only=True)
    assert len(rows) == len(comparison.changes)
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    assert rows[0][1] == "Strenger"
    assert "Beeindigingsbeschikking" in str(rows[0][3])
    counts = {row[0]: row[1] for row in book["Samenvatting"].iter_rows(min_row=2, values_only=True)}
    assert counts["Strenger"] == 1
    assert counts["Samen"] == len(rows)


def test_same_bytes_twice() -> None:
    comparison = compare(*(load_standard(code) for code in PAIR))
    assert render_workbook(comparison) == render_workbook(comparison)


def test_command_writes_the_workbook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "lijst.xlsx"
    assert main(["diff", *PAIR, "--format", "xlsx", "--output", str(target)]) == 0
    assert openpyxl.load_workbook(target)["Wijzigingen"].max_row > 2
    assert capsys.readouterr().out == ""
    assert main(["diff", *PAIR, "--format", "xlsx"]) == 2
    assert "--output" in capsys.readouterr().err
