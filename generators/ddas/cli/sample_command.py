"""``ddas sample``: write a large delivery about invented persons."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ddas.errors import DdasError
from ddas.rendering.files import check_target, open_output, write_output
from ddas.rendering.printable import show_path
from ddas.terminal.streams import tell

if TYPE_CHECKING:
    from ddas.sampling import SampleTruth
    from ddas.standard.specification import Specification

__all__ = ["add_command"]

_EPILOG = """\
Alle personen en organisaties zijn verzonnen. Dezelfde opties geven altijd hetzelfde bestand.

exitcodes:
  0  geschreven
  2  niet geschreven: een optie klopt niet, of het bestand kan niet worden geschreven

voorbeeld:
  ddas sample --records 1000 --seed 1 --faulty 0.01 proef.json

wat u kunt kiezen met --standard:
"""


def add_command(commands: Any) -> None:
    """Add ``sample``."""
    parser = commands.add_parser(
        "sample",
        help="maak een grote levering met verzonnen personen",
        description="Maak een levering (JSON) met verzonnen personen, om software mee te proberen: "
        "zonder fouten, of met fouten die bekend zijn.",
    )
    parser.make_epilog = _make_epilog
    parser.add_argument("target", type=Path, metavar="UIT", help="het bestand dat wordt gemaakt")
    parser.add_argument(
        "--standard", metavar="CODE", help="een van de versies hieronder; zonder deze optie: de versie met een ster"
    )
    parser.add_argument(
        "--records", type=int, required=True, metavar="N", help="aantal onderdelen, bijvoorbeeld trajecten of signalen"
    )
    parser.add_argument(
        "--seed", type=int, default=1, metavar="N", help="ander getal, andere levering; zonder deze optie: 1"
    )
    parser.add_argument(
        "--faulty",
        default="0",
        metavar="DEEL",
        help="deel met een fout, van 0 tot 1, bijvoorbeeld 0.01; zonder deze optie: 0",
    )
    parser.add_argument("--wrong-dates", action="store_true", help="schrijf alle datums verkeerd, als dd-mm-jjjj")
    parser.add_argument("--indent", type=int, metavar="N", help="spring N spaties in; zonder deze optie: op één regel")
    parser.add_argument("--shuffle-keys", action="store_true", help="zet de velden in een willekeurige volgorde")
    parser.add_argument("--truth", type=Path, metavar="BESTAND", help="schrijf ook welke fouten erin zitten, als JSON")
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    from ddas.sampling import write_delivery
    from ddas.standard.catalog import find_specification

    share = _read_share(arguments.faulty)
    if arguments.wrong_dates and share:
        raise DdasError("--wrong-dates en --faulty kunnen niet samen. Kies een van de twee.")
    if arguments.indent is not None and not 0 <= arguments.indent <= 8:
        raise DdasError("--indent is een getal van 0 tot en met 8. Kies een ander getal.")
    if arguments.truth is not None:
        check_target(arguments.truth, arguments.target)
    specification = find_specification(arguments.standard or _newest())
    with open_output(arguments.target) as stream:
        truth = write_delivery(
            stream,
            specification,
            predecessors=_find_predecessors(specification),
            records=arguments.records,
            seed=arguments.seed,
            faulty=share,
            fault="alle datums" if arguments.wrong_dates else "gemengd",
            indent=arguments.indent,
            shuffle_keys=arguments.shuffle_keys,
        )
        if arguments.truth is not None:  # before the delivery gets its name: both are there, or neither
            _write_truth(arguments.truth, truth)
    listing = specification.domain.listing
    told = f"Aantal {listing}: {truth.records}. Plekken met een fout: {truth.faulty}."
    tell(f"{show_path(arguments.target)} is geschreven. {told}")
    return 0


def _make_epilog() -> str:
    from ddas.standard.catalog import iter_headers

    newest = _newest()
    lines = [
        f"{'*' if h.code == newest else ' '} {h.code:<10} {h.domain.title} {h.version}, {h.status}"
        for h in iter_headers()
    ]
    return _EPILOG + "\n".join(lines)


def _newest() -> str:
    """The newest adopted version of the first domain."""
    from ddas.standard.catalog import default_specification, iter_headers

    domain = next((h.domain.name for h in iter_headers() if h.status.is_adopted), "")
    return default_specification(domain).id.code


def _find_predecessors(specification: Specification) -> list[Specification]:
    """The versions before this one, newest first."""
    from ddas.standard.catalog import find_specification

    found: list[Specification] = []
    code = specification.predecessor
    while code is not None:
        found.append(find_specification(code))
        code = found[-1].predecessor
    return found


def _read_share(text: str) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise DdasError("--faulty is een deel van 0 tot 1. Schrijf bijvoorbeeld 0.01 voor één procent.") from error


def _write_truth(path: Path, truth: SampleTruth) -> None:
    import json

    record = {
        "records": truth.records,
        "faulty": truth.faulty,
        "findings": dict(truth.findings),
        "faults": [{"rule": fault.rule, "pointer": fault.pointer} for fault in truth.faults],
    }
    write_output(path, (json.dumps(record, indent=2) + "\n").encode())
