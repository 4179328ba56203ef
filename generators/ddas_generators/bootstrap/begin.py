"""The start of the model of a version, from its published JSON Schema or information model."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ddas.errors import DdasError, os_error_in_words
from ddas.rendering.printable import show_path
from ddas.rendering.side_files import parse_side_json, read_side_file
from ddas.standard.specification import Specification
from ddas_generators.bootstrap.matching import read_like
from ddas_generators.bootstrap.model_files import make_model_files
from ddas_generators.bootstrap.uml_specification import UmlReading, specification_of_uml
from ddas_generators.bootstrap.xmi_reader import looks_like_xml, read_xmi
from ddas_generators.lint.lint_model import read_lint_model
from ddas_generators.model.load import load
from ddas_generators.model.register import model_folder, read_register

__all__ = ["Begun", "begin_version"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """What is still to do: the paths of the elements that need a text, and notes on what was not read, in Dutch."""

    without_text: tuple[str, ...]
    notes: tuple[str, ...] = ()


def begin_version(root: Path, published: Path, like: str, out: Path) -> Begun:
    """Make the folder ``out``, whole or not at all; its name is the version.

    Args:
        root: The checkout.
        published: A published JSON Schema, or an export of the information model as XMI.
        like: Code of the version with the texts.
        out: The new folder.

    Raises:
        DdasError: a file or version is not there, the folder has content or cannot be written, or what was published
            cannot be read.
    """
    versions = {v.id.code: v for v in read_register(root)}
    if like not in versions:
        raise DdasError(f"Versie '{like}' staat niet in het register. Kies uit: {', '.join(versions)}.")
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise DdasError(f"{out} bestaat al en is niet leeg. Kies een nieuwe map.")
    neighbour = load(root, versions[like])
    reading = _read(published, out.resolve().name, neighbour)
    files, without_text = make_model_files(reading.specification, neighbour, read_lint_model(root, versions[like]))
    phases = model_folder(root, versions[like]) / "procesfasen.yaml"
    files["procesfasen.yaml"] = phases.read_text(encoding="utf-8")
    try:
        _write_folder(out, files)
    except OSError as error:
        raise DdasError(
            f"{out} kan niet worden gemaakt: {os_error_in_words(error)}. Controleer de rechten en de vrije ruimte."
        ) from error
    return Begun(without_text=without_text, notes=reading.notes)


def _read(published: Path, version: str, neighbour: Specification) -> UmlReading:
    """With the reader that the content asks for."""
    content = read_side_file(published)
    if not looks_like_xml(content):
        schema = _parse_schema(content, published)
        return UmlReading(
            specification=read_like(schema, domain=neighbour.domain, version=version, neighbour=neighbour), notes=()
        )
    try:
        return specification_of_uml(read_xmi(content), version=version, neighbour=neighbour)
    except DdasError as error:
        raise DdasError(f"{show_path(published)}: {error}") from error


def _write_folder(out: Path, files: Mapping[str, str]) -> None:
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}.") as temporary:
        made = Path(temporary) / out.name
        for name, text in files.items():
            target = made / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
        if out.exists():
            out.rmdir()  # it is empty
        made.rename(out)


def _parse_schema(content: bytes, path: Path) -> dict[str, Any]:
    schema = parse_side_json(content)
    if schema is None:
        raise DdasError(
            f"{show_path(path)} is geen JSON en geen XMI. Kies een gepubliceerd JSON Schema, of een export uit "
            "Enterprise Architect."
        )
    if not isinstance(schema, dict):
        raise DdasError(f"{show_path(path)} is geen JSON Schema. Kies een gepubliceerd JSON Schema.")
    return schema
