"""The start of the model of a version, from its published JSON Schema."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ddas.errors import DdasError, os_error_in_words
from ddas_generators.bootstrap.matching import read_like
from ddas_generators.bootstrap.model_files import make_model_files
from ddas_generators.lint.lint_model import read_lint_model
from ddas_generators.model.load import load
from ddas_generators.model.register import model_folder, read_register

__all__ = ["begin_version"]


def begin_version(root: Path, schema: Path, like: str, out: Path) -> tuple[str, ...]:
    """Make the folder ``out``, whole or not at all; its name is the version.

    Returns:
        The paths of the elements that still need a text.

    Raises:
        DdasError: a file or version is not there, the folder has content or cannot be written, or the schema cannot
            be read.
    """
    versions = {v.id.code: v for v in read_register(root)}
    if like not in versions:
        raise DdasError(f"Versie '{like}' staat niet in het register. Kies uit: {', '.join(versions)}.")
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise DdasError(f"{out} bestaat al en is niet leeg. Kies een nieuwe map.")
    neighbour = load(root, versions[like])
    published = read_like(_read_json(schema), domain=neighbour.domain, version=out.resolve().name, neighbour=neighbour)
    files, without_text = make_model_files(published, neighbour, read_lint_model(root, versions[like]))
    phases = model_folder(root, versions[like]) / "procesfasen.yaml"
    files["procesfasen.yaml"] = phases.read_text(encoding="utf-8")
    try:
        _write_folder(out, files)
    except OSError as error:
        raise DdasError(
            f"{out} kan niet worden gemaakt: {os_error_in_words(error)}. Controleer de rechten en de vrije ruimte."
        ) from error
    return without_text


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


def _read_json(path: Path) -> dict[str, Any]:
    try:
        schema = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise DdasError(
            f"{path} kan niet worden gelezen: {os_error_in_words(error)}. Controleer de naam en de map."
        ) from error
    except ValueError as error:
        raise DdasError(f"{path} is geen JSON. Kies een gepubliceerd JSON Schema.") from error
    if not isinstance(schema, dict):
        raise DdasError(f"{path} is geen JSON Schema. Kies een gepubliceerd JSON Schema.")
    return schema
