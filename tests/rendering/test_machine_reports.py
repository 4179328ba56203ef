"""JSON, SARIF and JUnit: what programs read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator

from ddas.findings import Level
from ddas.validation.rendering import Shown, render
from ddas.validation.rendering.sarif_report import make_file_uri
from ddas.validation.report import Report
from tests.conftest import ROOT
from tests.rendering.report_making import NASTY_FILE, make_file, make_report

REPORT_SCHEMA = ROOT / "generators" / "ddas" / "validation" / "rendering" / "report.schema.json"


@pytest.fixture(scope="module")
def sarif() -> dict[str, Any]:
    log: dict[str, Any] = json.loads(render("sarif", make_report()))
    return log


def test_json_is_as_its_schema_says() -> None:
    schema = json.loads(REPORT_SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    for report in (make_report(), Report(files=())):
        for level in Level:
            Draft202012Validator(schema).validate(json.loads(render("json", report, Shown(level=level))))


def test_json_content() -> None:
    data = json.loads(render("json", make_report(), Shown(level=Level.WARNING)))
    first = data["files"][0]
    assert first["counts"] == {"fout": 1202, "waarschuwing": 6, "info": 4}
    assert [(r["id"], r["count"], r["shown"]) for r in first["rules"]] == [
        ("SHV-018", 2, 2),
        ("SHV-S04", 1200, 1000),
        ("SHV-013", 5, 5),
        ("SHV-050", 1, 1),
    ]
    assert (first["records"], first["records_word"]) == (1500, "trajecten")
    assert [e["status"] for e in first["exceptions"]] == ["gebruikt", "ongebruikt", "verlopen"]
    assert data["across"][0]["message"] == "Dezelfde levering staat in twee bestanden."


def test_sarif_shape(sarif: dict[str, Any]) -> None:
    assert sarif["version"] == "2.1.0"
    [run] = sarif["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len({r["id"] for r in rules}) == len(rules)
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        assert result["message"]["text"]
        for location in result["locations"]:
            assert location["logicalLocations"][0]["fullyQualifiedName"]
            if "physicalLocation" in location:
                _check_physical(location["physicalLocation"], run["artifacts"])


def _check_physical(physical: dict[str, Any], artifacts: list[dict[str, Any]]) -> None:
    place = dict(physical["artifactLocation"])
    assert artifacts[place.pop("index")]["location"] == place
    assert place["uri"].isascii()
    assert not set(place["uri"]) & set(' "<>\\^`{|}')
    region = physical["region"]
    assert set(region) == {"startLine", "startColumn"}
    assert min(region.values()) >= 1


def test_sarif_content(sarif: dict[str, Any]) -> None:
    [run] = sarif["runs"]
    first = next(r for r in run["results"] if r["ruleId"] == "SHV-S04")
    assert first["level"] == "error"
    location = first["locations"][0]
    assert location["logicalLocations"][0]["fullyQualifiedName"] == "/leveringen/0/schuldhulptrajecten/0/startdatum"
    assert location["physicalLocation"]["region"] == {"startLine": 12, "startColumn": 9}
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "leveringen/veel.json"
    assert unquote(run["artifacts"][5]["location"]["uri"]) == NASTY_FILE
    assert run["properties"]["files"][0]["totals"]["SHV-S04"] == 1200
    fingerprints = [r["partialFingerprints"]["ddasPlace/v1"] for r in run["results"]]
    assert len(set(fingerprints)) == len(fingerprints)


def test_file_uri(tmp_path: Path) -> None:
    assert make_file_uri("map/a b#1.json", tmp_path) == "map/a%20b%231.json"
    assert make_file_uri(str(tmp_path / "x.json"), tmp_path) == "x.json"
    assert make_file_uri("../y.json", tmp_path) == (tmp_path.parent / "y.json").as_uri()


@pytest.mark.parametrize(("fail_on", "failures"), [(Level.ERROR, 1), (Level.WARNING, 2), (Level.INFO, 3)])
def test_junit_fails_from_the_level(fail_on: Level, failures: int) -> None:
    report = Report(files=(make_file("a.json", {"SHV-S04": 1200, "SHV-050": 1, "SHV-051": 1}),))
    root = ET.fromstring(render("junit", report, Shown(fail_on=fail_on)))
    [suite] = root
    assert root.get("tests") == suite.get("tests") == "4"
    assert root.get("failures") == suite.get("failures") == str(failures)
    assert len(root.findall(".//failure")) == failures
    assert len(root.findall(".//system-out")) == 3 - failures
    first = root.find(".//failure")
    assert first is not None
    assert (first.get("message") or "").startswith("1.200 plekken. Dit is geen datum.")
    assert (first.text or "").endswith("En nog 1.180 plekken.")


def test_junit_has_a_suite_per_file() -> None:
    root = ET.fromstring(render("junit", make_report()))
    assert [len(suite.findall("testcase")) for suite in root] == [6, 2, 1, 2, 2, 2, 1]
