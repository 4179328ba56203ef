"""``ddas fields``: its options. What it does stands in ``fields_query``, which loads only when it is asked."""

from __future__ import annotations

import argparse
from typing import Any

__all__ = ["add_command"]


def add_command(commands: Any) -> None:
    """Add ``fields``."""
    parser = commands.add_parser(
        "fields",
        help="toon de velden van een standaard, of de uitleg van een veld",
        description="Toon de velden van een standaard, of zoek een veld op met een of meer woorden.",
    )
    parser.add_argument(
        "words", metavar="WOORD", nargs="*", help="naam, deel van een naam of zoekwoord; meer woorden mag"
    )
    parser.add_argument("--required", action="store_true", help="alleen wat verplicht of voorwaardelijk is")
    parser.add_argument(
        "--standard", metavar="CODE", help="bijvoorbeeld shv-v1.0; zonder deze optie: de nieuwste vastgestelde"
    )
    parser.add_argument(
        "--format",
        choices=("table", "csv", "csv-excel"),
        default="table",
        help=(
            "table om te lezen, csv voor programma's (komma's) of csv-excel voor een Nederlandse Excel (puntkomma's); "
            "zonder deze optie: table"
        ),
    )
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    from ddas.cli.fields_query import answer

    return answer(arguments)
