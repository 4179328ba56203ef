"""What checking a bundle found, one thing at a time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Mark", "Verdict"]


class Mark(StrEnum):
    """How it is. ``NOTE``: worth knowing, and no reason to mistrust the bundle."""

    RIGHT = "goed"
    WRONG = "fout"
    NOTE = "let op"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One thing that was looked at. ``subject``: a file, or what was compared; ``message``: Dutch sentences."""

    mark: Mark
    subject: str
    message: str

    def __str__(self) -> str:
        return f"{self.mark:8}{self.subject}: {self.message}"
