"""``ddas docs``: what it says when it cannot do its work, and that it shows the site to this computer only."""

from __future__ import annotations

import re
import subprocess
import sys
import urllib.request
from dataclasses import replace
from pathlib import Path

import pytest

from ddas.cli.main import main
from ddas.errors import DdasError
from ddas_generators.site.pages import make_pages
from ddas_generators.site.version_site import VersionSite
from tests.conftest import ROOT, load_standard


def test_an_unknown_version_is_an_error_with_the_known_ones(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["docs", "build", "--root", str(ROOT), "--output", str(tmp_path), "--only", "shv-v9.9"])
    assert code == 2
    assert "shv-v1.0" in capsys.readouterr().err


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "werk.txt").write_text("van mij", encoding="utf-8")
    assert main(["docs", "build", "--root", str(ROOT), "--output", str(tmp_path)]) == 2
    assert "is niet leeg" in capsys.readouterr().err
    assert (tmp_path / "werk.txt").read_text(encoding="utf-8") == "van mij"


def test_a_case_that_does_not_fit_its_example_stops_the_build() -> None:
    specification = load_standard("shv-v1.0")
    rule = next(r for r in specification.rules if r.cases)
    case = replace(rule.cases[0], patch='[{"op": "remove", "path": "/bestaat/niet"}]')
    broken = replace(specification, rules=(replace(rule, cases=(case,)),))
    with pytest.raises(DdasError, match="bestaat/niet"):
        list(make_pages(VersionSite(broken, (broken,))))


def test_serve_shows_the_folder_to_this_computer(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<h1>Hallo</h1>", encoding="utf-8")
    command = [sys.executable, "-u", "-m", "ddas.cli.main", "docs", "serve", "--root", str(ROOT)]
    with subprocess.Popen(
        [*command, "--output", str(tmp_path), "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        found = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
        assert found is not None
        with urllib.request.urlopen(found[0]) as answer:
            assert b"Hallo" in answer.read()
        process.terminate()
