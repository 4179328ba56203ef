from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from ddas.errors import DdasError
from ddas.standard import catalog
from ddas.standard.catalog import default_specification, find_specification, generated_folder, iter_specifications
from ddas.standard.specification import Specification
from ddas.standard.specification_json import specification_to_json
from ddas.standard.status import Status
from tests.documentation.documentation_micro import micro


def put(folder: Path, specification: Specification) -> None:
    target = folder / specification.id.folder
    target.mkdir(parents=True)
    (target / "specification.json").write_text(specification_to_json(specification), encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for version, status in (("v0.9", Status.ADOPTED), ("v0.10", Status.ADOPTED), ("v1.0", Status.CONCEPT)):
        put(tmp_path, dataclasses.replace(micro(), version=version, status=status))
    (tmp_path / "bosbeheer" / "oud").mkdir()
    (tmp_path / "bosbeheer" / "oud" / "specification.json").write_text("geen standaard")
    return tmp_path


def test_order_is_by_version_number(folder: Path) -> None:
    assert [s.id.code for s in iter_specifications(folder)] == ["bos-v0.9", "bos-v0.10", "bos-v1.0"]


def test_find(folder: Path) -> None:
    assert find_specification("bos-v0.10", folder).version == "v0.10"


@pytest.mark.parametrize("code", ["bos-v2.0", "shv-v1.0", "bos", "", "v1.0", "-v1.0", "../bos-v1.0"])
def test_unknown_code_lists_the_codes(folder: Path, code: str) -> None:
    with pytest.raises(DdasError, match=r"Kies uit: bos-v0\.9, bos-v0\.10, bos-v1\.0\.$"):
        find_specification(code, folder)


@pytest.mark.parametrize("domain", ["bosbeheer", "bos"])
def test_default_is_the_newest_adopted(folder: Path, domain: str) -> None:
    assert default_specification(domain, folder).version == "v0.10"


def test_default_of_an_unknown_domain(folder: Path) -> None:
    with pytest.raises(DdasError, match=r"Kies uit: bosbeheer\.$"):
        default_specification("heide", folder)


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(DdasError, match="geen bruikbare standaard"):
        find_specification("bos-v1.0", tmp_path)
    with pytest.raises(DdasError, match="geen bruikbare standaard"):
        default_specification("bos", tmp_path / "weg")


def test_only_what_is_asked_is_read(folder: Path) -> None:
    (folder / "bosbeheer" / "v0.9" / "specification.json").write_text("{kapot")
    assert find_specification("bos-v0.10", folder).version == "v0.10"
    with pytest.raises(DdasError, match="ddas generate"):
        find_specification("bos-v0.9", folder)


def test_folder_beside_the_modules_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "generators" / "ddas"
    package.mkdir(parents=True)
    monkeypatch.setattr(catalog, "__file__", str(package / "standard" / "catalog.py"))
    assert generated_folder() == tmp_path / "generated"
    (package / "generated").mkdir()
    assert generated_folder() == package / "generated"
