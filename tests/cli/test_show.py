"""``ddas show``: a place in the user's own file, masked unless asked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ddas.cli.main import main
from ddas.delivery.source import FileSource
from tests.conftest import ROOT, load_standard
from tests.wire.mutations import iter_places, maximal_delivery

FOLDER = ROOT / "model" / "schuldhulpverlening" / "v1.0" / "voorbeelden"
FULL, CLEAN = FOLDER / "volledig.json", FOLDER / "schoon.json"
RECORD = "/leveringen/0/schuldhulptrajecten/0"
WITH = "--met-persoonsgegevens"


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main(["show", *map(str, arguments)])
    return code, *capsys.readouterr()


def at(value: Any, pointer: str) -> Any:
    for step in pointer.split("/")[1:]:
        value = value[int(step) if isinstance(value, list) else step]
    return value


@pytest.mark.parametrize(
    "place",
    ["", "/startdatumLevering", "/leveringen/0/aanleverende_organisatie/contactpersonen", RECORD, f"{RECORD}/client"],
)
def test_what_is_there(capsys: pytest.CaptureFixture[str], place: str) -> None:
    code, out, err = run(capsys, FULL, place, WITH)
    assert (code, err) == (0, "")
    shown = json.loads(out)
    expected = at(json.loads(FULL.read_text(encoding="utf-8")), place)
    if place == "":
        expected["leveringen"][0]["schuldhulptrajecten"] = []  # the records are too many to show
    assert shown == expected


def test_every_place_can_be_asked(capsys: pytest.CaptureFixture[str]) -> None:
    specification = load_standard("shv-v1.0")
    full = maximal_delivery(specification)
    for path, attribute in iter_places(specification, full):
        place = "".join(f"/{step}" for step in path)
        code, out, _ = run(capsys, FULL, place)
        assert code == 0, place
        if attribute.personal_data == "direct" and not isinstance(at(full, place), list | dict):
            assert "•••" in out, place


def test_masked_client(capsys: pytest.CaptureFixture[str]) -> None:
    client = json.loads(FULL.read_text(encoding="utf-8"))["leveringen"][0]["schuldhulptrajecten"][0]["client"][0]
    out = run(capsys, FULL, f"{RECORD}/client/0")[1]
    assert json.loads(out).keys() == client.keys()
    for name in ("Burgerservicenummer", "Postcode"):
        assert client[name] not in out
    assert client["Burgerservicenummer"] in run(capsys, FULL, f"{RECORD}/client/0", WITH)[1]


@pytest.mark.parametrize(
    "place",
    [
        "/weg",
        "/leveringen/9",
        "/leveringen/x",
        "/leveringen/-1",
        "/leveringen/²",
        "/leveringen/0/",
        f"{RECORD}/weg",
        f"{RECORD}9",
        f"{RECORD[:-1]}²",
        RECORD + "9" * 5000,
    ],
)
def test_place_that_is_not_there(capsys: pytest.CaptureFixture[str], place: str) -> None:
    code, out, err = run(capsys, FULL, place)
    assert (code, out) == (2, "")
    assert "Deze plek staat niet in het bestand." in err


def test_wrong_calls(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    broken = tmp_path / "kapot.json"
    broken.write_bytes(b"{")
    for arguments, words in (
        ((FULL, "leveringen"), "begint met een schuine streep"),
        ((tmp_path / "weg.json", ""), "bestaat niet"),
        ((tmp_path, ""), "dit is een map"),
        ((broken, ""), "houdt te vroeg op"),
        ((FULL, "", "--standard", "shv-v9.9"), "Kies uit"),
    ):
        code, out, err = run(capsys, *arguments)
        assert (code, out) == (2, "")
        assert words in err


def test_control_characters_do_nothing(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    delivery = json.loads(CLEAN.read_text(encoding="utf-8"))
    delivery["codeGegevensleverancier"] = "\x1b[31m\u202e\x9b"
    path = tmp_path / "a.json"
    path.write_text(json.dumps(delivery, ensure_ascii=False), encoding="utf-8")
    out = run(capsys, path, "/codeGegevensleverancier", WITH)[1]
    assert not {"\x1b", "\u202e", "\x9b"} & set(out)


@pytest.mark.parametrize("depth", [500, 900, 5000])
def test_deep_lists(capsys: pytest.CaptureFixture[str], tmp_path: Path, depth: int) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"leveringen": [{"schuldhulptrajecten": [{"x": ' + "[" * depth + "]" * depth + "}]}]}")
    validated = main(["validate", str(path)]), capsys.readouterr().out
    for extra in ((), (WITH,)):
        code, out, err = run(capsys, path, RECORD, *extra)
        if "DDAS-B09" in validated[1]:
            assert (code, out) == (2, "")
            assert "te veel haakjes" in err
        else:
            assert (code, err) == (0, "")
            assert out.startswith('{\n  "x": ')


def test_the_file_is_read_once(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    delivery = json.loads(FULL.read_text(encoding="utf-8"))
    delivery["leveringen"][0]["schuldhulptrajecten"] *= 1000
    path = tmp_path / "a.json"
    path.write_text(json.dumps(delivery), encoding="utf-8")
    reads: list[int] = []
    monkeypatch.setattr(FileSource, "read", _counting(FileSource.read, reads))
    assert run(capsys, path, f"{RECORD[:-1]}999/client")[0] == 0
    assert sum(reads) < 1.5 * path.stat().st_size


def _counting(read: Any, reads: list[int]) -> Any:
    def counted(source: FileSource, offset: int, length: int) -> bytes:
        data: bytes = read(source, offset, length)
        reads.append(len(data))
        return data

    return counted
