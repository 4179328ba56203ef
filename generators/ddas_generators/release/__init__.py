"""Publishing a version as a checked act: open, renumber, check, adopt, revise, retire. Nothing is half done."""

from __future__ import annotations

from ddas_generators.release.adopting import adopt_version, retire_version
from ddas_generators.release.checking import check_version
from ddas_generators.release.opening import open_version
from ddas_generators.release.renumbering import renumber_version
from ddas_generators.release.revising import revise_versions
from ddas_generators.release.syncing import sync_version

__all__ = [
    "adopt_version",
    "check_version",
    "open_version",
    "renumber_version",
    "retire_version",
    "revise_versions",
    "sync_version",
]
