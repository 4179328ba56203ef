"""``ddas docs``: what it says when it cannot do its work, and that it shows the site to this computer only."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import urllib.request
from dataclasses import replace
from pathlib import Path

import jinja2
import pytest

from ddas.cli.main import main
from ddas.errors import DdasError
from ddas_generators.site import page_templates
from ddas_generators.site.build import build_site
from ddas_generators.site.hook import on_env
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


def test_a_missing_variable_stops_the_build_and_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    templates = shutil.copytree(page_templates._TEMPLATES, tmp_path / "templates")
    with (templates / "rule.html.j2").open("a", encoding="utf-8") as template:
        template.write("{{ vergeten }}")
    monkeypatch.setattr(page_templates, "_TEMPLATES", templates)
    specification = load_standard("shv-v1.0")
    with pytest.raises(DdasError, match=r"regel/SHV-001/ .* rule\.html\.j2: 'vergeten' is undefined"):
        list(make_pages(VersionSite(specification, (specification,))))


def test_a_missing_value_in_the_theme_stops_the_build() -> None:
    environment = on_env(jinja2.Environment(autoescape=False))
    for source in ("{{ vergeten }}", "{{ frame.vergeten }}", "{{ frame.vergeten|e }}"):
        with pytest.raises(jinja2.UndefinedError, match="vergeten"):
            environment.from_string(source).render(frame={"version": "v1.0"})
    assert environment.from_string("{% if frame.newer %}x{% endif %}").render(frame={}) == ""


def test_a_build_that_failed_half_way_can_be_done_again(tmp_path: Path) -> None:
    target = tmp_path / "site"
    for _ in range(2):
        with pytest.raises(DdasError, match="kan niet worden gebouwd"):
            build_site(tmp_path, target, generated=ROOT / "generated")


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
