"""``ddas sample``: a file that is written whole, with what is wrong in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ddas.cli.main import main
from ddas.standard.catalog import default_specification, iter_headers


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(["sample", *arguments])
    out, err = capsys.readouterr()
    assert out == ""
    return code, err


def test_it_writes_a_delivery_and_its_mistakes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target, truth = tmp_path / "proef.json", tmp_path / "fouten.json"
    options = ["--standard", "shv-v1.0", "--records", "50", "--faulty", "0.1", "--truth", str(truth)]
    assert run(capsys, *options, str(target)) == (
        0,
        f"{target} is geschreven. Aantal schuldhulptrajecten: 50. Plekken met een fout: 5.\n",
    )
    (levering,) = json.loads(target.read_bytes())["leveringen"]
    assert len(levering["schuldhulptrajecten"]) == 50
    found = json.loads(truth.read_bytes())
    assert (found["records"], found["faulty"], len(found["faults"])) == (50, 5, 5)
    assert sum(found["findings"].values()) == 5


def test_the_same_options_give_the_same_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = tmp_path / "a.json", tmp_path / "b.json"
    for target in (first, second):
        run(capsys, "--standard", "vs-v0.9", "--records", "20", "--seed", "3", "--shuffle-keys", str(target))
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize(
    "wrong",
    [
        ["--faulty", "veel"],
        ["--faulty", "2"],
        ["--faulty", "0.1", "--wrong-dates"],
        ["--indent", "9"],
        ["--records", "0"],
        ["--standard", "shv-v9.9"],
        ["--truth", "{target}"],
    ],
)
def test_a_wrong_option_writes_nothing(wrong: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "proef.json"
    options = ["--standard", "shv-v1.0", "--records", "5", *(text.format(target=target) for text in wrong)]
    code, err = run(capsys, *options, str(target))
    assert code == 2
    assert err.startswith("ddas: ")
    assert list(tmp_path.iterdir()) == []


def test_without_standard_it_is_the_newest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = tmp_path / "a.json", tmp_path / "b.json"
    run(capsys, "--records", "20", str(first))
    newest = default_specification("schuldhulpverlening").id.code
    run(capsys, "--standard", newest, "--records", "20", str(second))
    assert first.read_bytes() == second.read_bytes()


def test_every_version_can_be_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for header in iter_headers():
        target = tmp_path / f"{header.code}.json"
        code, err = run(capsys, "--standard", header.code, "--records", "30", "--faulty", "0.1", str(target))
        assert code == 0
        assert f"Aantal {header.domain.listing}: 30." in err
        assert target.stat().st_size > 1000


def test_the_help_lists_what_can_be_made(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["sample", "--help"])
    out = capsys.readouterr().out
    for header in iter_headers():
        assert f" {header.code} " in out
    assert f"* {default_specification('schuldhulpverlening').id.code} " in out


def test_a_folder_that_does_not_exist(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "nergens" / "proef.json"
    code, err = run(capsys, "--standard", "shv-v1.0", "--records", "5", str(target))
    assert code == 2
    assert "Maak de map eerst" in err
