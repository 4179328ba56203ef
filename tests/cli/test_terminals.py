"""What every command does alike: it says in Dutch what it is for, and no terminal is too old for it."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ddas.cli.main import make_parser
from tests.conftest import ROOT

EXAMPLE = ROOT / "model" / "schuldhulpverlening" / "v1.0" / "voorbeelden" / "minimaal.json"


def commands() -> dict[str, argparse.ArgumentParser]:
    (action,) = [a for a in make_parser()._actions if isinstance(a, argparse._SubParsersAction)]
    return dict(action.choices)


def ddas(encoding: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "ddas.cli.main", *arguments],
        env=os.environ | {"PYTHONIOENCODING": encoding, "COLUMNS": "100"},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("encoding", ["latin-1", "cp850", "ascii"])
def test_a_character_that_cannot_be_shown_is_no_disaster(encoding: str, tmp_path: Path) -> None:
    shown = ddas(encoding, "fields", "Client.geboortedatum", "--standard", "shv-v1.0")
    assert (shown.returncode, shown.stderr) == (0, b"")
    text = shown.stdout.decode(encoding)
    assert "?Cli" in text  # the quotation mark ‘ is in none of these
    assert ("Cliënt" in text) is (encoding != "ascii")
    missing = ddas(encoding, "validate", str(tmp_path / "geen ‘€’.json"))
    assert missing.returncode == 2
    assert b"Traceback" not in missing.stderr


@pytest.mark.parametrize("encoding", ["latin-1", "cp850"])
def test_output_for_programs_is_utf8_everywhere(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "één.json"
    path.write_bytes(EXAMPLE.read_bytes().replace(b'"startdatumLevering"', b'"startdatumlevering"'))
    done = ddas(encoding, "validate", str(path), "--format", "json")
    assert done.returncode == 1
    assert json.loads(done.stdout.decode("utf-8"))["files"][0]["file"] == str(path)


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("fields", "--standard", "shv-v1.0", "--format", "csv"),
        ("fields", "--standard", "shv-v1.0", "--format", "csv-excel"),
        ("rules", "--format", "csv"),
        ("rules", "--format", "csv-excel"),
        ("rules", "SHV-011", "--format", "json"),
        ("versions", "--format", "json"),
        ("diff", "shv-v0.10", "shv-v1.0", "--format", "json"),
        ("diff", "shv-v0.10", "shv-v1.0", "--format", "markdown"),
        ("diff", "shv-v0.10", "shv-v1.0", "--format", "note"),
    ],
    ids=" ".join,
)
def test_tables_and_data_have_the_same_bytes_everywhere(encoding: str, arguments: tuple[str, ...]) -> None:
    wanted, done = ddas("utf-8", *arguments), ddas(encoding, *arguments)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == wanted.stdout


@pytest.mark.parametrize("name", commands())
def test_every_command_says_what_it_does(name: str) -> None:
    description = commands()[name].description
    assert description is not None
    assert description.endswith(".")


@pytest.mark.parametrize("name", commands())
def test_no_word_has_two_meanings(name: str) -> None:
    assert "(standaard" not in commands()[name].format_help()


def test_commands_for_maintainers_say_so() -> None:
    text = " ".join(make_parser().format_help().split())
    assert "maak alle bestanden uit het model (voor beheerders van de standaard)" in text
    assert "controleer het model op fouten (voor beheerders van de standaard)" in text
