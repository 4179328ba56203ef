"""Texts go out to Excel and come back: only what was changed, only what lint accepts, and nothing of structure."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pytest
import yaml

from ddas.cli.main import main
from ddas.errors import DdasError
from ddas_generators.release.texts.cells import Column
from ddas_generators.release.texts.yaml_edit import ValueEdit, edit_yaml
from tests.conftest import ROOT

CODE = "vs-v1.2"
FOLDER = Path("model/vroegsignalering/v1.2")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "model", tmp_path / "model")
    return tmp_path


@pytest.fixture
def workbook(checkout: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = checkout / "teksten.xlsx"
    assert main(["release", "texts", "export", CODE, str(path), "--root", str(checkout)]) == 0
    assert f"onderdelen van {CODE}." in capsys.readouterr().out
    return path


def write(path: Path, *cells: tuple[str, Column, object]) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book[f"Teksten {CODE}"]
    rows = {str(sheet.cell(n, 1).value): n for n in range(2, sheet.max_row + 1)}
    for element, column, value in cells:
        sheet.cell(rows[element], 3 + list(Column).index(column)).value = value
    book.save(path)


def bring_back(checkout: Path, path: Path) -> int:
    return main(["release", "texts", "import", str(path), "--root", str(checkout)])


def files(checkout: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted((checkout / FOLDER).glob("*.yaml"))}


def test_only_the_changed_cells_come_back(checkout: Path, workbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    signal = checkout / FOLDER / "signaal.yaml"
    signal.write_text(f"# Een opmerking vooraf.\n{signal.read_text(encoding='utf-8')}", encoding="utf-8")
    before = files(checkout)
    write(
        workbook,
        ("Vroegsignaal.id", Column.LABEL, "Kenmerk van het signaal"),
        ("Vroegsignaal.id", Column.EXAMPLES, "VS-2025-000123\n12"),
        ("Client.postcode", Column.SEARCH_WORDS, "adres\npostcode van de woning"),
    )
    assert bring_back(checkout, workbook) == 0
    told = capsys.readouterr().out
    assert "3 teksten van vs-v1.2 gewijzigd" in told
    assert "ddas release revise vs-v1.2 --reason" in told
    after = files(checkout)
    assert {name for name in before if before[name] != after[name]} == {"signaal.yaml", "client.yaml"}
    old, new = before["signaal.yaml"].decode().splitlines(), after["signaal.yaml"].decode().splitlines()
    assert [line.strip() for line in new if line not in old] == ["title: Kenmerk van het signaal", "- value: '12'"]
    assert [line.strip() for line in old if line not in new] == ["title: Kenmerk van het vroegsignaal"]
    assert new[0] == "# Een opmerking vooraf."
    assert b"        aliases: [adres, postcode van de woning]\n" in after["client.yaml"]


def test_a_workbook_without_changes_changes_nothing(
    checkout: Path, workbook: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(checkout)
    write(workbook, ("Vroegsignaal.id", Column.LABEL, " Kenmerk  van het vroegsignaal\n"))
    assert bring_back(checkout, workbook) == 0
    assert "geen tekst gewijzigd" in capsys.readouterr().out
    assert files(checkout) == before


def test_what_lint_refuses_is_told_at_its_cell(
    checkout: Path, workbook: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(checkout)
    write(
        workbook,
        ("Vroegsignaal.id", Column.LABEL, "Kenmerk van het signaal"),
        ("Client.postcode", Column.DEFINITION, ""),
        ("Contactpoging.bereikt", Column.EXAMPLES, "misschien"),
    )
    assert bring_back(checkout, workbook) == 2
    told = capsys.readouterr().err
    assert "Blad 'Teksten vs-v1.2', cel D39: Client.postcode: de definitie ontbreekt." in told
    assert "cel G54: Contactpoging.bereikt: voorbeeld 1 past niet" in told
    assert told.endswith("Er is niets geschreven.\n")
    assert files(checkout) == before


def test_cells_that_have_no_place_in_the_model(
    checkout: Path, workbook: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    client = checkout / FOLDER / "client.yaml"
    text = client.read_text(encoding="utf-8")
    client.write_text(text.replace("title: Postcode", "title: Andere postcode", 1), encoding="utf-8")
    before = files(checkout)
    write(
        workbook,
        ("Client.postcode", Column.LABEL, "Derde postcode"),
        ("Contactpoging.bereikt", Column.LABEL, True),
    )
    book = openpyxl.load_workbook(workbook)
    sheet = book[f"Teksten {CODE}"]
    sheet.append(["Client.lievelingskleur", "veld", "Kleur"])
    sheet.append(["Client.postcode", "veld", "Nog een"])
    sheet.append([None, "veld", "Zonder naam"])
    book.save(workbook)
    assert bring_back(checkout, workbook) == 2
    told = capsys.readouterr().err
    assert "'Client.lievelingskleur' stond niet in de export" in told
    assert "'Client.postcode' staat ook op rij 39" in told
    assert "hier ontbreekt het onderdeel" in told
    assert "cel C54: hier staat geen tekst" in told
    assert "cel C39: deze tekst is na de export ook in het model gewijzigd" in told
    assert files(checkout) == before


def test_what_is_no_workbook_of_texts(checkout: Path, workbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = checkout / "anders.xlsx"
    other.write_bytes(b"geen werkboek")
    assert bring_back(checkout, other) == 2
    assert "Dit is geen werkboek van Excel" in capsys.readouterr().err
    book = openpyxl.load_workbook(workbook)
    book[f"Teksten {CODE}"].cell(1, 3).value = "Naam"
    book.save(other)
    assert bring_back(checkout, other) == 2
    assert "rij 1: de kolommen zijn niet meer" in capsys.readouterr().err
    del book[f"Bij export {CODE}"]
    book.save(other)
    assert bring_back(checkout, other) == 2
    assert "ontbreekt het blad" in capsys.readouterr().err


MODEL = """\
# vooraf
classes:
  Een:  # naast
    title: 'Een'
    description: >-
      Lange
      tekst.

    # tussen
    comments:
      # bij de eerste
      - >-
        Deze blijft
        zo staan.
      - 'Deze # gaat weg.'
    rank: 1

  Twee: {title: Twee}
  Drie:
    rank: 3
# achteraf
"""


def edit(path: str, key: str, value: object) -> str:
    return edit_yaml(MODEL, [ValueEdit(path=("classes", path), key=key, value=value)])


def test_an_edit_keeps_every_other_byte() -> None:
    assert edit("Een", "title", "Nieuw") == MODEL.replace("'Een'", "Nieuw")
    assert edit("Een", "description", None) == MODEL.replace("    description: >-\n      Lange\n      tekst.\n", "")
    assert edit("Drie", "title", "Drie") == MODEL.replace("    rank: 3", "    title: Drie\n    rank: 3")
    assert edit("Een", "aliases", ["a b", "c"]) == MODEL.replace("    rank: 1", "    aliases: [a b, c]\n    rank: 1")
    longer = edit("Een", "comments", ["Deze blijft zo staan.", "Deze # gaat weg.", "Kort"])
    assert longer == MODEL.replace("weg.'\n", "weg.'\n      - Kort\n")


def test_line_ends_of_windows_stay() -> None:
    windows = MODEL.replace("\n", "\r\n")
    changed = edit_yaml(windows, [ValueEdit(path=("classes", "Een"), key="title", value="Nieuw")])
    assert changed == windows.replace("'Een'", "Nieuw")


@pytest.mark.parametrize(
    ("path", "key", "value", "words"),
    [
        ("Twee", "title", "Drie", "regel 18: dit onderdeel staat op één regel"),
        ("Een", "comments", None, "regel 10: bij deze tekst staat een opmerking"),
    ],
)
def test_an_edit_that_would_lose_a_remark_is_refused(path: str, key: str, value: object, words: str) -> None:
    with pytest.raises(DdasError, match=words):
        edit(path, key, value)


@pytest.mark.parametrize(
    "text", ["true", "12", "2025-01-01", "a: b", "- a", "#x", "'", '"', "é ☃", "x" * 200, "null", "{a}"]
)
def test_any_text_comes_back_as_it_is(text: str) -> None:
    for key, value in (("title", text), ("comments", [text]), ("aliases", [text]), ("examples", [{"value": text}])):
        assert yaml.safe_load(edit("Drie", key, value))["classes"]["Drie"][key] == value
