"""A report as JSON, described by ``report.schema.json`` beside this module."""

from __future__ import annotations

import dataclasses
import json

from ddas import __version__
from ddas.findings import Level
from ddas.report import FileReport, Report

__all__ = ["render_json"]


def render_json(report: Report, level: Level) -> str:
    """The report as JSON text; findings below ``level`` are left out, counts are exact."""
    data = {"tool": f"ddas {__version__}", "files": [_file(f, level) for f in report.files]}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _file(file: FileReport, level: Level) -> dict[str, object]:
    return {
        "file": file.file,
        "standard": file.standard,
        "chosen_by": file.chosen_by,
        "checked": file.checked,
        "other_version": file.other_version,
        "verdict": file.verdict,
        "counts": {str(k): v for k, v in file.levels.items()},
        "totals": dict(file.totals),
        "findings": [
            dataclasses.asdict(f) | {"level": str(f.level)} for f in file.findings if f.level.weight >= level.weight
        ],
    }
