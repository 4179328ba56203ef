"""Adding a domain takes model files alone: the steps of CONTRIBUTING.md, tried on a domain of boats for hire."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

TOY = ROOT / "tests" / "lint" / "toy" / "model"
DELIVERY = {"verhuringen": [{"Vertrekdag": "2025-05-01", "vertrekdag": "2025-05-01T17:30:00+02:00"}]}


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toolkit's code as it is, with the model of the new domain and two example deliveries."""
    folder = tmp_path_factory.mktemp("nieuw domein")
    shutil.copytree(ROOT / "generators", folder / "generators", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(TOY, folder / "model")
    examples = folder / "model" / "bootverhuur" / "v1.0" / "voorbeelden"
    examples.mkdir(exist_ok=True)
    rows = [
        f"  - naam: {name}\n    titel: {name}\n    omschrijving: Een bootje.\n" for name in ("minimaal", "volledig")
    ]
    (examples / "voorbeelden.yaml").write_text("voorbeelden:\n" + "".join(rows), encoding="utf-8")
    for name in ("minimaal", "volledig"):
        (examples / f"{name}.json").write_text(json.dumps(DELIVERY), encoding="utf-8")
    rules = folder / "model" / "bootverhuur" / "v1.0" / "regels.yaml"
    rules.write_text(rules.read_text(encoding="utf-8").replace("zomerdag", "minimaal"), encoding="utf-8")
    return folder


def ddas(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "ddas.cli.main", *arguments],
        cwd=checkout,
        env=os.environ | {"PYTHONPATH": str(checkout / "generators")},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_lint_generate_validate_and_fields_serve_a_new_domain(checkout: Path) -> None:
    linted = ddas(checkout, "lint")
    assert linted.returncode == 0, linted.stdout + linted.stderr
    generated = ddas(checkout, "generate")
    assert generated.returncode == 0, generated.stderr
    folder = checkout / "generated" / "bootverhuur" / "v1.0"
    made = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    assert made >= {
        "specification.json",
        "uitwisselmodel.schema.json",
        "uitwisselmodel.xsd",
        "python/ddas_bvh_v1_0.py",
        "documentatie.md",
        "voorbeelden/volledig.json",
        "voorbeelden/volledig.xml",
    }
    assert ddas(checkout, "generate", "--check").returncode == 0
    checked = ddas(checkout, "validate", "--standard", "bvh-v1.0", str(folder / "voorbeelden" / "volledig.json"))
    assert checked.returncode == 0, checked.stdout + checked.stderr
    shown = ddas(checkout, "fields", "--standard", "bvh-v1.0", "Verhuring.vertrek")
    assert "Vertrek" in shown.stdout
