"""Correct deliveries from practice: no rule finds a fout or a waarschuwing in them, only the remarks they name."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from ddas.delivery.source import open_delivery
from ddas.findings import Finding, Level
from ddas.migration.migrate import migrate_file
from ddas.migration.outcome import Migration
from ddas.rules.cases.json_patch import apply_patch
from ddas.standard.specification import Specification
from ddas.validation.checking import check_against
from ddas.validation.options import CheckOptions
from ddas_generators.model.metamodel import iter_record_faults
from tests.conftest import ROOT, STANDARDS, load_standard
from tests.model.rule_cases import schema_of

SCHEMA = ROOT / "model" / "praktijkschema.yaml"
FILES = sorted((ROOT / "model").glob("*/*/praktijk/*.yaml"))
FEWEST = {"shv-v1.0": 60, "vs-v1.2": 32}
"""Situations per standard that has them."""


def situations_in(path: Path) -> list[dict[str, Any]]:
    situations: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))["praktijk"]
    return situations


@cache
def standard_of(path: Path) -> Specification:
    """The standard in whose folder the file is."""
    wanted = path.parts[-4:-2]
    return next(s for s in map(load_standard, STANDARDS) if (s.domain.name, s.version) == wanted)


def delivery_of(path: Path, situation: dict[str, Any]) -> Any:
    base = next(e for e in standard_of(path).examples if e.name == situation["basis"])
    return apply_patch(json.loads(base.content), situation.get("wijziging", []))


def find(content: bytes, specification: Specification) -> tuple[Finding, ...]:
    with open_delivery(content) as source:
        return check_against(source, specification, CheckOptions()).findings


CASES = [pytest.param(p, s, id=f"{p.parts[-4]}-{p.stem}-{s['naam']}") for p in FILES for s in situations_in(p)]


@pytest.mark.parametrize("code", FEWEST)
def test_there_are_enough_and_each_has_its_own_name(code: str) -> None:
    names = [s["naam"] for p in FILES if standard_of(p).id.code == code for s in situations_in(p)]
    assert len(names) >= FEWEST[code]
    assert len({n.casefold() for n in names}) == len(names)
    assert [case.name for case in load_standard(code).practice] == names


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parts[-4]}-{p.stem}")
def test_the_file_has_the_form_of_its_schema(path: Path) -> None:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert [(f.path, f.detail) for f in iter_record_faults(data, SCHEMA)] == []


@pytest.mark.parametrize(("path", "situation"), CASES)
def test_rules_leave_a_correct_delivery_alone(path: Path, situation: dict[str, Any]) -> None:
    specification = standard_of(path)
    document = delivery_of(path, situation)
    assert [e.json_path + ": " + e.message for e in schema_of(specification.id.code).iter_errors(document)] == []
    findings = find(json.dumps(document, ensure_ascii=False).encode(), specification)
    assert [(f.rule, f.pointer) for f in findings if f.level is not Level.INFO] == []
    expected = {(r["regel"], place) for r in situation.get("opmerkingen", []) for place in r["plekken"]}
    assert {(f.rule, f.pointer) for f in findings} == expected


def test_the_concept_leaves_them_alone_too(tmp_path: Path) -> None:
    """Each as a delivery of shv-v1.1: what can be migrated gets no fout and no waarschuwing of a rule there."""
    concept = load_standard("shv-v1.1")
    migrated, wrong = 0, {}
    for path in FILES:
        if standard_of(path).id.code != "shv-v1.0":
            continue
        for situation in situations_in(path):
            source, target = tmp_path / "v1.0.json", tmp_path / f"{migrated}.json"
            source.write_text(json.dumps(delivery_of(path, situation)), encoding="utf-8")
            if not isinstance(migrate_file(source, target, to="shv-v1.1", given="shv-v1.0"), Migration):
                continue
            migrated += 1
            findings = find(target.read_bytes(), concept)
            if hits := [(f.rule, f.pointer) for f in findings if f.level is not Level.INFO]:
                wrong[situation["naam"]] = hits
    assert wrong == {}
    assert migrated >= FEWEST["shv-v1.0"]


def test_a_wrong_delivery_is_noticed() -> None:
    """The check that finds nothing above does find what is wrong."""
    path = next(p for p in FILES if standard_of(p).id.code == "shv-v1.0")
    situation = situations_in(path)[0]
    document = delivery_of(path, situation)
    document["leveringen"][0]["schuldhulptrajecten"][0]["client"][0]["Burgerservicenummer"] = "999990045"
    findings = find(json.dumps(document).encode(), standard_of(path))
    assert [(f.rule, f.level) for f in findings] == [("SHV-012", Level.ERROR)]
