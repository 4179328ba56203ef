"""A report as SARIF 2.1.0 (OASIS): the form that editors and build systems show beside the file."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from ddas.findings import Finding, Level
from ddas.rendering.json_text import dump_json
from ddas.standard.identity import site_link
from ddas.validation.file_report import FileReport
from ddas.validation.rendering.grouping import RuleGroup, group_across, group_by_rule
from ddas.validation.rendering.shown import Shown
from ddas.version import __version__

if TYPE_CHECKING:
    from ddas.validation.report import Report

__all__ = ["make_file_uri", "render_sarif"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}
_ROOT = "SRCROOT"

_Data = dict[str, object]


def render_sarif(report: Report, shown: Shown) -> str:
    """The report as a SARIF log of one run; files are named relative to the working folder."""
    level = shown.level
    groups = _collect_rules(report, level)
    index_by_rule = {group.rule.id: index for index, group in enumerate(groups)}
    uris = [make_file_uri(file.file, Path.cwd()) for file in report.files]
    artifacts = list(dict.fromkeys(uris))
    results = [
        _result(finding, index_by_rule, uri, artifacts.index(uri))
        for file, uri in zip(report.files, uris, strict=True)
        for finding in file.findings
        if finding.level.weight >= level.weight
    ]
    uri_by_file = dict(zip((file.file for file in report.files), uris, strict=True))
    for finding in report.across:
        if finding.level.weight >= level.weight:
            uri = uri_by_file.get(finding.file)
            results.append(_result(finding, index_by_rule, uri, artifacts.index(uri) if uri is not None else 0))
    driver = {
        "name": "ddas",
        "semanticVersion": __version__,
        **({"informationUri": site_link("")} if site_link("") else {}),
        "language": "nl",
        "rules": [_rule(group) for group in groups],
    }
    run = {
        "tool": {"driver": driver},
        "language": "nl",
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": f"ddas/{_standards(report)}/"},
        "artifacts": [{"location": _location(uri), "mimeType": "application/json"} for uri in artifacts],
        "results": results,
        "properties": {"note": report.note, "files": [_summary(f) for f in report.files]},
    }
    return dump_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def make_file_uri(name: str, folder: Path) -> str:
    """The URI of a file: relative to ``folder`` when it stands in there, else a whole ``file:`` address."""
    path = Path(os.path.normpath(folder / name))
    if path.is_relative_to(folder):
        return quote(os.fsencode(path.relative_to(folder).as_posix()))
    return path.as_uri()


def _collect_rules(report: Report, level: Level) -> list[RuleGroup]:
    """Each rule once, in the order in which the files meet them."""
    groups = [group for file in report.files for group in group_by_rule(file, level)]
    by_id: dict[str, RuleGroup] = {}
    for group in [*groups, *group_across(report, level)]:
        by_id.setdefault(group.rule.id, group)
    return list(by_id.values())


def _rule(group: RuleGroup) -> _Data:
    rule = group.rule
    data: _Data = {"id": rule.id, "shortDescription": {"text": rule.title or rule.id}}
    if rule.explanation:
        data["fullDescription"] = {"text": rule.explanation}
    more = f"Meer uitleg: {group.command}"
    data["help"] = {"text": f"Wat te doen: {rule.remedy} {more}" if rule.remedy else more}
    if rule.link:
        data["helpUri"] = rule.link
    return data | {"defaultConfiguration": {"level": _LEVELS[rule.level]}}


def _result(finding: Finding, index_by_rule: dict[str, int], uri: str | None, number: int) -> _Data:
    data: _Data = {
        "ruleId": finding.rule,
        "ruleIndex": index_by_rule[finding.rule],
        "level": _LEVELS[finding.level],
        "message": {"text": f"{finding.label} ({finding.place}): {finding.message}"},
    }
    location: _Data = {}
    if uri is not None:
        location["physicalLocation"] = _physical(finding, uri, number)
    location["logicalLocations"] = [{"name": finding.label, "fullyQualifiedName": finding.pointer or "/"}]
    print_of_place = "\n".join((uri or "", finding.rule, finding.pointer, finding.message))
    digest = hashlib.sha256(print_of_place.encode(errors="backslashreplace")).hexdigest()
    return data | {"locations": [location], "partialFingerprints": {"ddasPlace/v1": digest[:32]}}


def _physical(finding: Finding, uri: str, number: int) -> _Data:
    data: _Data = {"artifactLocation": {**_location(uri), "index": number}}
    if finding.line is not None:
        column = {} if finding.column is None else {"startColumn": finding.column}
        data["region"] = {"startLine": finding.line, **column}
    return data


def _location(uri: str) -> _Data:
    return {"uri": uri} if uri.startswith("file:") else {"uri": uri, "uriBaseId": _ROOT}


def _standards(report: Report) -> str:
    return "+".join(sorted({file.standard for file in report.files if file.standard})) or "geen standaard"


def _summary(file: FileReport) -> _Data:
    return {
        "file": file.file,
        "standard": file.standard,
        "revision": file.revision,
        "verdict": file.verdict,
        "counts": {str(k): v for k, v in file.levels.items()},
        "totals": dict(file.totals),
    }
