"""A checkout with the toolkit's code as it is and the model of another domain: boats for hire."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

TOY = ROOT / "tests" / "lint" / "toy" / "model"
DELIVERY = {"verhuringen": [{"Vertrekdag": "2025-05-01", "vertrekdag": "2025-05-01T17:30:00+02:00"}]}


def make_checkout(folder: Path) -> None:
    """Fill the folder: code, model, and two example deliveries."""
    shutil.copytree(ROOT / "generators", folder / "generators", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(TOY, folder / "model")
    for data in ("meldingen", "gemeenten"):  # what the toolkit itself reads, whatever the domain
        shutil.copytree(ROOT / "model" / "gedeeld" / data, folder / "model" / "gedeeld" / data)
    examples = folder / "model" / "bootverhuur" / "v1.0" / "voorbeelden"
    (examples / "zomerdag.json").unlink()
    rows = [
        f"  - naam: {name}\n    titel: {name}\n    omschrijving: Een bootje.\n" for name in ("minimaal", "volledig")
    ]
    (examples / "voorbeelden.yaml").write_text("voorbeelden:\n" + "".join(rows), encoding="utf-8")
    for name in ("minimaal", "volledig"):
        (examples / f"{name}.json").write_text(json.dumps(DELIVERY), encoding="utf-8")
    rules = folder / "model" / "bootverhuur" / "v1.0" / "regels.yaml"
    rules.write_text(rules.read_text(encoding="utf-8").replace("zomerdag", "minimaal"), encoding="utf-8")


def make_site_checkout(folder: Path) -> None:
    """The same, with what the site of it is made with."""
    make_checkout(folder)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("# Begin\n", encoding="utf-8")


def ddas(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command in the checkout, with its own code."""
    return subprocess.run(
        [sys.executable, "-m", "ddas.cli.main", *arguments],
        cwd=checkout,
        env=os.environ | {"PYTHONPATH": str(checkout / "generators")},
        capture_output=True,
        text=True,
        check=False,
    )
