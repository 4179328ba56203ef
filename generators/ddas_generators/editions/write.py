"""The one module that touches ``generated/``: compares, writes whole files, removes orphans."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ddas.comparison.history import Past
from ddas.errors import DdasError, os_error_in_words
from ddas.rendering.files import replace_file
from ddas.standard.specification import Specification
from ddas_generators.emit import EMITTERS, Emitter

__all__ = ["FileDifference", "apply_differences", "find_differences", "make_artefacts"]


@dataclass(frozen=True, slots=True, order=True)
class FileDifference:
    """A file that is not as the model says. ``kind``: ontbreekt, verschilt or overbodig."""

    path: str
    kind: str


def make_artefacts(
    specification: Specification, past: Past, emitters: Iterable[Emitter] = EMITTERS
) -> dict[str, bytes]:
    """All files of one standard: path below ``generated/`` → content.

    Raises:
        DdasError: two emitters make the same path.
    """
    files: dict[str, bytes] = {}
    for emitter in emitters:
        for artefact in emitter.emit(specification, past):
            path = f"{specification.id.folder}/{artefact.path}"
            if path in files:
                raise DdasError(f"{path} wordt twee keer gemaakt. Geef een van de twee emitters een andere naam.")
            files[path] = artefact.content
    return files


def find_differences(folder: Path, files: Mapping[str, bytes], *, orphans: bool = True) -> tuple[FileDifference, ...]:
    """What differs between ``folder`` on disk and the files as they should be, sorted by path."""
    found = [d for path, content in files.items() if (d := _compare(folder / path, path, content))]
    if orphans:
        found += [FileDifference(p, "overbodig") for p in _iter_paths(folder) if p not in files]
    return tuple(sorted(found))


def apply_differences(folder: Path, files: Mapping[str, bytes], differences: Iterable[FileDifference]) -> None:
    """Make the disk equal to the files. Each file is written beside its place and then renamed."""
    for difference in differences:
        target = folder / difference.path
        try:
            if difference.kind == "overbodig":
                target.unlink()
                _remove_empty_parents(target.parent, folder)
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                replace_file(target, files[difference.path])
        except OSError as error:
            raise DdasError(
                f"{difference.path} kon niet worden geschreven: {os_error_in_words(error)}. "
                "Controleer de rechten en de vrije ruimte."
            ) from error


def _compare(target: Path, path: str, content: bytes) -> FileDifference | None:
    if not target.is_file():
        return FileDifference(path, "ontbreekt")
    return None if target.read_bytes() == content else FileDifference(path, "verschilt")


def _iter_paths(folder: Path) -> Iterator[str]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if f != "__pycache__")
        for name in names:
            yield (Path(parent) / name).relative_to(folder).as_posix()


def _remove_empty_parents(folder: Path, stop: Path) -> None:
    while folder != stop and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
