"""The file that is migrated: readable twice, also when it comes from a pipe."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from ddas.errors import DdasError

__all__ = ["check_unchanged", "open_source", "refuse_target"]


@contextmanager
def open_source(path: Path) -> Iterator[BinaryIO]:
    """A stream that can go back to its start; what comes from a pipe goes through a private temporary file.

    Raises:
        DdasError: the file cannot be opened.
    """
    try:
        stream = path.open("rb")
    except OSError as error:
        raise DdasError(f"{path} kan niet worden gelezen: {_reason(path)}") from error
    with stream:
        if stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            yield stream
            return
        with tempfile.TemporaryFile() as copy:
            shutil.copyfileobj(stream, copy)
            copy.seek(0)
            yield copy


def check_unchanged(stream: BinaryIO, before: os.stat_result) -> None:
    """Refuse a file that another program wrote to while it was read.

    Raises:
        DdasError: it changed.
    """
    after = os.fstat(stream.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise DdasError("Het bestand is veranderd terwijl het werd gelezen. Voer de opdracht opnieuw uit.")


def refuse_target(target: Path, *others: Path) -> None:
    """Refuse a place that cannot be written, or that would overwrite one of the other files.

    Raises:
        DdasError: with what to do.
    """
    for other in others:
        if _is_same(target, other):
            raise DdasError(f"{target} wordt in deze opdracht al gebruikt. Kies een andere naam om naar te schrijven.")
    if target.is_dir():
        raise DdasError(f"{target} is een map. Noem een bestand in die map.")
    if target.exists() and not target.is_file():
        raise DdasError(f"{target} is geen gewoon bestand. Noem een bestand om naar te schrijven.")
    if not target.parent.is_dir():
        raise DdasError(f"De map van {target} bestaat niet. Maak de map eerst, of kies een andere.")


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # one of them does not exist yet
        return one.resolve() == other.resolve()


def _reason(path: Path) -> str:
    if path.is_dir():
        return "dit is een map. Noem een bestand in de map."
    if not path.exists():
        return "dit bestand bestaat niet. Controleer de naam en de map."
    return "het bestand is niet toegankelijk. Controleer of u het mag openen."
