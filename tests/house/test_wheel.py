"""What vendors install: a wheel in a clean environment, without the build side's packages."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.conftest import ROOT

EXAMPLE = ROOT / "generated" / "schuldhulpverlening" / "v1.0" / "voorbeelden" / "schoon.json"


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of an environment with the wheel and its runtime dependencies alone."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)], check=True, capture_output=True
    )
    venv.create(folder / "env", with_pip=True)
    python = folder / "env" / "bin" / "python"
    (wheel,) = folder.glob("*.whl")
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", str(wheel)], check=True, capture_output=True)
    return python


def run(python: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    return subprocess.run(
        [str(python), "-m", "ddas.cli.main", *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_wheel_validates_and_shows_fields(python: Path, tmp_path: Path) -> None:
    shutil.copy(EXAMPLE, tmp_path / "a.json")
    validated = run(python, "validate", "a.json", cwd=tmp_path)
    assert (validated.returncode, validated.stderr) == (0, "")
    assert "Geen fouten gevonden" in validated.stdout
    fields = run(python, "fields", "Client.geboortedatum", cwd=tmp_path)
    assert fields.returncode == 0
    assert "Geboortedatum" in fields.stdout


@pytest.mark.slow
def test_build_commands_say_what_to_install(python: Path) -> None:
    for command in ("generate", "lint"):
        result = run(python, command, cwd=ROOT)
        assert result.returncode == 2
        assert "pip install '.[build]'" in result.stderr
        assert "Traceback" not in result.stderr


@pytest.mark.slow
def test_runtime_stays_small(python: Path) -> None:
    listed = subprocess.run(
        [str(python), "-m", "pip", "list", "--format=freeze"], check=True, capture_output=True, text=True
    )
    names = {line.split("==")[0].lower() for line in listed.stdout.splitlines()}
    assert names & {"linkml", "linkml-runtime", "jinja2", "mkdocs", "pyyaml"} == set()
    assert len(names) <= 14
