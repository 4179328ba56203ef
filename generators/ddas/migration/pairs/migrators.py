"""The migrators that were written by hand: pairs of versions between which something had to be chosen."""

from __future__ import annotations

from ddas.migration.migrator import Migrator
from ddas.migration.pairs.shv_v0_8_to_v0_9 import SHV_V0_8_TO_V0_9
from ddas.migration.pairs.shv_v0_9_to_v0_10 import SHV_V0_9_TO_V0_10
from ddas.migration.pairs.shv_v0_10_to_v1_0 import SHV_V0_10_TO_V1_0
from ddas.migration.pairs.shv_v1_0_to_v1_1 import SHV_V1_0_TO_V1_1
from ddas.migration.pairs.vs_v0_1_to_v0_9 import VS_V0_1_TO_V0_9
from ddas.migration.pairs.vs_v0_9_to_v1_0 import VS_V0_9_TO_V1_0
from ddas.migration.pairs.vs_v1_0_to_v1_2 import VS_V1_0_TO_V1_2

__all__ = ["MIGRATORS"]

MIGRATORS: tuple[Migrator, ...] = (
    SHV_V0_8_TO_V0_9,
    SHV_V0_9_TO_V0_10,
    SHV_V0_10_TO_V1_0,
    SHV_V1_0_TO_V1_1,
    VS_V0_1_TO_V0_9,
    VS_V0_9_TO_V1_0,
    VS_V1_0_TO_V1_2,
)
"""One per pair of versions that follow each other and between which something had to be chosen."""
