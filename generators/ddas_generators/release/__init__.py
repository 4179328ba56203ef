"""Publishing a version as a checked act: open, renumber, check, adopt, revise, retire. Nothing is half done."""

from __future__ import annotations

from ddas_generators.release.adopting import adopt_version
from ddas_generators.release.checking import check_version
from ddas_generators.release.merging import merge_revisions
from ddas_generators.release.opening import open_version
from ddas_generators.release.renumbering import renumber_version
from ddas_generators.release.retiring import retire_version
from ddas_generators.release.revising import Occasion, revise_versions
from ddas_generators.release.syncing import sync_version

__all__ = [
    "Occasion",
    "adopt_version",
    "check_version",
    "merge_revisions",
    "open_version",
    "renumber_version",
    "retire_version",
    "revise_versions",
    "sync_version",
]
