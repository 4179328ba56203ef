"""A copy of the real model, to be changed as a maintainer would."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ddas.standard.specification import Specification
from ddas_generators.model.load import load
from ddas_generators.model.register import read_register
from tests.conftest import ROOT


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
