"""A signed bundle, made once, and copies of it to tamper with. The keys are made here and go away with the test."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from ddas_generators.release.bundles import Mark, verify_bundle, write_bundles, write_key_pair

ARCHIVE, INDEX = "ddas-bvh-v1.0-r0.zip", "versies.json"
SBOM, PROVENANCE = "onderdelen.cdx.json", "herkomst.intoto.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """A bundle with the keys of the maintainer and of somebody else. ``root``: the checkout it was made from."""

    folder: Path
    private: Path
    public: Path
    stranger: Path
    root: Path

    def wrong(self, *, root: Path | None = None, key: Path | None = None) -> list[str]:
        """What is wrong with it, line by line."""
        verdicts = verify_bundle(self.folder, key or self.public, root)
        return [str(v) for v in verdicts if v.mark is Mark.WRONG]


@pytest.fixture(scope="session")
def made_bundle(adopted_checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    desk = tmp_path_factory.mktemp("bundel")
    public, _ = write_key_pair(desk / "sleutel")
    write_key_pair(desk / "vreemd")
    write_bundles(adopted_checkout, desk / "uit", desk / "sleutel")
    return Bundle(
        folder=desk / "uit",
        private=desk / "sleutel",
        public=public,
        stranger=desk / "vreemd",
        root=adopted_checkout,
    )


@pytest.fixture
def bundle(made_bundle: Bundle, tmp_path: Path) -> Bundle:
    folder = tmp_path / "uit"
    shutil.copytree(made_bundle.folder, folder)
    return Bundle(
        folder=folder,
        private=made_bundle.private,
        public=made_bundle.public,
        stranger=made_bundle.stranger,
        root=made_bundle.root,
    )
