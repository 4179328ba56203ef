"""What of a report is shown."""

from __future__ import annotations

from dataclasses import dataclass

from ddas.findings import Level

__all__ = ["Shown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What every form is told.

    Attributes:
        level: Findings and rules below it are left out; counts stay exact.
        fail_on: Level from which a rule counts as failed, in forms that know failures.
    """

    level: Level = Level.INFO
    fail_on: Level = Level.ERROR
