"""The model as it was in a commit of git: what an edit is compared with."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from pathlib import Path

from ddas.errors import DdasError
from ddas.standard.specification import Specification
from ddas_generators.model.load import load
from ddas_generators.model.register import RegisteredVersion, read_register

__all__ = ["CommittedModel", "changed_versions", "head_log"]


class CommittedModel:
    """Versions as they were in the commit that ``name`` leads to; a commit is read once."""

    def __init__(self, root: Path, name: str) -> None:
        self._root = root
        self._name = name
        self._read: tuple[str, str, Specification | None] | None = None

    def find(self, version: RegisteredVersion) -> Specification | None:
        """This version in that commit; None when it was not there yet.

        Raises:
            DdasError: there is no git, no such commit, or its model cannot be read.
        """
        commit = _git(self._root, "rev-parse", "--verify", "--quiet", f"{self._name}^{{commit}}").decode().strip()
        if self._read is None or self._read[:2] != (commit, version.id.code):
            self._read = commit, version.id.code, _read_version(self._root, commit, version)
        return self._read[2]


def changed_versions(root: Path) -> tuple[str, ...]:
    """Codes of the versions with files that differ from the last commit, in the order of the register.

    Raises:
        DdasError: there is no git, or no commit.
    """
    lines = _git(root, "status", "--porcelain", "-z", "--untracked-files=all", "--", "model").decode("utf-8", "replace")
    prefix = _git(root, "rev-parse", "--show-prefix").decode().strip()
    changed = [line.rpartition(f"{prefix}model/")[2] for line in lines.split("\0")]
    versions = read_register(root)
    return tuple(v.id.code for v in versions if any(path.startswith(f"{v.id.folder}/") for path in changed))


def head_log(root: Path) -> Path | None:
    """A file that changes with every commit; None without git."""
    try:
        return root / _git(root, "rev-parse", "--git-path", "logs/HEAD").decode().strip()
    except DdasError:
        return None


def _read_version(root: Path, commit: str, version: RegisteredVersion) -> Specification | None:
    archive = _git(root, "archive", "--format=tar", f"{commit}:./", "model")
    with tempfile.TemporaryDirectory() as name:
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            tar.extractall(name, filter="data")
        then = {v.id.code: v for v in read_register(Path(name))}
        found = then.get(version.id.code)
        return None if found is None else load(Path(name), found)


def _git(root: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)
    except OSError as error:
        raise DdasError("git is er niet. Installeer git om met de laatste commit te vergelijken.") from error
    if done.returncode:
        raise DdasError(
            "git geeft die commit of die map niet. Staat het model in git, en is er al een commit? "
            "Noem anders een bestaande commit met --since."
        )
    return done.stdout
