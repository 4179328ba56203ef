"""Specification → a workbook in which an organisation compares its own registration with what is asked.

The sheet with fields is filled in by hand; formulas count the three outcomes and list what is to be done.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import xlsxwriter

from ddas.comparison.history import Past
from ddas.describing.field_rows import FieldRow, list_field_rows
from ddas.rendering.workbook import store_members
from ddas.standard.specification import Specification
from ddas_generators.emit.artefact import Artefact

__all__ = ["ANSWERS", "FIELD_HEADER", "FILE_NAME", "emit_own_registration"]

FILE_NAME = "eigen-registratie.xlsx"
ANSWERS = ("ja", "ja, maar anders gedefinieerd", "nee")
"""The answers to ‘Registreren wij dit?’, in the order of the outcomes 1, 2 and 3."""

FIELD_HEADER = (
    "Fase",
    "Objecttype",
    "Veld",
    "Naam in JSON",
    "Omschrijving",
    "Verplichting",
    "Voorwaarde",
    "Registreren wij dit?",
    "In welk systeem",
    "Op welk scherm",
    "In welk veld",
    "Wie zoekt het uit",
    "Klaar op",
    "Opmerkingen",
    "Uitkomst",
    "Actie nummer",
)
_WIDTHS = (18, 20, 32, 24, 56, 15, 34, 24, 20, 20, 20, 20, 13, 40, 10, 10)
_ASKED, _OUTCOME, _ACTION = 7, 14, 15  # columns, 0-based
_FIRST_ANSWER = 16  # row on the first sheet, 0-based; a list in a cell rule cannot hold an answer with a comma
_FIXED = datetime(1980, 1, 1)  # the earliest time that a zip file can hold
_OUTCOMES = (
    (1, "U registreert het zoals het is omschreven.", "Niets."),
    (
        2,
        "U registreert het, maar niet overal zoals het is omschreven.",
        "Bespreek het in uw organisatie. Neem zo nodig contact op met uw leverancier.",
    ),
    (
        3,
        "Het wordt gevraagd, maar u registreert het niet.",
        "Bepaal wanneer het wel kan en wat er moet veranderen, zoals een werkproces of werkinstructie. "
        "Neem zo nodig contact op met uw leverancier.",
    ),
)


def emit_own_registration(specification: Specification, past: Past) -> Iterable[Artefact]:
    """One workbook: explanation, fields to fill in, summary."""
    rows = list_field_rows(specification, past.history)
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        title = f"{specification.title} {specification.version}: eigen registratie"
        book.set_properties({"title": title, "created": _FIXED})
        _write_explanation(book, specification)
        _write_fields(book, rows)
        _write_summary(book, rows)
    with zipfile.ZipFile(buffer) as made:
        yield Artefact(FILE_NAME, store_members({info.filename: made.read(info) for info in made.infolist()}))


def _write_explanation(book: Any, specification: Specification) -> None:
    page = book.add_worksheet("Uitleg")
    wrap, bold = book.add_format({"text_wrap": True, "valign": "top"}), _bold(book)
    large = book.add_format({"bold": True, "font_size": 16})
    page.set_column(0, 0, 12)
    page.set_column(1, 2, 62)
    name = f"{specification.title} {specification.version}"
    page.write(0, 0, f"Uw eigen registratie en {name} ({specification.edition_name})", large)
    page.write(1, 0, "Dit is geen officiële publicatie van VNG, Divosa, NVVK of CBS.")
    page.write_row(3, 0, ("Uitkomst", "Wat u vond", "Wat u doet"), bold)
    for number, (outcome, found, action) in enumerate(_OUTCOMES, 4):
        page.write_row(number, 0, (outcome, found, action), wrap)
    steps = (
        f"1. Kies op het blad ‘Velden’ bij elk veld uit: {', '.join(f'‘{a}’' for a in ANSWERS)}.",
        "2. Schrijf op in welk systeem, scherm en veld het staat, wie iets uitzoekt, en wanneer dat klaar is.",
        "3. Het blad ‘Samenvatting’ telt de uitkomsten per fase en noemt de acties. U hoeft daar niets in te vullen.",
        "Wat de uitkomst ook is: lever wat uw systeem nu kan geven.",
        "Zet geen gegevens van cliënten in dit werkboek.",
    )
    for number, text in enumerate(steps, 9):
        page.write(number, 0, text)
    page.write(_FIRST_ANSWER - 1, 0, "De antwoorden", bold)
    page.write_column(_FIRST_ANSWER, 0, ANSWERS)
    _set_paper(page)


def _write_fields(book: Any, rows: Sequence[FieldRow]) -> None:
    page = book.add_worksheet("Velden")
    wrap, bold = book.add_format({"text_wrap": True, "valign": "top"}), _bold(book)
    open_cell = book.add_format(
        {"text_wrap": True, "valign": "top", "bg_color": "#FFF9E8", "border": 1, "border_color": "#D8D0B8"}
    )
    open_day = book.add_format(
        {"valign": "top", "bg_color": "#FFF9E8", "border": 1, "border_color": "#D8D0B8", "num_format": "dd-mm-yyyy"}
    )
    page.write_row(0, 0, FIELD_HEADER, bold)
    for number, row in enumerate(rows, 1):
        known = (row.phase, row.object_type, row.label, row.wire_name, row.definition, row.obligation, row.condition)
        page.write_row(number, 0, known, wrap)
        for column in range(_ASKED, _OUTCOME):
            page.write_blank(number, column, None, open_day if FIELD_HEADER[column] == "Klaar op" else open_cell)
        line = number + 1
        page.write_formula(number, _OUTCOME, _outcome_formula(line), wrap, "")
        page.write_formula(number, _ACTION, f'=IF(OR(O{line}=2,O{line}=3),MAX(P$1:P{line - 1})+1,"")', wrap, "")
    page.data_validation(
        1,
        _ASKED,
        len(rows),
        _ASKED,
        {
            "validate": "list",
            "source": f"=Uitleg!$A${_FIRST_ANSWER + 1}:$A${_FIRST_ANSWER + len(ANSWERS)}",
            "error_title": "Kies uit de lijst",
            "error_message": "Kies: " + " / ".join(ANSWERS),
        },
    )
    for column, width in enumerate(_WIDTHS):
        page.set_column(column, column, width, None, {"hidden": column == _ACTION})
    page.freeze_panes(1, 4)
    page.autofilter(0, 0, len(rows), len(FIELD_HEADER) - 1)
    page.repeat_rows(0)
    _set_paper(page)


def _outcome_formula(line: int) -> str:
    tests = [f'H{line}="{answer}",{outcome}' for outcome, answer in enumerate(ANSWERS, 1)]
    return f'=IF({tests[0]},IF({tests[1]},IF({tests[2]},"")))'


def _write_summary(book: Any, rows: Sequence[FieldRow]) -> None:
    page = book.add_worksheet("Samenvatting")
    wrap, bold = book.add_format({"text_wrap": True, "valign": "top"}), _bold(book)
    last = len(rows) + 1
    phases = list(dict.fromkeys(r.phase for r in rows))
    page.write_row(0, 0, ("Fase", "Velden", "Uitkomst 1", "Uitkomst 2", "Uitkomst 3", "Nog niet bekeken"), bold)
    for number, phase in enumerate(phases, 1):
        count = sum(r.phase == phase for r in rows)
        page.write(number, 0, phase, wrap)
        page.write_formula(number, 1, f"=COUNTIF(Velden!$A$2:$A${last},$A{number + 1})", wrap, count)
        for outcome in (1, 2, 3):
            formula = f"=COUNTIFS(Velden!$A$2:$A${last},$A{number + 1},Velden!$O$2:$O${last},{outcome})"
            page.write_formula(number, outcome + 1, formula, wrap, 0)
        page.write_formula(number, 5, f"=B{number + 1}-SUM(C{number + 1}:E{number + 1})", wrap, count)
    total = len(phases) + 1
    page.write(total, 0, "Samen", bold)
    for column, letter in enumerate("BCDEF", 1):
        value = len(rows) if letter in "BF" else 0
        page.write_formula(total, column, f"=SUM({letter}2:{letter}{total})", bold, value)
    _write_actions(page, bold, wrap, total + 2, len(rows))
    page.set_column(0, 0, 26)
    page.set_column(1, 7, 20)
    _set_paper(page)


def _write_actions(page: Any, bold: Any, wrap: Any, start: int, number_of_fields: int) -> None:
    """The fields with outcome 2 or 3, in the order of the sheet; ``start``: 0-based row of the head."""
    columns = (
        ("Veld", "C"),
        ("Objecttype", "B"),
        ("Verplichting", "F"),
        ("Uitkomst", "O"),
        ("Wie zoekt het uit", "L"),
        ("Klaar op", "M"),
        ("Opmerkingen", "N"),
    )
    page.write(start, 0, "Acties", bold)
    page.write_row(start + 1, 0, [name for name, _ in columns], bold)
    last = number_of_fields + 1
    for number in range(1, number_of_fields + 1):
        for column, (_, letter) in enumerate(columns):
            found = f"INDEX(Velden!${letter}$2:${letter}${last},MATCH({number},Velden!$P$2:$P${last},0))"
            shown = f'TEXT({found},"dd-mm-yyyy")' if letter == "M" else f'{found}&""'
            empty = f'IF({found}="","",{shown})' if letter == "M" else shown
            page.write_formula(start + 1 + number, column, f'=IFERROR({empty},"")', wrap, "")


def _bold(book: Any) -> Any:
    return book.add_format({"bold": True, "bg_color": "#E8EEF5", "text_wrap": True, "valign": "top"})


def _set_paper(page: Any) -> None:
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
