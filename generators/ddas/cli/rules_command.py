"""``ddas rules``: its options. What it does stands in ``rules_report``, which loads only when it is asked."""

from __future__ import annotations

import argparse
from typing import Any

__all__ = ["add_command"]


def add_command(commands: Any) -> None:
    """Add ``rules``."""
    parser = commands.add_parser(
        "rules",
        help="toon de regels van een standaard, of de uitleg van een regel",
        description=(
            "Toon de regels waaraan een aanlevering moet voldoen naast het schema, of alles over één regel: "
            "wat zij vraagt, waarom, wat u kunt doen en een voorbeeld dat goed en een dat fout is."
        ),
    )
    parser.add_argument(
        "ids",
        metavar="ID",
        nargs="*",
        help="code van een regel, zoals SHV-012, of een andere code uit een verslag; zonder code: de lijst",
    )
    parser.add_argument(
        "--standard", metavar="CODE", help="bijvoorbeeld shv-v1.0; zonder deze optie: de nieuwste vastgestelde"
    )
    parser.add_argument(
        "--format",
        choices=("table", "csv", "csv-excel", "json"),
        default="table",
        help=(
            "table om te lezen, csv (komma's) of json voor programma's, of csv-excel voor een Nederlandse Excel "
            "(puntkomma's); zonder deze optie: table"
        ),
    )
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    from ddas.cli.rules_report import answer

    return answer(arguments)
