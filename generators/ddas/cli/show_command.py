"""``ddas show``: a part of the user's own delivery, on his own terminal. Nothing is kept or logged."""

from __future__ import annotations

import argparse
import sys
from typing import Any

__all__ = ["add_command"]


def add_command(commands: Any) -> None:
    """Add ``show``."""
    parser = commands.add_parser(
        "show",
        help="toon een plek uit uw eigen bestand",
        description=(
            "Toon het deel van uw eigen bestand dat een bevinding aanwijst. Persoonsgegevens zijn onleesbaar gemaakt, "
            "tenzij u erom vraagt. Er wordt niets bewaard."
        ),
    )
    parser.add_argument("file", metavar="BESTAND", help="JSON-bestand met een aanlevering")
    parser.add_argument(
        "pointer",
        metavar="PLEK",
        help="de plek uit het verslag, zoals /leveringen/0/teller",
    )
    parser.add_argument(
        "--met-persoonsgegevens", action="store_true", help="toon ook persoonsgegevens; let op wie meekijkt"
    )
    parser.add_argument(
        "--standard", metavar="CODE", help="bijvoorbeeld shv-v1.0; zonder deze optie: de versie die nu geldt"
    )
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    from ddas.privacy.showing import show_place
    from ddas.terminal.streams import tell

    text = show_place(
        arguments.file,
        arguments.pointer,
        standard=arguments.standard,
        with_personal_data=arguments.met_persoonsgegevens,
        remark=tell,
    )
    sys.stdout.write(text)
    return 0
