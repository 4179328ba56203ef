"""``ddas versions``: which versions of which standard this toolkit carries."""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Iterator
from typing import Any

from ddas.errors import DdasError
from ddas.standard.catalog import iter_specifications
from ddas.standard.specification import Publication, Specification
from ddas.standard.status import Status
from ddas.standard.stricter_revisions import iter_stricter_revisions, stricter_revisions_as_data
from ddas.terminal.streams import write_document
from ddas.terminal.text_layout import iter_table_lines

__all__ = ["add_command"]

_UNKNOWN = "onbekend"
_HEADER = (
    "Domein",
    "Versie",
    "Code",
    "Status",
    "Gepubliceerd",
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
    specifications = tuple(sorted(iter_specifications(), key=lambda s: s.status.is_study))  # studies last
    if not specifications:
        raise DdasError("Bij deze ddas staat geen enkele versie. Installeer ddas opnieuw.")
    if arguments.format == "json":
        newest = {s.id for s in _newest_published(specifications)}
        versions = [_record(s, newest=s.id in newest) for s in specifications]
        text = json.dumps({"versions": versions}, ensure_ascii=False, indent=2)
        write_document(f"{text}\n")
        return 0
    width = shutil.get_terminal_size((120, 24)).columns
    for line in iter_table_lines(_HEADER, [_row(s) for s in specifications], width):
        print(line)
    for line in _iter_newest(specifications):
        print(line)
    for specification in specifications:
        for text in iter_stricter_revisions(specification):
            print(f"\n{text}")
    for study in (s for s in specifications if s.status.is_study):
        print(f"\n{study.id.code}: een studie, niet van de uitgevers. Niemand vraagt om deze gegevens.")
    return 0


def _record(specification: Specification, *, newest: bool) -> dict[str, Any]:
    """Keys of the machine form; days as ``YYYY-MM-DD``, null when unknown."""
    return {
        "domain": specification.domain.name,
        "version": specification.version,
        "code": specification.id.code,
        "status": specification.status,
        "publication": _publication(specification.publication),
        "newest_published": newest,
        "date": specification.date,
        "predecessor": specification.predecessor,
        "revision": specification.revision,
        "stricter_revisions": stricter_revisions_as_data(specification),
        "in_use_from": specification.in_use_from,
        "accepted_until": specification.accepted_until,
    }


def _publication(publication: Publication | None) -> dict[str, Any] | None:
    if publication is None:
        return None
    return {
        "place": publication.place,
        "date": publication.date,
        "certainty": publication.certainty,
        "explanation": publication.explanation,
        "provisional": publication.provisional,
    }


def _newest_published(specifications: tuple[Specification, ...]) -> list[Specification]:
    """Per domain the newest adopted version, if there is one."""
    return list({s.domain.name: s for s in specifications if s.status == Status.ADOPTED}.values())


def _iter_newest(specifications: tuple[Specification, ...]) -> Iterator[str]:
    """Per domain which version is the newest published, and what is and is not sure of it."""
    for newest in _newest_published(specifications):
        force = f"Zij geldt vanaf {newest.in_use_from}." if newest.in_use_from else "Vanaf wanneer zij geldt: onbekend."
        yield ""
        yield f"{newest.domain.title}: de nieuwste gepubliceerde versie is {newest.edition_name}. {force}"
        if newest.publication is not None:
            yield f"  Waar: {newest.publication.place}. Zekerheid: {newest.publication.certainty}."
            yield f"  {newest.publication.explanation}"
            if newest.publication.provisional:
                yield f"  {newest.publication.provisional}"


def _row(specification: Specification) -> tuple[str, ...]:
    return (
        specification.domain.title,
        specification.version,
        specification.id.code,
        specification.status,
        (specification.publication.date if specification.publication else None) or _UNKNOWN,
        specification.date or _UNKNOWN,
        specification.predecessor or "geen bekend",
        str(specification.revision),
        specification.in_use_from or _UNKNOWN,
        specification.accepted_until or _UNKNOWN,
    )
