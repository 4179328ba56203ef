"""A checkout to work in, before and after adoption; the adopted one is made once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ddas_generators.release import adopt_version
from tests.release.desk import Desk, furnish


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    root = tmp_path / "toestel"
    furnish(root)
    return Desk(root, capsys)


@pytest.fixture(scope="session")
def adopted_checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("vastgesteld") / "toestel"
    furnish(root)
    adopt_version(root, "bvh-v1.0", date="2026-01-01", published=False)
    return root


@pytest.fixture
def adopted(adopted_checkout: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    root = tmp_path / "toestel"
    shutil.copytree(adopted_checkout, root)
    return Desk(root, capsys)
