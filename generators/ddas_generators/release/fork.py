"""How the predecessor of a concept was when the concept was opened, as marks of its lines, beside the declarations."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from ddas.errors import ModelError
from ddas.rendering.files import replace_file
from ddas.standard.identity import StandardId
from ddas_generators.model.records import FORK_FILE
from ddas_generators.release.identifiers import rename_identifiers
from ddas_generators.release.line_merging import mark_lines

__all__ = ["OWN_FILES", "read_fork", "read_texts", "write_fork"]

OWN_FILES = ("wijzigingen", "revisies.yaml")
"""What a version does not take from its predecessor."""

_SUFFIXES = (".yaml", ".json", ".csv", ".md")


def read_texts(folder: Path, old: StandardId, new: StandardId) -> dict[str, list[str]]:
    """The files of a model, as lines, with the names of the new version: path below the folder → lines."""
    return {
        path.relative_to(folder).as_posix(): rename_identifiers(path.read_text(encoding="utf-8"), old, new).splitlines(
            keepends=True
        )
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix in _SUFFIXES and path.relative_to(folder).parts[0] not in OWN_FILES
    }


def write_fork(folder: Path, texts: Mapping[str, list[str]]) -> None:
    """Keep the marks of these texts in the folder of a concept."""
    marks = {name: " ".join(mark_lines(lines)) for name, lines in texts.items()}
    (folder / FORK_FILE).parent.mkdir(exist_ok=True)
    replace_file(folder / FORK_FILE, (json.dumps(marks, ensure_ascii=False, indent=1) + "\n").encode())


def read_fork(folder: Path, root: Path) -> dict[str, list[str]] | None:
    """The marks, by path; None when they were not kept.

    Raises:
        ModelError: the file does not hold them.
    """
    path = folder / FORK_FILE
    if not path.is_file():
        return None
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return {str(name): marks.split() for name, marks in data.items()}
    except (ValueError, AttributeError):
        raise ModelError(
            f"{path.relative_to(root).as_posix()}: dit bestand is beschadigd. Zet het terug met git, of maak het "
            "opnieuw met: ddas release sync VERSIE --base MAP"
        ) from None
