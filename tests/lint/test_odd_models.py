"""A model of the wrong shape gives findings, never a crash; a file that cannot be read gives one clear error."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from ddas.errors import ModelError
from ddas_generators.lint import lint
from ddas_generators.model.register import read_register

HERE = Path(__file__).parent
ODD_VALUES: tuple[Any, ...] = (None, [], {}, "x", -7, True, [["x"]], {"x": ["x"]})
PLACES: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "bootverhuur/v1.0/verhuur.yaml": lambda data: data["classes"]["Verhuring"]["attributes"]["romp"],
    "bootverhuur/v1.0/lijsten.yaml": lambda data: data["enums"]["EnumKleur"],
    "gedeeld/v1/typen.yaml": lambda data: data["types"]["Regel4"],
    "bootverhuur/v1.0/regels.yaml": lambda data: data["regels"][0],
    "bootverhuur/v1.0/procesfasen.yaml": lambda data: data["fasen"][1],
}


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    shutil.copytree(HERE / "toy", tmp_path / "toy")
    return tmp_path / "toy"


def spoil(path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    change(data)
    path.write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=True), encoding="utf-8")


@pytest.mark.parametrize("value", ODD_VALUES, ids=repr)
@pytest.mark.parametrize("file", PLACES)
@pytest.mark.parametrize("part", ["keys", "annotations"])
def test_odd_values_give_findings(file: str, value: Any, part: str, toy: Path) -> None:
    def change(data: dict[str, Any]) -> None:
        element = PLACES[file](data)
        target = element.get("annotations", element) if part == "annotations" else element
        for key in target:
            target[key] = value

    spoil(toy / "model" / file, change)
    (version,) = read_register(toy)
    assert any(f.location.file == f"model/{file}" for f in lint(toy, version))


@pytest.mark.parametrize("section", ["classes", "enums", "types"])
@pytest.mark.parametrize("value", [["x"], "x", {"Naam": "x"}, {"Naam": ["x"]}], ids=repr)
def test_odd_sections_give_findings(section: str, value: Any, toy: Path) -> None:
    spoil(toy / "model" / "bootverhuur" / "v1.0" / "schema.yaml", lambda data: data.update({section: value}))
    (version,) = read_register(toy)
    assert "linkml" in {f.id for f in lint(toy, version)}


def test_missing_import_is_an_error_with_the_line(toy: Path) -> None:
    (toy / "model" / "bootverhuur" / "v1.0" / "lijsten.yaml").unlink()
    (version,) = read_register(toy)
    with pytest.raises(ModelError, match=r"^model/bootverhuur/v1\.0/schema\.yaml:12: 'imports' noemt 'lijsten': dit"):
        lint(toy, version)


def test_imports_that_are_no_list_are_an_error_with_the_line(toy: Path) -> None:
    spoil(toy / "model" / "bootverhuur" / "v1.0" / "schema.yaml", lambda data: data.update(imports="verhuur"))
    (version,) = read_register(toy)
    with pytest.raises(ModelError, match=r"^model/bootverhuur/v1\.0/schema\.yaml:9: 'imports' is geen lijst\."):
        lint(toy, version)


def test_files_may_import_each_other(toy: Path) -> None:
    spoil(toy / "model" / "bootverhuur" / "v1.0" / "lijsten.yaml", lambda data: data.update(imports=["verhuur"]))
    (version,) = read_register(toy)
    assert lint(toy, version) == ()
