"""``ddas lint``: the faults of every model, or of the models that are named."""

from __future__ import annotations

import argparse
from pathlib import Path

from ddas_generators.lint import lint
from ddas_generators.model.register import find_checkout, find_version, read_register

__all__ = ["run"]


def run(arguments: argparse.Namespace) -> int:
    """Exit code 1 when a model has a fault."""
    root = find_checkout((arguments.root or Path.cwd()).resolve())
    versions = tuple(find_version(root, code) for code in arguments.versions) or read_register(root)
    # Versions share files, so that two of them can give the same finding.
    findings = sorted({finding for version in versions for finding in lint(root, version)})
    for finding in findings:
        print(finding)
    if findings:
        print("1 fout in het model." if len(findings) == 1 else f"{len(findings)} fouten in het model.")
        return 1
    print(f"In orde: geen fouten in het model van {', '.join(v.id.code for v in versions)}.")
    return 0
