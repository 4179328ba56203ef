"""Files that a user hands over beside a delivery: limits, and a refusal in Dutch for whatever they hold."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ddas.cli.main import main
from ddas.errors import DdasError
from ddas.rendering.side_files import read_side_file, read_side_text
from ddas.standard.municipalities import read_municipalities
from ddas.validation.suppression import read_suppression
from tests.conftest import ROOT

SCHEMA = ROOT / "generated" / "schuldhulpverlening" / "v0.10" / "uitwisselmodel.schema.json"
CLEAN = ROOT / "model" / "schuldhulpverlening" / "v1.0" / "voorbeelden" / "schoon.json"
ENTRY = '[[uitzondering]]\nregel = "SHV-012"\nreden = "x"\npad = "{}"\n'


def test_limits_and_unreadable_files(tmp_path: Path) -> None:
    (tmp_path / "groot").write_bytes(b"x" * 3_000_000)
    (tmp_path / "latijn").write_bytes(b"\xe9")
    for path, told in (("groot", "groter dan 2 MB"), ("weg", "bestaat niet"), (".", "map"), ("a\0", "naam")):
        with pytest.raises(DdasError, match=told) as caught:
            read_side_file(tmp_path / path, limit=2_000_000)
        assert caught.value.__context__ is None
    with pytest.raises(DdasError, match="UTF-8"):
        read_side_text(tmp_path / "latijn")
    if sys.platform == "linux":
        with pytest.raises(DdasError, match="apparaat"):
            read_side_file("/dev/zero")


@pytest.mark.parametrize(
    "content",
    [
        "x = " + "[" * 5000 + "]" * 5000,
        "x = " + "9" * 5000,
        "[" + "a." * 5000 + "a]\n",
        ENTRY.format("/" + "/".join(["**"] * 3000)),
        "x = 1\x00",
    ],
)
def test_hostile_exceptions(tmp_path: Path, content: str) -> None:
    path = tmp_path / "u.toml"
    path.write_text(content)
    with pytest.raises(DdasError, match=r"u\.toml"):
        read_suppression(path, date(2026, 1, 1))


@pytest.mark.parametrize(
    ("pattern", "fits"),
    [
        ("/**", True),
        ("/" + "/".join(["**"] * 40), True),
        ("/" + "/".join(["**"] * 20 + ["nee"] * 10), False),
        ("/leveringen/*/**/Burgerservicenummer", True),
        ("/leveringen/0/schuldhulptrajecten/*/client/*/Burgerservicenummer", True),
        ("/leveringen/*/Burgerservicenummer", False),
        ("/leveringen/**/client", False),
    ],
)
def test_stars_in_paths(tmp_path: Path, pattern: str, fits: bool) -> None:
    path = tmp_path / "u.toml"
    path.write_text(ENTRY.format(pattern))
    place = ("leveringen", 0, "schuldhulptrajecten", 3, "client", 0, "Burgerservicenummer")
    assert (read_suppression(path, date(2026, 1, 1)).find("SHV-012", place) is not None) == fits


def test_lists_of_municipalities(tmp_path: Path) -> None:
    path = tmp_path / "g.csv"
    header = '# stand: 2026-01-01\n"code","naam","ingang","einde","opvolger"\n'
    own = (ROOT / "model" / "gedeeld" / "gemeenten" / "gemeenten.csv").read_text(encoding="utf-8").splitlines()
    columns = next(line for line in own if not line.startswith("#"))
    header = "# stand: 2026-01-01\n" + ",".join(f'"{c}"' for c in columns.split(",")) + "\n"
    row = '"0344","Utrecht"' + ',""' * (columns.count(",") - 1) + "\n"
    path.write_text(header + row)
    assert read_municipalities(path).find("0344") is not None
    path.write_text(header + row + '"' + "x" * 200_000 + '"\n')
    with pytest.raises(DdasError, match="regel 4: deze regel is te lang"):
        read_municipalities(path)


def changed_schema(change: Any) -> str:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    change(schema)
    return json.dumps(schema)


@pytest.mark.parametrize("bound", [1e9, -1, 1.5, True, "1"])
def test_impossible_bounds_of_lists(tmp_path: Path, capsys: pytest.CaptureFixture[str], bound: Any) -> None:
    path = tmp_path / "v0.11.schema.json"
    path.write_text(changed_schema(lambda s: s["properties"]["leveringen"].update(minItems=bound)))
    assert main(["diff", "shv-v0.10", str(path)]) == 2
    assert "een aantal dat geen aantal van een lijst kan zijn" in capsys.readouterr().err


def test_a_bound_with_a_point_is_the_same_bound(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = []
    for number, bound in enumerate((1, 1.0)):
        path = tmp_path / str(number) / "v0.11.schema.json"
        path.parent.mkdir()
        path.write_text(changed_schema(lambda s, b=bound: s["properties"]["leveringen"].update(minItems=b)))
        assert main(["diff", "shv-v0.10", str(path), "--format", "json"]) == 0
        texts.append(capsys.readouterr().out)
    assert texts[0] == texts[1]


def test_names_of_a_schema_do_not_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "v0.11.schema.json"
    wrong = {"type": "string"}
    path.write_text(changed_schema(lambda s: s["properties"].update({"x\x1b[31m\u202ey": wrong})))
    for form in ("text", "markdown", "note"):
        assert main(["diff", "shv-v0.10", str(path), "--format", form]) in (0, 2)
        out, err = capsys.readouterr()
        assert "\x1b" not in out + err
        assert "\u202e" not in out + err


@pytest.mark.parametrize("command", ["validate", "show", "migrate", "diff"])
def test_a_path_that_is_a_delivery_is_not_echoed(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = CLEAN.read_text(encoding="utf-8")
    rest = {"validate": [], "show": ["/x"], "migrate": ["uit.json", "--to", "shv-v1.0"], "diff": ["shv-v1.0"]}
    for given in (text, text[:200], "a" * 300):
        assert main([command, given, *rest[command]]) == 2
        out, err = capsys.readouterr()
        assert "leveringen" not in out + err
        assert "Levering" not in out + err
        assert "aaaaaaaa" not in out + err
