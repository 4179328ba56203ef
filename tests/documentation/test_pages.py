"""The hand-written pages say what is so: their links, tables, examples and programs are tried."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

import pytest

from ddas.cli.main import main, make_parser
from ddas.validation.structure.fault_codes import DOUBLE_KEY, FILE_FAULTS, STRUCTURAL_RULES
from ddas_generators.editions.write import make_artefacts
from tests.conftest import ROOT, STANDARDS, load_past, load_standard

DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"], key=str)
PROGRAMS = [
    (page, number)
    for page in ("gekoppelde-gegevens.md", "gemeenten.md", "leveranciers.md", "migreren.md", "vergelijken.md", "xml.md")
    for number in range((DOCS / page).read_text(encoding="utf-8").count("```python\n"))
]


def read(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def outside_code(text: str) -> str:
    return re.sub(r"```.*?```|`[^`\n]+`", "", text, flags=re.DOTALL)


def anchors(page: Path) -> set[str]:
    """The anchors of the headings of a page, as a forge and the site make them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", h.lower()).strip().replace(" ", "-") for h in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_links_work_in_the_checkout(page: Path) -> None:
    broken = []
    for link in re.findall(r"\]\(([^)\s]+)\)", outside_code(page.read_text(encoding="utf-8"))):
        path, _, anchor = link.partition("#")
        target = (page.parent / unquote(path)).resolve() if path else page
        if re.match(r"https?:", link):
            continue
        if not target.exists() or (anchor and "generated" not in target.parts and anchor not in anchors(target)):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_pages_read_well_outside_the_site(page: Path) -> None:
    assert re.search(r"^!!!|<div|\{[#:]", outside_code(page.read_text(encoding="utf-8")), re.MULTILINE) is None


IN_FORCE = [code for code in STANDARDS if not load_standard(code).status.is_out_of_use]


@pytest.mark.parametrize("code", sorted(set(STANDARDS) - set(IN_FORCE)))
def test_every_past_version_is_named(code: str) -> None:
    text = read("bestanden.md")
    assert f"| `{code}` |" in text
    assert f"](../generated/{load_standard(code).id.folder}/documentatie.md)" in text


@pytest.mark.parametrize("code", IN_FORCE)
def test_every_standard_is_named(code: str) -> None:
    specification = load_standard(code)
    texts = [read("bestanden.md")]
    if specification.status == "vastgesteld":
        texts += [read("index.md"), (ROOT / "README.md").read_text(encoding="utf-8")]
    for text in texts:
        assert f"`{code}`" in text
        assert f"generated/{specification.id.folder}/documentatie.md" in text
    linked = re.findall(rf"\]\(\.\./generated/({re.escape(specification.id.folder)}/[^)]+)\)", texts[0])
    assert len(linked) == (4 if specification.predecessor is None else 5)
    assert [path for path in linked if not (ROOT / "generated" / path).is_file()] == []


def test_structural_faults_are_all_on_the_page() -> None:
    rows = re.findall(r"^\| SHV-(S\d+) \| (.+) \|$", read("controleren.md"), re.MULTILINE)
    assert rows == list(STRUCTURAL_RULES.values())


def test_file_faults_are_all_on_the_page() -> None:
    rows = re.findall(r"^\| (DDAS-B\d+) \| (.+)\. \|$", read("controleren.md"), re.MULTILINE)
    assert [id for id, _ in rows] == sorted({DOUBLE_KEY.id, *(f.id for f in FILE_FAULTS.values())})
    text_by_id = dict(rows)
    times = Counter(f.id for f in FILE_FAULTS.values())  # of a code for several faults the page says what they share
    alone = [f for f in FILE_FAULTS.values() if times[f.id] == 1]
    assert len(alone) > 5
    assert [f.id for f in alone if not re.match(re.escape(text_by_id[f.id]) + r"(?!\w)", f.message)] == []


def test_example_of_a_finding_is_what_ddas_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    minimal = ROOT / "model" / "schuldhulpverlening" / "v1.0" / "voorbeelden" / "minimaal.json"
    text = minimal.read_text(encoding="utf-8").replace(
        '"startdatumLevering": "2025-01-01"', '"startdatumLevering": null'
    )
    (tmp_path / "levering.json").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["validate", "levering.json"]) == 1
    (example,) = re.findall(r"^```\n(FOUT .*?)^```$", read("controleren.md"), re.DOTALL | re.MULTILINE)
    assert example in capsys.readouterr().out


def test_options_of_validate_are_all_on_the_page() -> None:
    text = make_parser().parse_args(["validate", "x"])
    options = {f"--{name.replace('_', '-')}" for name in vars(text)} - {"--files", "--run"}
    table = read("controleren.md").split("## Opties")[1].split("## ")[0]
    assert set(re.findall(r"`(--[a-z-]+)", table)) == options


@pytest.mark.parametrize(("page", "number"), PROGRAMS)
def test_programs_run(page: str, number: int, tmp_path: Path) -> None:
    specification = load_standard("shv-v1.0")
    for path, content in make_artefacts(specification, load_past("shv-v1.0")).items():
        if path.endswith((".py", ".schema.json", ".shacl.ttl", ".jsonld")):
            (tmp_path / Path(path).name).write_bytes(content)
    for folder, name in ((specification.id.folder, "levering.json"), ("schuldhulpverlening/v0.10", "oud.json")):
        shutil.copy(ROOT / "model" / folder / "voorbeelden" / "volledig.json", tmp_path / name)
    shutil.copy(ROOT / "model" / "gedeeld" / "gemeenten" / "gemeenten.csv", tmp_path / "gemeenten-2026.csv")
    programs = re.findall(r"^```python\n(.*?)^```$", read(page), re.DOTALL | re.MULTILINE)
    done = subprocess.run(
        [sys.executable, "-c", programs[number]], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    made = tmp_path / "nieuwe-levering.json"
    if "nieuwe-levering.json" in programs[number]:
        assert main(["validate", str(made)]) == 0


def test_there_are_programs() -> None:
    assert len(PROGRAMS) == 10
