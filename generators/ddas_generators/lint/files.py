"""The files of a version: each takes part, each is the one of this version, and the examples can be read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from ddas.errors import ModelError
from ddas_generators.lint.fault import Fault
from ddas_generators.lint.finding import LintFinding
from ddas_generators.lint.lint_model import LintModel
from ddas_generators.lint.record_lists import record_fault
from ddas_generators.model.records import FORK_FILE, list_examples, read_declarations
from ddas_generators.model.yaml_faults import find_merge_marker
from ddas_generators.model.yaml_source import Location, missing_file, read_yaml

__all__ = ["check_declaration_files", "check_example_files", "check_files", "check_identity"]


def check_files(model: LintModel) -> Iterator[LintFinding]:
    """No file in the folder of the version is left aside: the reader of the folder would think that it counts."""
    folder = model.schema_file.parent
    known = {model.root / source.file for source in model.files}
    known.add(folder / FORK_FILE)
    known |= {folder / "voorbeelden" / f"{name}.json" for name in _example_names(model)}
    # A file of which only the capitals differ is told where it is missed.
    names = {path.as_posix().casefold() for path in known}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.as_posix().casefold() not in names and not path.name.startswith("."):
            yield LintFinding(
                location=Location(path.relative_to(model.root).as_posix(), 1),
                subject=path.name,
                id=Fault.FILE_LEFT_OUT,
                message=f"dit bestand doet niet mee. {_remedy(path, folder)}",
            )


def _remedy(path: Path, folder: Path) -> str:
    if path.suffix == ".yaml" and path.parent == folder:
        return f"Zet '{path.stem}' bij 'imports' in schema.yaml, of haal het bestand weg."
    if path.suffix == ".json" and path.parent == folder / "voorbeelden":
        return f"Zet '{path.stem}' in voorbeelden.yaml, of haal het bestand weg."
    return "Haal het weg, of geef het de naam en de map waar de toolkit het zoekt."


def check_identity(model: LintModel) -> Iterator[LintFinding]:
    """What ``schema.yaml`` says of itself is the version in whose folder it stands."""
    source = model.schemas[0]
    for key, expected in (("id", model.id.uri), ("version", str(model.id.version))):
        if key in source.data and source.data[key] != expected:
            yield LintFinding(
                location=source.locate(key),
                subject=model.id.code,
                id=Fault.IDENTITY,
                message=f"'{key}' past niet bij de map {model.id.folder}. Schrijf hier {expected}.",
            )


def check_example_files(model: LintModel) -> Iterator[LintFinding]:
    """The list of examples can be read, and each example is there and is JSON."""
    listing = model.schema_file.parent / "voorbeelden" / "voorbeelden.yaml"
    if not listing.is_file():
        return
    source = read_yaml(listing, model.root)
    try:
        names = [example.name for example in list_examples(source)]
    except ModelError as error:
        yield record_fault(error, source, Fault.EXAMPLE_FILE)
        return
    for index, name in enumerate(names):
        path = listing.parent / f"{name}.json"
        fault = _read_fault(path)
        if fault is not None:
            line, message = fault
            file = path.relative_to(model.root).as_posix()
            yield LintFinding(
                location=Location(file, line) if line else source.locate("voorbeelden", index, "naam"),
                subject=name,
                id=Fault.EXAMPLE_FILE,
                message=message if line else f"{path.name}: {message}",
            )


def check_declaration_files(model: LintModel) -> Iterator[LintFinding]:
    """What the version says of its changes can be read; the first fault is reported."""
    folder = model.schema_file.parent / "wijzigingen"
    try:
        read_declarations(folder, model.root)
    except ModelError as error:
        file = next((p for p in sorted(folder.glob("*.yaml")) if p.name in str(error)), folder)
        yield record_fault(error, read_yaml(file, model.root), Fault.DECLARATION)


def _example_names(model: LintModel) -> tuple[str, ...]:
    listing = model.schema_file.parent / "voorbeelden" / "voorbeelden.yaml"
    try:
        return tuple(e.name for e in list_examples(read_yaml(listing, model.root))) if listing.is_file() else ()
    except ModelError:  # told by the check of the examples
        return tuple(p.stem for p in listing.parent.glob("*.json"))


def _read_fault(path: Path) -> tuple[int, str] | None:
    """Line (0: the file is not there) and message."""
    if not path.is_file():
        return 0, missing_file(path)
    try:
        text = path.read_text(encoding="utf-8")
        json.loads(text)
    except UnicodeDecodeError:
        return 1, "dit bestand is geen UTF-8. Sla het op als UTF-8."
    except RecursionError:
        return 1, "dit voorbeeld is te diep genest. Maak het eenvoudiger."
    except json.JSONDecodeError as error:
        return find_merge_marker(text) or (
            error.lineno,
            f"dit is geen geldige JSON (bij teken {error.colno}). Kijk op deze regel en die erboven naar een komma, "
            "haak of aanhalingsteken.",
        )
    return None
