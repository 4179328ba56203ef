"""A checkout with one small version in it, under git."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house.toy_checkout import make_site_checkout


@pytest.fixture(scope="session")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("checkout") / "toy"
    make_site_checkout(folder)
    (folder / ".gitignore").write_text("generators/\n", encoding="utf-8")
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True, capture_output=True)
    commit(folder)
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


def commit(checkout: Path) -> str:
    """Commit everything; gives the commit."""
    who = ("-c", "user.name=Test", "-c", "user.email=test@ddas.example")
    for arguments in (("add", "."), (*who, "commit", "-qm", "stap", "--allow-empty")):
        subprocess.run(["git", *arguments], cwd=checkout, check=True, capture_output=True)
    found = subprocess.run(["git", "rev-parse", "HEAD"], cwd=checkout, check=True, capture_output=True, text=True)
    return found.stdout.strip()
