"""The parts of the benchmark run and agree on a small file. Nothing here is timed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

SCRIPT = ROOT / "tests" / "benchmarks" / "validate.py"


@pytest.mark.slow
@pytest.mark.parametrize("standard", ["shv-v1.0", "vs-v0.9"])
def test_the_benchmark_runs_on_a_small_file(standard: str, tmp_path: Path) -> None:
    pytest.importorskip("orjson")
    pytest.importorskip("jsonschema_rs")
    options = ["--rounds", "1", "--records", "50", "--patience", "0", "--check-jsonschema", "", "--standard", standard]
    command = [sys.executable, str(SCRIPT), *options, "--folder", str(tmp_path), "--kinds", "valid,1% faulty"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode in (0, 1), run.stderr
    assert "50 records, valid" in run.stdout
    assert "NOT reached  finds what was planted" not in run.stdout
    assert len(list(tmp_path.glob("*.json"))) == 4


@pytest.mark.slow
def test_the_benchmark_of_migrate_runs_on_a_small_file() -> None:
    command = [sys.executable, str(SCRIPT.with_name("migrate.py")), "--rounds", "1", "--records", "50"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode in (0, 1), run.stderr
    assert "50 trajectories of v0.8" in run.stdout
    assert "reached      at most 40 MB" in run.stdout
