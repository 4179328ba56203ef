"""A migrator: the steps from one version to the next, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ddas.migration.steps import Demand, Fill, Step

__all__ = ["Migrator", "Path"]

Path = tuple[str, ...]
"""Keys from the root to a list of records."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Migrator:
    """From one version to the next of the same domain. Frozen once the newer version is released.

    Written by hand it holds the choices; what the declarations of the newer version say is added to it.

    Attributes:
        source: Code of the older version.
        target: Code of the newer version.
        steps: In order. A step on a field of a record runs on each record, the others on the rest of the file.
        fills: Required texts of the newer version, given last.
        demands: What must be there in the end; a record without it is one for a person.
        moved_lists: Lists of records that stand elsewhere in the newer version.
        choices: Paths of fields for which nobody chose yet what becomes of them: without that choice there is no way.
    """

    source: str
    target: str
    steps: tuple[Step, ...] = ()
    fills: tuple[Fill, ...] = ()
    demands: tuple[Demand, ...] = ()
    moved_lists: Mapping[Path, Path] = field(default_factory=dict)
    choices: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """For reports: ``shv-v0.8 → shv-v0.9``."""
        return f"{self.source} → {self.target}"
