"""``ddas fields``: which fields a standard asks, and what one of them means."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Sequence

from ddas.cli.fields_report import iter_cards, iter_tables, make_table
from ddas.comparison.history import Past, find_predecessors, past_of
from ddas.describing.field_search import Field, find_fields, suggest_labels
from ddas.errors import DdasError
from ddas.rendering.csv_table import CsvForm
from ddas.standard.catalog import find_specification, iter_specifications
from ddas.standard.specification import Obligation, Specification
from ddas.standard.status import Status
from ddas.terminal.streams import write_document

__all__ = ["answer"]

_Found = tuple[Specification, tuple[Field, ...]]
"""A standard, and the fields of it that were asked."""

_MANDATORY = (Obligation.REQUIRED, Obligation.CONDITIONAL)
_MOST_CARDS = 3
_MOST_SUGGESTIONS = 3


def answer(arguments: argparse.Namespace) -> int:
    """Print the fields that were asked; exit code 1 when there is none."""
    question = " ".join(arguments.words)
    if arguments.words and not question.strip():
        raise DdasError("Het zoekwoord is leeg. Geef een naam of een deel van een naam, of laat het weg.")
    specifications = _choose(arguments.standard)
    named = _find(specifications, question)
    found = [(s, _mandatory(fields) if arguments.required else fields) for s, fields in named]
    if not any(fields for _, fields in named):
        return _report_nothing(specifications, question)
    if not any(fields for _, fields in found):
        print("Geen van deze velden is verplicht of voorwaardelijk. Laat --required weg om ze te zien.")
        return 1
    if arguments.format != "table":
        specification, fields = _only(found)
        write_document(make_table(specification, fields, _past(specification), CsvForm(arguments.format)))
        return 0
    width = shutil.get_terminal_size((100, 24)).columns
    single = bool(question) and sum(len(fields) for _, fields in found) <= _MOST_CARDS
    for specification, fields in found:
        if fields:
            if single:
                lines = iter_cards(specification, fields, width, _past(specification))
            else:
                lines = iter_tables(specification, fields, width)
            print("\n".join(lines))
    if question and not single:
        object_type, attribute = next(f for _, fields in found for f in fields)
        print(f"De hele uitleg van een veld: ddas fields {object_type.name}.{attribute.name}")
    return 0


def _past(specification: Specification) -> Past:
    return past_of((*find_predecessors(specification, iter_specifications()), specification))


def _only(found: Sequence[_Found]) -> _Found:
    """The one standard that has fields to list: a table is about one standard, as ``velden.csv`` is."""
    filled = [(s, fields) for s, fields in found if fields]
    if len(filled) > 1:
        codes = " of ".join(f"--standard {s.id.code}" for s, _ in filled)
        raise DdasError(f"Een CSV-tabel gaat over één standaard. Kies er een met: {codes}.")
    return filled[0]


def _choose(code: str | None) -> tuple[Specification, ...]:
    """The named standard; else of every domain the newest adopted version."""
    if code is not None:
        return (find_specification(code),)
    newest_by_domain = {s.domain.name: s for s in iter_specifications() if s.status is Status.ADOPTED}
    if not newest_by_domain:
        raise DdasError("Geen enkele standaard is vastgesteld. Kies er zelf een met --standard, zoals shv-v1.0.")
    return tuple(newest_by_domain.values())


def _find(specifications: Sequence[Specification], question: str) -> list[_Found]:
    """The fields of each standard; definitions are searched when no standard has a field without them."""
    if not question:
        return [(s, tuple(s.iter_attributes())) for s in specifications]
    found = [(s, find_fields(s, question)) for s in specifications]
    if any(fields for _, fields in found):
        return found
    return [(s, find_fields(s, question, in_definitions=True)) for s in specifications]


def _mandatory(fields: Sequence[Field]) -> tuple[Field, ...]:
    return tuple(f for f in fields if f[1].obligation in _MANDATORY)


def _report_nothing(specifications: Sequence[Specification], question: str) -> int:
    labels = list(dict.fromkeys(n for s in specifications for n in suggest_labels(s, question)))[:_MOST_SUGGESTIONS]
    hint = f" Bedoelt u misschien: {', '.join(labels)}?" if labels else ""
    print(f"Geen veld gevonden voor {_these_words(question)}.{hint}")
    print("Alle velden ziet u met: ddas fields")
    return 1


def _these_words(question: str) -> str:
    return "deze zoekwoorden" if " " in question.strip() else "dit zoekwoord"
