"""``ddas diff``: what changed between two versions, and who must do something."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from ddas.cli.build_commands import load_model_folder
from ddas.errors import DdasError
from ddas.rendering.files import check_target, write_output
from ddas.terminal.streams import write_document

__all__ = ["add_command"]

_FORMATS = ("text", "markdown", "json", "note", "xlsx")
_EPILOG = """\
OUD en NIEUW zijn elk een versie (shv-v0.10), een specification.json, een map met een model,
of een gepubliceerd JSON Schema. Van een schema wordt alleen de opbouw vergeleken.

exitcodes:
  0  vergeleken, met of zonder verschillen
  2  niet uitgevoerd: een versie of bestand bestaat niet, of de twee horen bij verschillende domeinen
"""


def add_command(commands: Any) -> None:
    """Add ``diff``."""
    parser = commands.add_parser(
        "diff",
        help="vergelijk twee versies van een standaard",
        description="Vergelijk twee versies en toon wat er verandert en wie iets moet doen.",
        epilog=_EPILOG,
    )
    parser.add_argument("old", metavar="OUD", help="de versie waarvan u uitgaat")
    parser.add_argument("new", metavar="NIEUW", help="de versie waar u naartoe gaat")
    parser.add_argument(
        "--format",
        choices=_FORMATS,
        default="text",
        help="text (om te lezen), markdown (alles), json (voor programma's), note (een bericht voor gebruikers) of "
        "xlsx (een lijst in Excel, met --output); zonder deze optie: text",
    )
    parser.add_argument("--output", type=Path, metavar="BESTAND", help="schrijf de uitkomst naar dit bestand")
    parser.add_argument(
        "--deliveries",
        type=Path,
        metavar="MAP",
        help="tel in hoeveel aanleveringen in deze map er iets verandert; toont niets van de inhoud",
    )
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    if arguments.format == "xlsx" and (arguments.output is None or arguments.deliveries is not None):
        raise DdasError(
            "Een lijst in Excel komt in een bestand en telt geen aanleveringen. Geef --output BESTAND.xlsx."
        )
    from ddas.comparison.compare import compare
    from ddas.comparison.impact import list_deliveries, measure_impact
    from ddas.comparison.rendering import RENDERERS
    from ddas.comparison.side import find_between, read_side
    from ddas.standard.catalog import iter_specifications

    inputs = [Path(arguments.old), Path(arguments.new)]
    files = None if arguments.deliveries is None else list_deliveries(arguments.deliveries)
    if arguments.output is not None:
        inputs += files or []
        check_target(arguments.output, *inputs)
    old, new = read_side(arguments.old, load_model_folder), read_side(arguments.new, load_model_folder)
    comparison = compare(
        old.specification,
        new.specification,
        between=find_between(old.specification, new.specification, iter_specifications()),
        structure_only=old.structure_only or new.structure_only,
    )
    if arguments.format == "xlsx":
        from ddas.comparison.rendering.workbook_changes import render_workbook

        write_output(arguments.output, render_workbook(comparison), inputs=inputs)
        return 0
    impact = None if files is None else measure_impact(comparison, files)
    text = RENDERERS[arguments.format](comparison, impact)
    if arguments.output is None:
        _print(arguments.format, text)
    else:
        write_output(arguments.output, text.encode(), inputs=inputs)
    return 0


def _print(form: str, text: str) -> None:
    if form == "text":
        sys.stdout.write(text)
    else:
        write_document(text)
