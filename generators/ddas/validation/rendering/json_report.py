"""A report as JSON, described by ``report.schema.json`` beside this module."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from ddas.findings import Finding, Level
from ddas.rendering.json_text import dump_json
from ddas.validation.file_report import FileReport
from ddas.validation.rendering.grouping import RuleGroup, group_by_rule
from ddas.validation.rendering.shown import Shown
from ddas.version import __version__

if TYPE_CHECKING:
    from ddas.validation.report import Report

__all__ = ["render_json"]


def render_json(report: Report, shown: Shown) -> str:
    """The report as JSON text; rules and findings below ``shown.level`` are left out, counts are exact."""
    level = shown.level
    data = {
        "tool": f"ddas {__version__}",
        "note": report.note,
        "files": [_file(f, level) for f in report.files],
        "across": _findings(report.across, level),
    }
    return dump_json(data)


def _file(file: FileReport, level: Level) -> dict[str, object]:
    return {
        "file": file.file,
        "standard": file.standard,
        "revision": file.revision,
        "chosen_by": file.chosen_by,
        "checked": file.checked,
        "other_version": file.other_version,
        "newer_version": file.newer.code if file.newer else None,
        "newer_remark": file.newer.remark if file.newer else None,
        "verdict": file.verdict,
        "advice": file.advice,
        "records": file.records,
        "records_word": file.records_word,
        "counts": {str(k): v for k, v in file.levels.items()},
        "totals": dict(file.totals),
        "rules": [_rule(group) for group in group_by_rule(file, level)],
        "findings": [f | {"revision": file.revision} for f in _findings(file.findings, level)],
        "exceptions": [dataclasses.asdict(use) for use in file.exceptions],
    }


def _rule(group: RuleGroup) -> dict[str, object]:
    return dataclasses.asdict(group.rule) | {"level": str(group.rule.level), "command": group.command}


def _findings(findings: tuple[Finding, ...], level: Level) -> list[dict[str, object]]:
    shown = (f for f in findings if f.level.weight >= level.weight)
    return [
        {name: getattr(f, name) for name in _FIELDS} | {"level": str(f.level)} | ({"file": f.file} if f.file else {})
        for f in shown
    ]


_FIELDS = tuple(f.name for f in dataclasses.fields(Finding) if f.name != "file")
