"""``ddas docs``: what it says when it cannot do its work, and that it shows the site to this computer only."""

from __future__ import annotations

import re
import shutil
import signal
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
from ddas_generators.site.build import build_site, plan_site
from ddas_generators.site.freshness import find_old_parts, forget_parts, record_parts
from ddas_generators.site.hook import on_env
from ddas_generators.site.pages import make_pages
from ddas_generators.site.version_site import VersionSite
from tests.conftest import ROOT, load_standard
from tests.house.toy_checkout import make_site_checkout


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
            build_site(plan_site(tmp_path, target, generated=ROOT / "generated"))


def test_a_part_is_old_when_anything_that_it_was_made_of_changed(tmp_path: Path) -> None:
    root, generated, target = (tmp_path / name for name in ("root", "generated", "site"))
    for folder in (root / "docs", generated, target):
        folder.mkdir(parents=True)
    (root / "mkdocs.yml").touch()
    parts = ("root", "shv-v1.0", "shv-v1.1")
    assert find_old_parts(root, generated, target, parts) == parts
    record_parts(root, generated, target, parts)
    assert find_old_parts(root, generated, target, parts) == ()
    forget_parts(target, ["shv-v1.0"])
    assert find_old_parts(root, generated, target, parts) == ("shv-v1.0",)
    record_parts(root, generated, target, ["shv-v1.0"])
    for changed in (root / "docs" / "index.md", generated / "a.json", root / "mkdocs.yml"):
        changed.write_text("anders", encoding="utf-8")
        assert find_old_parts(root, generated, target, parts) == parts, changed
        record_parts(root, generated, target, parts)
    (target / ".ddas-site").write_bytes(b"\xff")
    assert find_old_parts(root, generated, target, parts) == parts


@pytest.mark.slow
def test_serve_makes_what_is_old_for_this_computer_and_refuses_files_older_than_the_model(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    checkout, target = tmp_path / "checkout", tmp_path / "site"
    make_site_checkout(checkout)
    assert main(["generate", "--root", str(checkout)]) == 0
    serve = ["docs", "serve", "--root", str(checkout), "--output", str(target), "--port", "0", "--only", "bvh-v1.0"]
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "ddas.cli.main", *serve],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith("Klaar: 45 pagina's.")
        found = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
        assert found is not None
        with urllib.request.urlopen(found[0]) as answer:
            assert b'<a href="bootverhuur/v1.0/index.html">' in answer.read()
        process.send_signal(signal.SIGINT)
        assert (process.wait(), process.stderr.read()) == (0, "")
    file = checkout / "model" / "bootverhuur" / "v1.0" / "verhuur.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("title: Verhuurb", "title: Havenb", 1), encoding="utf-8")
    capsys.readouterr()
    for act in (["docs", "build", *serve[2:6]], serve):
        assert main(act) == 2
        assert "zijn ouder dan het model van bvh-v1.0. Voer eerst uit: ddas generate." in capsys.readouterr().err
