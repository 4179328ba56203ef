"""Adding a kind of rule takes one module and its value in the tuple: the steps of CONTRIBUTING.md, on a toy kind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.toy_checkout import ddas, make_checkout

MODULE = '''"""Kind ``veelvoud``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ddas.rules.parameters import FROM_OBJECT, PATHS, Parameter, takes
from ddas.rules.paths import resolve_paths
from ddas.rules.rule_kind import Context, Hit, ObjectCheck, ObjectKind
from ddas.standard.specification import Specification

_OF = Parameter(key="van", label="Veelvoud van")


@dataclass(frozen=True, slots=True, kw_only=True)
class MultipleParameters:
    paths: tuple[str, ...] = takes(PATHS, starts=(FROM_OBJECT,))
    of: int = takes(_OF, lowest=2)


def _prepare(parameters: MultipleParameters, scope: str, specification: Specification) -> ObjectCheck:
    paths = resolve_paths(specification, scope, parameters.paths)

    def check(o: Any, c: Context) -> Iterator[Hit]:
        for path in paths:
            value = path.read(o)
            if value is not None and value % parameters.of:
                yield Hit(path.pointer)

    return check


MULTIPLE = ObjectKind(
    name="veelvoud",
    sentence="Het getal is een veelvoud van een ander getal.",
    parameters=MultipleParameters,
    prepare=_prepare,
)
'''
RECORD = """
  - id: BVH-003
    soort: veelvoud
    op: [Verhuring]
    parameters: {paden: [opvarenden], van: 2}
    naam: Er varen paren mee
    niveau: waarschuwing
    melding: Het aantal opvarenden is oneven.
    herstel: Zoek er iemand bij.
    velden: [Verhuring.opvarenden]
    bron: [havenblad]
    gevallen:
      - naam: twee paren
        basis: minimaal
        wijziging: [{op: add, path: /verhuringen/0/opvarenden, value: 4}]
      - naam: een drietal
        basis: minimaal
        wijziging: [{op: add, path: /verhuringen/0/opvarenden, value: 3}]
        plekken: [/verhuringen/0/opvarenden]
"""
SITE_PAGE = """
from ddas.standard.catalog import find_specification
from ddas_generators.site.pages import make_pages
from ddas_generators.site.version_site import VersionSite
specification = find_specification("bvh-v1.0")
print(next(p.html for p in make_pages(VersionSite(specification, (specification,))) if p.address == "regel/BVH-003/"))
"""


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("nieuwe soort")
    make_checkout(folder)
    kinds = folder / "generators" / "ddas" / "rules" / "kinds"
    (kinds / "multiple.py").write_text(MODULE, encoding="utf-8")
    listed = kinds / "__init__.py"
    text = listed.read_text(encoding="utf-8")
    start = "RULE_KINDS: tuple[RuleKind, ...] = (\n"
    assert text.count(start) == 1
    text = text.replace(start, f"from ddas.rules.kinds.multiple import MULTIPLE\n\n{start}    MULTIPLE,\n")
    listed.write_text(text, encoding="utf-8")
    rules = folder / "model" / "bootverhuur" / "v1.0" / "regels.yaml"
    rules.write_text(rules.read_text(encoding="utf-8").rstrip() + RECORD, encoding="utf-8")
    generated = ddas(folder, "generate")
    assert generated.returncode == 0, generated.stdout + generated.stderr
    return folder


def deliver(checkout: Path, aboard: int) -> subprocess.CompletedProcess[str]:
    hire = {"Vertrekdag": "2025-05-01", "vertrekdag": "2025-05-01T17:30:00+02:00", "opvarenden": aboard}
    path = checkout / "levering.json"
    path.write_text(json.dumps({"verhuringen": [hire]}), encoding="utf-8")
    return ddas(checkout, "validate", "--standard", "bvh-v1.0", str(path))


@pytest.mark.slow
def test_lint_asks_the_kind_what_it_takes(checkout: Path) -> None:
    assert ddas(checkout, "lint").returncode == 0
    rules = checkout / "model" / "bootverhuur" / "v1.0" / "regels.yaml"
    text = rules.read_text(encoding="utf-8")
    try:
        for wrong, said in (
            ("{paden: [opvarenden]}", "deze soort heeft 'van' nodig"),
            ("{paden: [opvarenden], van: 1}", "'van' is te laag. Vul een getal vanaf 2 in."),
            ("{paden: [opvarenden], van: 2, keer: geen}", "Kies uit: paden, van."),
            ("{paden: [passagiers], van: 2}", "Verhuring heeft het pad 'passagiers' niet"),
        ):
            rules.write_text(text.replace("{paden: [opvarenden], van: 2}", wrong), encoding="utf-8")
            linted = ddas(checkout, "lint")
            assert linted.returncode == 1
            assert said in linted.stdout
    finally:
        rules.write_text(text, encoding="utf-8")


@pytest.mark.slow
def test_validate_runs_the_kind(checkout: Path) -> None:
    assert deliver(checkout, 4).returncode == 0
    wrong = deliver(checkout, 3)
    assert "BVH-003" in wrong.stdout
    assert "Het aantal opvarenden is oneven." in wrong.stdout


@pytest.mark.slow
def test_documents_and_corpus_know_the_kind(checkout: Path) -> None:
    folder = checkout / "generated" / "bootverhuur" / "v1.0"
    assert "veelvoud`. Het getal is een veelvoud van een ander getal." in (folder / "regels.md").read_text("utf-8")
    schema = json.loads((folder / "kwaliteit.schema.json").read_text("utf-8"))
    assert "- Niet: JSON Schema kan het niet zeggen: BVH-003." in schema["description"]
    (rule,) = [
        r for r in json.loads((folder / "specification.json").read_text("utf-8"))["rules"] if r["id"] == "BVH-003"
    ]
    assert rule["parameters"] == {"paths": ["opvarenden"], "of": 2}
    shown = ddas(checkout, "rules", "--standard", "bvh-v1.0", "BVH-003")
    assert "twee paren" in shown.stdout


@pytest.mark.slow
def test_site_says_what_the_rule_tells_the_kind(checkout: Path) -> None:
    made = subprocess.run(
        [sys.executable, "-c", SITE_PAGE],
        cwd=checkout,
        env=os.environ | {"PYTHONPATH": str(checkout / "generators")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    assert "Het getal is een veelvoud van een ander getal." in made.stdout
    assert "<dt>Veelvoud van</dt><dd><code>2</code>" in made.stdout
