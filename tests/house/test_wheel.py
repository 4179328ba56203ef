"""What vendors install: a wheel in a clean environment, without the build side's packages."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import venv
import zipfile
from pathlib import Path

import pyproject_hooks
import pytest
from build import ProjectBuilder
from build.env import DefaultIsolatedEnv

from tests.conftest import ROOT

EXAMPLE = ROOT / "generated" / "schuldhulpverlening" / "v1.0" / "voorbeelden" / "schoon.json"


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The wheel of this checkout, and that of a copy: at another place, with other times and other rights."""
    copy = tmp_path_factory.mktemp("elders") / "kopie"
    copy_sources(copy)
    quiet = pyproject_hooks.quiet_subprocess_runner
    with DefaultIsolatedEnv() as environment, pytest.MonkeyPatch.context() as patch:
        patch.delenv("SOURCE_DATE_EPOCH", raising=False)
        environment.install(ProjectBuilder(ROOT).build_system_requires)
        one, two = (
            ProjectBuilder.from_isolated_env(environment, source, runner=quiet).build(
                "wheel", tmp_path_factory.mktemp("wheel")
            )
            for source in (ROOT, copy)
        )
    return Path(one), Path(two)


def copy_sources(copy: Path) -> None:
    """What a wheel is made of, as somebody else would have it on a disk."""
    for folder in ("generators", "generated", "model/gedeeld"):
        shutil.copytree(
            ROOT / folder,
            copy / folder,
            copy_function=shutil.copyfile,
            ignore=shutil.ignore_patterns("__pycache__"),
        )
    for name in ("pyproject.toml", "README.md", "LICENSE", ".gitignore"):
        shutil.copyfile(ROOT / name, copy / name)
    for path in copy.rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)
        os.utime(path, (1_000_000_000, 1_000_000_000))


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory, wheels: tuple[Path, Path]) -> Path:
    """The interpreter of an environment with the wheel and its runtime dependencies alone."""
    folder = tmp_path_factory.mktemp("env")
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", str(wheels[0])], check=True, capture_output=True)
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
def test_the_wheel_is_the_same_wherever_it_is_built(wheels: tuple[Path, Path]) -> None:
    one, two = (hashlib.sha256(wheel.read_bytes()).hexdigest() for wheel in wheels)
    assert one == two
    with zipfile.ZipFile(wheels[0]) as archive:
        assert {member.date_time for member in archive.infolist()} == {(2020, 2, 2, 0, 0, 0)}  # not from a clock


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
