"""``ddas migrate``: write a delivery as a newer version of the standard."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from ddas.rendering.files import check_target, write_output
from ddas.rendering.printable import make_printable

__all__ = ["add_command"]

_EPILOG = """\
exitcodes:
  0  geschreven, ook als er gegevens niet zijn overgenomen
  1  niet geschreven, want het bestand is niet geldig in zijn eigen versie of is geen levering;
     met --strict ook: wel geschreven, maar niet alles is overgenomen
  2  niet uitgevoerd: een bestand, versie of optie klopt niet, of er ontbreekt een verplicht gegeven

voorbeeld:
  ddas migrate oud.json nieuw.json --to shv-v1.0 --set gemeentecode=0344
"""


def add_command(commands: Any) -> None:
    """Add ``migrate``."""
    parser = commands.add_parser(
        "migrate",
        help="zet een levering om naar een nieuwere versie",
        description="Zet een levering (JSON) om naar een nieuwere versie van de standaard en toon wat er verandert. "
        "Het oude bestand blijft zoals het is.",
        epilog=_EPILOG,
    )
    parser.add_argument("source", type=Path, metavar="IN", help="JSON-bestand met een levering")
    parser.add_argument("target", type=Path, metavar="UIT", help="het bestand dat wordt gemaakt")
    parser.add_argument("--to", required=True, metavar="CODE", help="de nieuwe versie, bijvoorbeeld shv-v1.0")
    parser.add_argument(
        "--from",
        dest="given",
        metavar="CODE",
        help="de versie van IN; zonder deze optie: de nieuwste vastgestelde versie die het bestand accepteert",
    )
    parser.add_argument(
        "--set",
        dest="options",
        action="append",
        default=[],
        metavar="NAAM=WAARDE",
        help="waarde voor een verplicht veld dat in IN ontbreekt; mag vaker; een tekst wordt anders Onbekend",
    )
    parser.add_argument("--strict", action="store_true", help="exitcode 1 als niet alles is overgenomen")
    parser.add_argument("--report", type=Path, metavar="BESTAND", help="schrijf het verslag ook als JSON")
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    from ddas.migration.migrate import migrate_file
    from ddas.migration.options import read_options
    from ddas.migration.outcome import Refusal
    from ddas.migration.report import migration_as_json, migration_as_text

    if arguments.report is not None:
        check_target(arguments.report, arguments.source, arguments.target)
    outcome = migrate_file(
        arguments.source,
        arguments.target,
        to=arguments.to,
        given=arguments.given,
        options=read_options(arguments.options),
    )
    if isinstance(outcome, Refusal):
        print(make_printable(outcome.message))
        return 1
    names = str(arguments.source), str(arguments.target)
    if arguments.report is not None:
        write_output(arguments.report, migration_as_json(outcome, *names).encode(), inputs=[arguments.source])
    sys.stdout.write(migration_as_text(outcome, *names))
    return int(arguments.strict and outcome.has_losses)
