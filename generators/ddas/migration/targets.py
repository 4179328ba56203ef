"""Where a migration may write."""

from __future__ import annotations

from pathlib import Path

from ddas.errors import DdasError

__all__ = ["refuse_target"]


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
