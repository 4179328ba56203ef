"""What lint says of correct deliveries from practice: file, line, situation and rule."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from ddas.errors import ModelError
from ddas_generators.lint import lint
from ddas_generators.model.register import read_register

HERE = Path(__file__).parent
EXAMPLE = {"verhuringen": [{"Vertrekdag": "2025-05-01", "vertrekdag": "2025-05-01T17:30:00+02:00"}]}
FILE = "model/bootverhuur/v1.0/praktijk/zomer.yaml"
GOOD = """praktijk:
  - naam: Een dag op het water
    toelichting: De klant kwam dezelfde dag terug.
    basis: zomerdag
  - naam: Nog op het water
    toelichting: De klant is er nog niet.
    basis: zomerdag
    wijziging:
      - {op: remove, path: /verhuringen/0/vertrekdag}
    opmerkingen:
      - regel: BVH-002a
        plekken: [/verhuringen/0]
"""


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    root = tmp_path / "toy"
    shutil.copytree(HERE / "toy", root)
    folder = root / "model" / "bootverhuur" / "v1.0"
    (folder / "voorbeelden" / "zomerdag.json").write_text(json.dumps(EXAMPLE), encoding="utf-8")
    (folder / "praktijk").mkdir()
    (root / FILE).write_text(GOOD, encoding="utf-8")
    return root


def lint_all(root: Path) -> list[str]:
    (version,) = read_register(root)
    return [str(f) for f in lint(root, version)]


def edit(toy: Path, old: str, new: str) -> None:
    assert old in GOOD
    (toy / FILE).write_text(GOOD.replace(old, new, 1), encoding="utf-8")


def test_correct_deliveries_give_nothing(toy: Path) -> None:
    assert lint_all(toy) == []


def test_a_rule_that_hits_a_correct_delivery(toy: Path) -> None:
    edit(
        toy,
        "/verhuringen/0/vertrekdag}",
        "/verhuringen/0/vertrekdag}\n      - {op: remove, path: /verhuringen/0/Vertrekdag}",
    )
    assert lint_all(toy) == [
        f"{FILE}:5: Nog op het water: regel BVH-001 (fout) raakt deze goede levering op /verhuringen/0/Vertrekdag. "
        "Verbeter de regel, of de levering als zij niet klopt. [praktijk-geraakt]"
    ]


def test_a_delivery_that_the_schema_refuses(toy: Path) -> None:
    edit(
        toy,
        "{op: remove, path: /verhuringen/0/vertrekdag}",
        "{op: replace, path: /verhuringen/0/vertrekdag, value: vandaag}",
    )
    found = lint_all(toy)
    assert found[0] == (
        f"{FILE}:5: Nog op het water: het schema weigert deze goede levering op /verhuringen/0/vertrekdag (BVH-S05). "
        "Verbeter de levering. [praktijk-geraakt]"
    )


def test_remarks_that_are_not_named_or_not_made(toy: Path) -> None:
    edit(toy, "plekken: [/verhuringen/0]", "plekken: [/verhuringen/1]")
    assert lint_all(toy) == [
        f"{FILE}:5: Nog op het water: regel BVH-002a (info) zegt iets over /verhuringen/0. "
        "Noem dat bij 'opmerkingen', of verbeter de regel. [praktijk-geraakt]",
        f"{FILE}:10: Nog op het water: regel BVH-002a zegt niets over /verhuringen/1 op niveau info. "
        "Haal de opmerking weg. [praktijk-onjuist]",
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("Nog op het water", "Een dag op het Water", 5, f"deze naam staat al op {FILE}:2."),
        ("    toelichting: De klant is er nog niet.\n", "", 5, "'toelichting' ontbreekt"),
        ("    basis: zomerdag\n", "    basis: zomerdag\n    reden: zomaar\n", 5, "'reden' is hier onbekend."),
        ("    basis: zomerdag\n", "    basis: winterdag\n", 2, "voorbeeld 'winterdag' bestaat niet."),
        ("/verhuringen/0/vertrekdag}", "/verhuringen/7/vertrekdag}", 9, "past niet op het voorbeeld."),
        ("- {op: remove, path: /verhuringen/0/vertrekdag}", "- op", 8, "'wijziging' is geen lijst van stappen."),
        ("{op: remove, path", "{op: add, value: 2025-05-01, path", 8, "een datum zonder aanhalingstekens."),
        ("  - naam: Een dag", "  - naam: Een dag\n    naam: Een dag", 3, "deze sleutel staat er twee keer"),
    ],
)
def test_records_that_are_wrong(old: str, new: str, line: int, words: str, toy: Path) -> None:
    edit(toy, old, new)
    (found,) = lint_all(toy)
    assert found.startswith(f"{FILE}:{line}: ")
    assert words in found


def test_a_file_without_situations(toy: Path) -> None:
    (toy / FILE).write_text("situaties: []\n", encoding="utf-8")
    (found,) = lint_all(toy)
    assert found.startswith(f"{FILE}:1: zomer.yaml: ")
    assert found.endswith("[praktijk-onjuist]")


def test_a_file_that_is_no_yaml_is_an_error(toy: Path) -> None:
    (toy / FILE).write_text("praktijk: [\n", encoding="utf-8")
    with pytest.raises(ModelError, match=r"zomer\.yaml:1: de haak op deze regel"):
        lint_all(toy)


def test_another_fault_comes_first(toy: Path) -> None:
    edit(toy, "plekken: [/verhuringen/0]", "plekken: [/verhuringen/1]")
    path = toy / "model" / "bootverhuur" / "v1.0" / "verhuur.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("title: Romp\n", "comments: [Romp.]\n"), encoding="utf-8")
    (found,) = lint_all(toy)
    assert found.endswith("[label-ontbreekt]")
