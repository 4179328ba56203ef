"""The build commands work on the checkout they stand in, not on the place of the package."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.mark.slow
def test_non_editable_install_serves_a_second_checkout(tmp_path: Path) -> None:
    """The packages are copied away, as an install does; the second checkout issues a revision of its own."""
    site, checkout = tmp_path / "site-packages", tmp_path / "checkout"
    for package in ("ddas", "ddas_generators"):
        shutil.copytree(ROOT / "generators" / package, site / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "generated", site / "ddas" / "generated")
    for name in ("gemeenten", "meldingen"):
        shutil.copytree(ROOT / "model" / "gedeeld" / name, site / "ddas" / name)
    for folder in ("model", "generated"):
        shutil.copytree(ROOT / folder, checkout / folder, ignore=shutil.ignore_patterns("__pycache__"))
    file = checkout / "model" / "schuldhulpverlening" / "v1.0" / "client.yaml"
    text = file.read_text(encoding="utf-8")
    assert "Burgerservicenummer van de cliënt" in text
    file.write_text(text.replace("Burgerservicenummer van de cliënt", "BSN van de cliënt"), encoding="utf-8")
    subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from ddas.cli.main import main; sys.exit(main(['release', 'revise', '--reason', 'Korter.']))",
        ],
        cwd=checkout / "model" / "gedeeld",
        env={"PYTHONPATH": str(site), "PATH": "/usr/bin:/bin"},
        check=True,
        capture_output=True,
    )
    made = checkout / "generated" / "schuldhulpverlening" / "v1.0" / "uitwisselmodel.schema.json"
    assert "BSN van de cliënt" in made.read_text(encoding="utf-8")
