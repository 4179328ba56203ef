"""A small model without faults, to be edited."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    """A copy of the model of boats for hire."""
    shutil.copytree(Path(__file__).parent / "toy", tmp_path / "toy")
    return tmp_path / "toy"
