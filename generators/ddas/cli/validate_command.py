"""``ddas validate``: check deliveries and print or write a report."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ddas.errors import DdasError
from ddas.findings import Level
from ddas.rendering.files import check_target, write_output
from ddas.rendering.printable import show_path
from ddas.terminal.streams import tell, write_document
from ddas.validation.rendering import FORMS, Shown, form_for, render

if TYPE_CHECKING:
    from datetime import date

    from ddas.delivery.listing import Listing
    from ddas.validation.suppression import Suppression

__all__ = ["add_command"]

_MOST_OTHERS = 5
_EPILOG = """\
exitcodes:
  0  niets gevonden op of boven het niveau van --fail-on
  1  wel iets gevonden, of een bestand is geen JSON of geen aanlevering
  2  niet of niet helemaal uitgevoerd: een bestand, map of standaard bestaat niet of is niet te lezen,
     of een optie is onbekend
"""


def add_command(commands: Any) -> None:
    """Add ``validate``."""
    levels = [str(level) for level in Level]
    parser = commands.add_parser(
        "validate",
        help="controleer een aanlevering",
        description=(
            "Controleer een of meer aanleveringen (JSON) en toon precies wat er mis is. Noem bestanden of mappen; "
            "een streepje (-) leest van de invoer."
        ),
        epilog=_EPILOG,
    )
    parser.add_argument("files", nargs="+", metavar="BESTAND", help="JSON-bestand met een aanlevering, of een map")
    parser.add_argument(
        "--standard", metavar="CODE", help="bijvoorbeeld shv-v1.0; zonder deze optie: de versie die nu geldt"
    )
    parser.add_argument(
        "--date",
        type=_day,
        metavar="DAG",
        help="kies de versie die op deze dag geldt, jjjj-mm-dd; zonder deze optie: vandaag",
    )
    parser.add_argument(
        "--format",
        choices=tuple(FORMS),
        help=(
            "vorm van het verslag: text of html om te lezen, json, sarif of junit voor een programma; "
            "zonder deze optie zegt de naam bij --output het (.html, .json, .sarif of .xml), en anders text"
        ),
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
    parser.add_argument(
        "--structure-only",
        action="store_true",
        help="controleer alleen de opbouw, zoals het schema dat doet, en niet de regels",
    )
    parser.add_argument(
        "--exceptions",
        type=Path,
        metavar="BESTAND",
        help=(
            "bestand met afgesproken uitzonderingen op regels; "
            "zonder deze optie: ddas-uitzonderingen.toml in deze map, als het er is"
        ),
    )
    parser.add_argument(
        "--municipalities",
        type=Path,
        metavar="BESTAND",
        help="eigen lijst met gemeentecodes (CSV); zonder deze optie: de lijst van ddas",
    )
    parser.add_argument(
        "--processes",
        type=int,
        choices=(1, 2, 3, 4),
        metavar="N",
        help="aantal processen, 1 tot 4; zonder deze optie: 2 bij grote bestanden",
    )
    parser.set_defaults(run=_run)


def _day(text: str) -> date:
    from datetime import date

    day = date.fromisoformat(text)
    if day.isoformat() != text:
        raise ValueError
    return day


def _run(arguments: argparse.Namespace) -> int:
    if arguments.max_per_rule < 0:
        raise DdasError("--max-per-rule is een getal vanaf 0. Kies 0 om alle plekken te zien.")
    from ddas.delivery.listing import list_files
    from ddas.standard.municipalities import read_municipalities
    from ddas.terminal.colour import paint, wants_colour
    from ddas.terminal.progress import ProgressBar
    from ddas.validation.checking import check_files
    from ddas.validation.options import CheckOptions, today

    bar = ProgressBar()
    refused: list[DdasError] = []

    def refuse(error: DdasError) -> None:
        bar.clear()
        tell(f"ddas: {error}")
        refused.append(error)

    day = arguments.date or today()
    options = CheckOptions(
        standard=arguments.standard,
        day=day,
        max_per_rule=arguments.max_per_rule,
        rules=not arguments.structure_only,
        suppression=_read_exceptions(arguments.exceptions, day),
        municipalities=None if arguments.municipalities is None else read_municipalities(arguments.municipalities),
        processes=arguments.processes,
        progress=bar,
    )
    listing = list_files(arguments.files, output=arguments.output)
    inputs = [*map(Path, listing.files), *_side_files(arguments)]
    if arguments.output is not None:
        check_target(arguments.output, *inputs)
    report = check_files(listing.files, options, on_refusal=refuse)
    bar.clear()
    _tell_left_out(listing)
    if not report.files:
        return 2
    form = arguments.format or form_for(arguments.output)
    text = render(form, report, Shown(level=Level(arguments.level), fail_on=Level(arguments.fail_on)))
    if arguments.output is not None:
        write_output(arguments.output, text.encode(), inputs=inputs)
        tell(f"Verslag geschreven naar {show_path(arguments.output)}.")
    elif form == "text":
        sys.stdout.write(paint(text) if wants_colour(sys.stdout, os.environ) else text)
    else:
        write_document(text)
    return 2 if refused or listing.missed else report.exit_code(Level(arguments.fail_on))


def _tell_left_out(listing: Listing) -> None:
    """What was not looked at: on stderr, beside the report of what was."""
    for sentence in listing.missed:
        tell(f"ddas: {sentence}")
    if listing.others:
        shown = ", ".join(show_path(path) for path in listing.others[:_MOST_OTHERS])
        more = len(listing.others) - _MOST_OTHERS
        rest = f" en nog {more}" if more > 0 else ""
        tell(f"ddas: geen aanlevering in JSON, dus niet gecontroleerd: {shown}{rest}.")


def _side_files(arguments: argparse.Namespace) -> list[Path]:
    from ddas.validation.suppression import FILE_NAME

    given: list[Path | None] = [arguments.exceptions or Path(FILE_NAME), arguments.municipalities]
    return [path for path in given if path is not None]


def _read_exceptions(path: Path | None, day: date) -> Suppression:
    from ddas.validation.suppression import FILE_NAME, NO_SUPPRESSION, read_suppression

    if path is None:
        path = Path(FILE_NAME)
        if not path.is_file():
            return NO_SUPPRESSION
    return read_suppression(path, day)
