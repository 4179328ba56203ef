"""A checkout to work in, before and after adoption; the adopted one is made once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ddas.standard.specification import Specification
from ddas_generators.model.load import load
from ddas_generators.model.register import read_register
from ddas_generators.release import adopt_version
from tests.conftest import ROOT
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


class RealModel:
    """The copy. ``root``: a checkout that holds ``model/`` alone."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def file(self, name: str) -> Path:
        """A file of the model of debt help, such as ``v1.1/client.yaml``."""
        return self.root / "model" / "schuldhulpverlening" / name

    def edit(self, name: str, before: str, after: str) -> None:
        text = self.file(name).read_text(encoding="utf-8")
        assert before in text, before
        self.file(name).write_text(text.replace(before, after, 1), encoding="utf-8")

    def load(self, code: str) -> Specification:
        return load(self.root, next(v for v in read_register(self.root) if v.id.code == code))


@pytest.fixture
def real_model(tmp_path: Path) -> RealModel:
    shutil.copytree(ROOT / "model", tmp_path / "toestel" / "model")
    return RealModel(tmp_path / "toestel")


@pytest.fixture(autouse=True)
def _small_samples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ddas_generators.release.migrating._RECORDS", 5)
