"""The list of municipalities: its facts, its limits, and what is said about a wrong list."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from ddas.errors import DdasError
from ddas.standard import municipalities
from ddas.standard.municipalities import own_list_path, own_municipalities, read_municipalities
from tests.conftest import ROOT

HEAD = "# stand: 2025-01-01\ncode,naam,ingang,einde,opvolger\n"
OWN = ROOT / "model" / "gedeeld" / "gemeenten" / "gemeenten.csv"


@pytest.mark.parametrize(
    ("day", "count"),
    [
        ("2018-06-01", 380),
        ("2019-01-01", 355),
        ("2021-01-01", 352),
        ("2022-01-01", 345),
        ("2022-03-24", 344),
        ("2023-01-01", 342),
        ("2024-06-30", 342),
    ],
)
def test_as_many_as_cbs_published(day: str, count: int) -> None:
    that_day = date.fromisoformat(day)
    assert sum(m.held_in(that_day, that_day) for m in read_municipalities(OWN).by_code.values()) == count


def test_own_list_is_the_default_and_says_how_recent_it_is() -> None:
    assert own_list_path() == OWN
    assert own_municipalities() == read_municipalities() == read_municipalities(str(OWN))
    assert own_municipalities().version == "medio 2024"


def test_first_and_last_day() -> None:
    weesp = own_municipalities().find("0457")
    assert weesp is not None
    assert (weesp.name, weesp.valid_from, weesp.valid_until, weesp.successors) == (
        "Weesp",
        None,
        date(2022, 3, 24),
        ("0363",),
    )
    assert weesp.held_in(date(2022, 3, 23), date(2022, 12, 31))
    assert not weesp.held_in(date(2022, 3, 24), date(2022, 12, 31))
    new = own_municipalities().find("1992")
    assert new is not None
    assert new.held_in(date(2022, 1, 1), date(2023, 1, 1))
    assert not new.held_in(date(2022, 1, 1), date(2022, 12, 31))


@pytest.mark.parametrize("code", ["0000", "9999", "", "344", "Onbekend"])
def test_not_on_the_list(code: str) -> None:
    assert own_municipalities().find(code) is None


@pytest.mark.parametrize(
    ("code", "day", "successors"),
    [
        ("0265", "2015-06-01", ["0241"]),
        ("0265", "2024-01-01", ["1945"]),
        ("0457", "2024-01-01", ["0363"]),
        ("0344", "2024-01-01", []),
        ("1671", "2015-06-01", ["0796", "0828"]),
        ("0140", "2024-01-01", ["0080", "1900", "1949"]),
        ("0053", "2024-01-01", ["1966", "1969"]),
        ("0788", "2024-01-01", ["0757", "0824", "0855", "0865"]),
    ],
)
def test_successors_are_those_that_held_on_the_day(code: str, day: str, successors: list[str]) -> None:
    municipality = own_municipalities().find(code)
    assert municipality is not None
    assert [m.code for m in own_municipalities().successors(municipality, date.fromisoformat(day))] == successors


def test_every_municipality_that_ended_has_a_successor_and_four_were_split() -> None:
    listed = read_municipalities(OWN).by_code.values()
    assert [m.code for m in listed if (m.valid_until is None) is not (m.successors == ())] == []
    assert {m.code for m in listed if len(m.successors) > 1} == {"0053", "0140", "0788", "1671"}


def test_each_part_of_a_split_municipality_is_followed_further(tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    rows = "0001,Een,,2020-01-01,0002 0003\n0002,Twee,,2022-01-01,0004\n0003,Drie,,2022-01-01,0004 0005\n"
    path.write_text(HEAD + rows + "0004,Vier,,,\n0005,Vijf,,,\n", encoding="utf-8")
    listed = read_municipalities(path)
    first = listed.by_code["0001"]
    assert [m.code for m in listed.successors(first, date(2021, 1, 1))] == ["0002", "0003"]
    assert [m.code for m in listed.successors(first, date(2025, 1, 1))] == ["0004", "0005"]


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_own_list_of_a_user(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "lijst.csv"
    rows = HEAD + "0001,Oud,,2025-01-01,0002\n0002,Nieuw,2025-01-01,,\n\n"
    path.write_text("\ufeff" + rows.replace(",", delimiter).replace("\n", "\r\n"), encoding="utf-8")
    listed = read_municipalities(path)
    assert listed.version == "2025-01-01"
    new = listed.find("0002")
    assert new is not None
    assert new.name == "Nieuw"
    assert listed.find("0344") is None
    assert own_municipalities().find("0344") is not None


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "de datum van de lijst ontbreekt"),
        ("code,naam,ingang,einde,opvolger\n", 1, "# stand:"),
        ("# stand:\n", 1, "# stand:"),
        ("# stand: nu\nnaam,code\n", 2, "de kolommen kloppen niet"),
        (HEAD, 2, "geen gemeenten"),
        (HEAD + "14,Plaats,,,\n", 3, "zoals 0014"),
        (HEAD + "00١4,Plaats,,,\n", 3, "zoals 0014"),
        (HEAD + "0014,Plaats,,,9\n", 3, "zoals 0014"),
        (HEAD + "0014,Plaats,,,0014+0015\n", 3, "zoals 0014"),
        (HEAD + "0014,,,,\n", 3, "de naam ontbreekt"),
        (HEAD + "0014,Plaats\n", 3, "5 kolommen"),
        (HEAD + "0014,Plaats,1-1-2025,,\n", 3, "jaar-maand-dag"),
        (HEAD + "0014,Plaats,20250101,,\n", 3, "jaar-maand-dag"),
        (HEAD + "0014,Plaats,2025-01-01,2025-01-01,\n", 3, "het einde ligt niet na de ingang"),
        (HEAD + "0014,Plaats,,,\n0014,Plaats,,,\n", 4, "deze code staat er al"),
        (HEAD + "0014,Plaats,,2025-01-01,0015\n", 3, "de opvolger staat niet in de lijst"),
    ],
)
def test_wrong_list(tmp_path: Path, text: str, line: int, words: str) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DdasError) as caught:
        read_municipalities(path)
    assert str(caught.value).startswith(f"{path}, regel {line}: ")
    assert words in str(caught.value)


def test_unreadable_list(tmp_path: Path) -> None:
    with pytest.raises(DdasError, match="het bestand of de map bestaat niet"):
        read_municipalities(tmp_path / "weg.csv")
    (tmp_path / "latijn.csv").write_bytes(b"# stand: nu\n\xfa")
    with pytest.raises(DdasError, match="CSV UTF-8"):
        read_municipalities(tmp_path / "latijn.csv")


def test_successors_in_a_circle(tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text(HEAD + "0001,Een,,2020-01-01,0002\n0002,Twee,,2020-01-01,0001\n", encoding="utf-8")
    listed = read_municipalities(path)
    assert [m.code for m in listed.successors(listed.by_code["0001"], date(2025, 1, 1))] == ["0002"]


def test_installed_package_carries_the_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "ddas"
    (package / "gemeenten").mkdir(parents=True)
    monkeypatch.setattr(municipalities, "__file__", str(package / "standard" / "municipalities.py"))
    assert own_list_path() == package / "gemeenten" / "gemeenten.csv"
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert included["model/gedeeld/gemeenten"] == "ddas/gemeenten"
