"""A file → its report: opens it, chooses the standard, checks."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from ddas.catalog import default_specification, find_specification, iter_specifications, read_artefact
from ddas.delivery.reading import Unreadable, read_document
from ddas.errors import DdasError
from ddas.findings import Level
from ddas.report import FileReport
from ddas.validation.checking import check_document, report_unreadable
from ddas.validation.other_versions import find_accepting_version
from ddas.validation.recognition import recognise

__all__ = ["check_file"]


def check_file(path: Path, standard: str | None = None, *, max_per_rule: int = 1000) -> FileReport:
    """Check one file.

    Args:
        path: A JSON delivery.
        standard: Code such as ``shv-v1.0``; None chooses the version in force of the domain of the file.
        max_per_rule: Most findings kept per rule; 0 keeps all.

    Raises:
        DdasError: the file cannot be opened, or the standard does not exist.
    """
    chosen = find_specification(standard) if standard is not None else None
    document = read_document(_read(path))
    if isinstance(document, Unreadable):
        return report_unreadable(str(path), document)
    domain = recognise(document.value, [chosen] if chosen else iter_specifications())
    if domain is None:
        return report_unreadable(str(path), Unreadable("geen aanlevering"))
    specification = chosen or default_specification(domain.name)
    chosen_by = "gekozen met --standard" if chosen else f"de versie die nu geldt voor {domain.title.lower()}"
    try:
        report = check_document(
            str(path),
            document,
            specification,
            json.loads(read_artefact(specification, "uitwisselmodel.schema.json")),
            chosen_by=chosen_by,
            max_per_rule=max_per_rule,
        )
        if chosen is None and report.levels[Level.ERROR]:
            report = replace(report, other_version=find_accepting_version(document.value, specification))
        return report
    except RecursionError:  # json could just read it, but walking it needs a few levels more
        return report_unreadable(str(path), Unreadable("te diep"))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise DdasError(f"{path} kan niet worden gelezen: {_reason(path)}") from error


def _reason(path: Path) -> str:
    if path.is_dir():
        return "dit is een map. Noem de bestanden in de map."
    if not path.exists():
        return "dit bestand bestaat niet. Controleer de naam en de map."
    return "het bestand is niet toegankelijk. Controleer of u het mag openen."
