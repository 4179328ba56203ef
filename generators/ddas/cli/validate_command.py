"""``ddas validate``: check deliveries and print or write a report."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from ddas.errors import DdasError, os_error_in_words
from ddas.files import replace_file
from ddas.findings import Level

__all__ = ["add_command"]

_EPILOG = """\
exitcodes:
  0  niets gevonden op of boven het niveau van --fail-on
  1  wel iets gevonden, of een bestand is geen JSON of geen aanlevering
  2  niet uitgevoerd: een bestand of standaard bestaat niet, of een optie is onbekend
"""


def add_command(commands: Any) -> None:
    """Add ``validate``."""
    levels = [str(level) for level in Level]
    parser = commands.add_parser(
        "validate",
        help="controleer een aanlevering",
        description="Controleer een of meer aanleveringen (JSON) en toon precies wat er mis is.",
        epilog=_EPILOG,
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="BESTAND", help="JSON-bestand met een aanlevering")
    parser.add_argument(
        "--standard", metavar="CODE", help="bijvoorbeeld shv-v1.0; zonder deze optie: de versie die nu geldt"
    )
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="vorm van het verslag: text om te lezen of json voor een programma; zonder deze optie: text",
    )
    parser.add_argument(
        "--output",
        type=Path,
        metavar="BESTAND",
        help="schrijf het verslag naar dit bestand; zonder deze optie: naar het scherm",
    )
    parser.add_argument(
        "--level",
        choices=levels,
        default=str(Level.INFO),
        help="laagste niveau dat wordt getoond; zonder deze optie: info",
    )
    parser.add_argument(
        "--fail-on",
        choices=levels,
        default=str(Level.ERROR),
        help="niveau vanaf waar exitcode 1 volgt; zonder deze optie: fout",
    )
    parser.add_argument(
        "--max-per-rule",
        type=int,
        default=1000,
        metavar="N",
        help="hoogstens zoveel plekken per regel, 0 voor alle; zonder deze optie: 1000",
    )
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    if arguments.max_per_rule < 0:
        raise DdasError("--max-per-rule is een getal vanaf 0. Kies 0 om alle plekken te zien.")
    from ddas.rendering import RENDERERS
    from ddas.report import Report
    from ddas.validation.files import check_file

    reports = []
    refused = False
    for path in arguments.files:
        try:
            reports.append(check_file(path, arguments.standard, max_per_rule=arguments.max_per_rule))
        except DdasError as error:
            print(f"ddas: {error}", file=sys.stderr)
            refused = True
    if not reports:
        return 2
    report = Report(files=tuple(reports))
    text = RENDERERS[arguments.format](report, Level(arguments.level))
    if arguments.output is not None:
        _write(text, arguments.output)
    elif arguments.format == "text":
        sys.stdout.write(text)
    else:
        sys.stdout.buffer.write(text.encode())  # for programs: UTF-8 and line feeds on every system
    return 2 if refused else report.exit_code(Level(arguments.fail_on))


def _write(text: str, output: Path) -> None:
    try:
        replace_file(output, text.encode())
    except OSError as error:
        raise DdasError(
            f"{output} kan niet worden geschreven: {os_error_in_words(error)}. "
            "Controleer de map, de rechten en de vrije ruimte."
        ) from error
    print(f"Verslag geschreven naar {output}.", file=sys.stderr)
