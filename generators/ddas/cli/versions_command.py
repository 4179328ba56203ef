"""``ddas versions``: which versions of which standard this toolkit carries."""

from __future__ import annotations

import argparse
import json
import shutil
from typing import Any

from ddas.errors import DdasError
from ddas.standard.catalog import iter_specifications
from ddas.standard.specification import Specification
from ddas.terminal.streams import write_document
from ddas.terminal.text_layout import iter_table_lines

__all__ = ["add_command"]

_UNKNOWN = "onbekend"
_HEADER = (
    "Domein",
    "Versie",
    "Code",
    "Status",
    "Vastgesteld",
    "Voorganger",
    "Revisie",
    "In gebruik vanaf",
    "Aanvaard tot",
)


def add_command(commands: Any) -> None:
    """Add ``versions``."""
    parser = commands.add_parser(
        "versions",
        help="toon alle versies van de standaard, met status en datums",
        description="Toon alle versies van elke standaard: welke geldt, welke is vervallen, en welke eraan voorafging.",
    )
    parser.add_argument("--format", choices=("table", "json"), default="table", help="table (om te lezen) of json")
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    specifications = tuple(iter_specifications())
    if not specifications:
        raise DdasError("Bij deze ddas staat geen enkele versie. Installeer ddas opnieuw.")
    if arguments.format == "json":
        text = json.dumps({"versions": [_record(s) for s in specifications]}, ensure_ascii=False, indent=2)
        write_document(f"{text}\n")
        return 0
    width = shutil.get_terminal_size((120, 24)).columns
    for line in iter_table_lines(_HEADER, [_row(s) for s in specifications], width):
        print(line)
    return 0


def _record(specification: Specification) -> dict[str, Any]:
    """Keys of the machine form; days as ``YYYY-MM-DD``, null when unknown."""
    return {
        "domain": specification.domain.name,
        "version": specification.version,
        "code": specification.id.code,
        "status": specification.status,
        "date": specification.date,
        "predecessor": specification.predecessor,
        "revision": specification.revision,
        "in_use_from": specification.in_use_from,
        "accepted_until": specification.accepted_until,
    }


def _row(specification: Specification) -> tuple[str, ...]:
    return (
        specification.domain.title,
        specification.version,
        specification.id.code,
        specification.status,
        specification.date or _UNKNOWN,
        specification.predecessor or "geen bekend",
        str(specification.revision),
        specification.in_use_from or _UNKNOWN,
        specification.accepted_until or _UNKNOWN,
    )
