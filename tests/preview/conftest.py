"""A checkout with one small version in it, under git."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.house.toy_checkout import make_checkout


@pytest.fixture(scope="session")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("checkout") / "toy"
    make_checkout(folder)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("# Begin\n", encoding="utf-8")
    (folder / ".gitignore").write_text("generators/\n", encoding="utf-8")
    who = ("-c", "user.name=Test", "-c", "user.email=test@ddas.example")
    for arguments in (("init", "-q"), ("add", "."), (*who, "commit", "-qm", "begin")):
        subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)
    return folder


@pytest.fixture
def checkout(committed: Path, tmp_path: Path) -> Path:
    return shutil.copytree(committed, tmp_path / "toy", ignore=shutil.ignore_patterns("__pycache__"))


def edit(checkout: Path, before: str, after: str) -> None:
    """Save a change in the model, once."""
    file = checkout / "model" / "bootverhuur" / "v1.0" / "verhuur.yaml"
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")
