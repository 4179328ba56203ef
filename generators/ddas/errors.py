"""Exceptions: we could not do the job. Faults in somebody's data or model are findings, never exceptions."""

from __future__ import annotations

__all__ = ["DdasError", "MissingBuildExtra", "ModelError"]


class DdasError(Exception):
    """The job could not be done. The message is Dutch and its last sentence says what to do."""


class ModelError(DdasError):
    """The model cannot be read as a specification; the message names file and, where known, line."""


class MissingBuildExtra(DdasError):
    """A command for maintainers was called without the packages of the ``build`` extra."""

    def __init__(self, package: str) -> None:
        super().__init__(
            f"Dit commando hoort bij het beheer van de standaard en mist het pakket '{package}'. "
            "Installeer het met: pip install 'ddas[build]'"
        )
