"""Bundles: an archive per version with an index, a bill of materials and a signed statement of where it comes from."""

from __future__ import annotations

from ddas_generators.release.bundles.keys import write_key_pair
from ddas_generators.release.bundles.making import write_bundles
from ddas_generators.release.bundles.verdict import Mark, Verdict
from ddas_generators.release.bundles.verifying import verify_bundle

__all__ = ["Mark", "Verdict", "verify_bundle", "write_bundles", "write_key_pair"]
