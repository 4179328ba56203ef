"""Why something changed stands wherever the change itself is told."""

from __future__ import annotations

import io
import json

import openpyxl
import pytest

from ddas.comparison.compare import Comparison, compare
from ddas.comparison.rendering import RENDERERS
from ddas.comparison.rendering.workbook_changes import render_workbook
from ddas.describing.facts import iter_past
from tests.conftest import load_past, load_standard

SOLUTION = "EnumOplossingssoort=Schuldregeling zonder afloscapaciteit"
CREDITOR = "leveringen[].schuldhulptrajecten[].schulden[].schuldeiser"


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(load_standard("shv-v1.0"), load_standard("shv-v1.1"))


def reason_of(comparison: Comparison, path: str) -> str:
    return next(c.reason for c in comparison.changes if c.path == path and c.reason)


def test_every_declared_change_has_its_reason(comparison: Comparison) -> None:
    declared = {(d.kind, d.path): d.reason for d in comparison.new.declared_changes}
    found = {(str(c.kind), c.path): c.reason for c in comparison.changes}
    assert declared.items() <= found.items()


@pytest.mark.parametrize("form", ["text", "markdown", "note", "json"])
def test_reason_is_in_every_form(comparison: Comparison, form: str) -> None:
    text = " ".join(RENDERERS[form](comparison, None).split())
    assert reason_of(comparison, CREDITOR) in text
    assert ("Waarom" in text) is (form != "json")


def test_workbook_has_a_column(comparison: Comparison) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(render_workbook(comparison)))["Wijzigingen"]
    header, *rows = sheet.iter_rows(values_only=True)
    column, place = header.index("Waarom"), header.index("Naam in het bestand of de code")
    assert reason_of(comparison, SOLUTION) in {row[column] for row in rows if row[place] == SOLUTION}


def test_a_rename_alone_gives_its_reason() -> None:
    comparison = compare(load_standard("shv-v0.9"), load_standard("shv-v0.10"))
    (rename,) = (r for r in comparison.new.renames if r.new.endswith("schuldsoort"))
    assert reason_of(comparison, rename.new) == rename.reason


def test_backwards_nobody_gave_a_reason() -> None:
    comparison = compare(load_standard("shv-v1.1"), load_standard("shv-v1.0"))
    assert {c.reason for c in comparison.changes} == {""}
    assert "    Waarom:" not in RENDERERS["text"](comparison, None)
    assert json.loads(RENDERERS["json"](comparison, None))["changes"][0]["reason"] == ""


def test_history_of_a_field_says_why(comparison: Comparison) -> None:
    history = load_past("shv-v1.1").history[CREDITOR]
    assert any(reason_of(comparison, CREDITOR) in text for _, text in iter_past(history))


def test_why_a_version_was_revised_is_told() -> None:
    comparison = compare(load_standard("shv-v0.10"), load_standard("shv-v1.0"))
    revision = comparison.new.revisions[-1]
    for form in ("markdown", "note"):
        assert f"| {revision.number} | {revision.date or 'onbekend'} | " in RENDERERS[form](comparison, None)
    sheet = openpyxl.load_workbook(io.BytesIO(render_workbook(comparison)))["Revisies"]
    header, newest, *_ = sheet.iter_rows(values_only=True)
    assert header == ("Revisie", "Datum", "Waarom")
    assert newest == (str(revision.number), revision.date or "onbekend", revision.reason)


def test_a_version_without_revisions_has_no_such_table(comparison: Comparison) -> None:
    assert "Revisies" not in RENDERERS["markdown"](comparison, None)
