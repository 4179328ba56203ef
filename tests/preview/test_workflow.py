"""The workflow for pull requests: what it puts in the summary, run as GitHub runs it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from ddas.cli.main import main
from tests.conftest import ROOT
from tests.preview.conftest import commit, edit

WORKFLOW = ROOT / ".github" / "workflows" / "preview.yml"


@pytest.mark.skipif(shutil.which("bash") is None, reason="the workflow runs on Linux")
def test_the_summary_says_what_changes_for_whom(checkout: Path, tmp_path: Path) -> None:
    main(["generate", "--root", str(checkout)])
    base = commit(checkout)
    edit(checkout, "title: Verhuurbestand", "title: Havenbestand")
    main(["generate", "--root", str(checkout)])
    commit(checkout)
    assert "Havenbestand" in _summary(checkout, tmp_path, base)
    assert _summary(checkout, tmp_path, commit(checkout)) == ""


def test_a_pull_request_can_only_read() -> None:
    workflow = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow[True] == "pull_request"  # YAML reads the key "on" as a boolean
    scripts = [step["run"] for step in workflow["jobs"]["preview"]["steps"] if "run" in step]
    assert not [script for script in scripts if "${{" in script], "what others wrote is never a part of a script"


def _summary(checkout: Path, place: Path, base: str) -> str:
    (step,) = (
        s
        for s in yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["jobs"]["preview"]["steps"]
        if s.get("name") == "Differences"
    )
    tools = place / "tools"
    tools.mkdir(exist_ok=True)
    for name, arguments in (("ddas", "-m ddas.cli.main"), ("python", "")):
        tool = tools / name
        tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" {arguments} "$@"\n', encoding="utf-8")
        tool.chmod(0o755)
    summary = place / "summary.md"
    summary.write_text("", encoding="utf-8")
    settings = {
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(checkout / "generators"),
        "BASE": base,
        "RUNNER_TEMP": str(place),
        "GITHUB_STEP_SUMMARY": str(summary),
    }
    done = subprocess.run(
        ["bash", "-c", step["run"]],
        cwd=checkout,
        env=os.environ | settings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return summary.read_text(encoding="utf-8")
