"""Names of files and folders → the files to check, and what is left out and why. Nothing is passed over in silence."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ddas.errors import DdasError, os_error_in_words
from ddas.rendering.printable import show_path

__all__ = ["STDIN", "Listing", "list_files"]

STDIN = "-"
_DELIVERY_NAME = re.compile(r"\.json(\.\w+)?$", re.IGNORECASE)
"""``levering.JSON``, and also ``levering.json.gz``: what is packed is told when it is read."""
_REPORT_HEAD = re.compile(rb'\s*\{\s*("tool":\s*"ddas |"\$schema":\s*"[^"]*sarif|"\$schema":\s*"[^"]*json-schema)')
_HEAD = 300  # bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a command that takes files and folders has to do.

    Attributes:
        files: Paths in the order of the names given; within a folder by name.
        missed: A Dutch sentence for each thing that may be a delivery and could not be looked at.
        others: Paths of files in folders that are no deliveries in JSON: other types, reports of ``ddas``, schemas.
    """

    files: tuple[str, ...]
    missed: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def list_files(paths: Sequence[str], *, output: Path | None = None) -> Listing:
    """The files meant: a folder stands for every JSON file in it and below.

    Args:
        paths: As the user gave them; ``-`` is standard input.
        output: The file that this command will write; it is no delivery when it lies in a folder.

    Raises:
        DdasError: a name is empty, or a folder cannot be read or holds no JSON file at all.
    """
    walk = _Walk(output)
    for path in paths:
        if not path:
            raise DdasError("Er staat een lege naam in de opdracht. Noem een bestand of een map, of - voor de invoer.")
        if path == STDIN or not _is_folder(path):
            walk.files.append(path)
            continue
        before = len(walk.files), len(walk.missed)
        walk.visit(path)
        walk.files[before[0] :] = sorted(walk.files[before[0] :], key=lambda p: Path(p).parts)
        if (len(walk.files), len(walk.missed)) == before:
            raise DdasError(
                f"{show_path(path)}: in deze map staan geen aanleveringen die eindigen op .json. Kies een andere map."
            )
    return Listing(files=tuple(walk.files), missed=tuple(walk.missed), others=tuple(walk.others))


class _Walk:
    """One pass through folders; a folder that two ways lead to is visited once."""

    def __init__(self, output: Path | None) -> None:
        self.files: list[str] = []
        self.missed: list[str] = []
        self.others: list[str] = []
        self._output = None if output is None else os.path.realpath(output)
        self._visited: set[tuple[int, int]] = set()

    def visit(self, folder: str) -> None:
        entries = self._read_folder(folder)
        folders = [name for name, kind in entries if stat.S_ISDIR(kind)]
        for name, kind in entries:
            if not stat.S_ISDIR(kind):
                self._see(os.path.join(folder, name), kind)
        for name in folders:
            self.visit(os.path.join(folder, name))

    def _read_folder(self, folder: str) -> list[tuple[str, int]]:
        """Name and kind of what lies in it, links followed, by name; what cannot be looked at is noted."""
        try:
            found = os.stat(folder)
            if (found.st_dev, found.st_ino) in self._visited:
                return []
            self._visited.add((found.st_dev, found.st_ino))
            names = sorted(os.listdir(folder))
        except OSError as error:
            self._miss(folder, f"deze map kan niet worden gelezen: {os_error_in_words(error)}")
            return []
        return list(self._iter_kinds(folder, names))

    def _iter_kinds(self, folder: str, names: Sequence[str]) -> Iterator[tuple[str, int]]:
        for name in names:
            path = os.path.join(folder, name)
            try:
                yield name, os.stat(path).st_mode
            except OSError as error:
                broken = os.path.islink(path)
                self._miss(path, "deze koppeling leidt nergens heen" if broken else os_error_in_words(error))

    def _see(self, path: str, kind: int) -> None:
        if not _DELIVERY_NAME.search(path):
            self.others.append(path)
        elif not stat.S_ISREG(kind):
            self._miss(path, "dit is geen gewoon bestand")
        elif os.path.realpath(path) == self._output or _is_report(path):
            self.others.append(path)
        else:
            self.files.append(path)

    def _miss(self, path: str, why: str) -> None:
        self.missed.append(f"{show_path(path)} is niet gecontroleerd: {why}. Controleer de rechten, of haal het weg.")


def _is_folder(path: str) -> bool:
    try:
        return os.path.isdir(path)
    except ValueError:  # a zero byte: opening it will tell
        return False


def _is_report(path: str) -> bool:
    """Whether a JSON file is one that this toolkit writes beside deliveries: a report, SARIF, a schema."""
    try:
        with open(path, "rb") as stream:
            return _REPORT_HEAD.match(stream.read(_HEAD)) is not None
    except OSError:  # it is listed: whoever opens it says why it cannot be read
        return False
