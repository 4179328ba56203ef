from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from ddas.standard.specification import Specification
from ddas_generators.emit.code.python.dataclasses import emit_dataclasses
from tests.conftest import STANDARDS, load_standard
from tests.dataclasses.dataclass_micro import micro


@pytest.fixture(scope="session", params=["micro", *STANDARDS])
def model(request: pytest.FixtureRequest) -> Specification:
    return micro() if request.param == "micro" else load_standard(request.param)


@pytest.fixture(scope="session")
def source(model: Specification, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The generated file of a model, alone in a folder."""
    (artefact,) = emit_dataclasses(model)
    path = tmp_path_factory.mktemp("python") / Path(artefact.path).name
    path.write_bytes(artefact.content)
    return path


@pytest.fixture(scope="session")
def module(source: Path) -> Iterator[ModuleType]:
    yield from import_file(source)


@pytest.fixture(scope="session")
def bos(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The module of the micro-model."""
    (artefact,) = emit_dataclasses(micro())
    path = tmp_path_factory.mktemp("micro") / "bos_module.py"
    path.write_bytes(artefact.content)
    yield from import_file(path)


def import_file(path: Path) -> Iterator[ModuleType]:
    description = importlib.util.spec_from_file_location(path.stem, path)
    assert description is not None
    assert description.loader is not None
    module = importlib.util.module_from_spec(description)
    sys.modules[path.stem] = module
    description.loader.exec_module(module)
    yield module
    del sys.modules[path.stem]
