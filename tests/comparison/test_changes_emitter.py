"""``wijzigingen.json`` and the witnesses: what is written is what was compared."""

from __future__ import annotations

import json

import jsonschema
import pytest

from ddas.comparison.compare import compare
from ddas.comparison.history import past_of
from ddas.comparison.witness import make_wire_validator
from ddas_generators.emit.tables.changes import FILE_NAME, WORKBOOK_NAME, emit_changes
from tests.comparison.change_cases import CASES, NEW, OLD, Case
from tests.comparison.schema_of_changes import SCHEMA
from tests.conftest import STANDARDS, load_predecessors, load_standard


def test_a_first_version_has_no_changes() -> None:
    assert list(emit_changes(OLD, past_of((OLD,)))) == []


def test_micro_exact() -> None:
    case = next(c for c in CASES if c.kind == "required_added")
    listed, workbook, witness = emit_changes(case.new, past_of((OLD, case.new)))
    paths = ["wijzigingen.json", "wijzigingen.xlsx", "getuigen/01-required-added-naam.json"]
    assert [a.path for a in (listed, workbook, witness)] == paths
    assert json.loads(witness.content) == {"nummer": 1, "bomen": [{}]}
    data = json.loads(listed.content)
    assert data["changes"] == [
        {
            "kind": "required_added",
            "path": "bomen[].naam",
            "before": False,
            "after": True,
            "breaks": "strenger",
            "step": "MAJOR",
            "reason": "",
        }
    ]
    assert data["witnesses"] == [
        {
            "change": 0,
            "accepted_by": "bos-v1.0",
            "refused_by": "bos-v1.1",
            "other_faults": 0,
            "file": "getuigen/01-required-added-naam.json",
        }
    ]


def test_nothing_changed_is_told_too() -> None:
    listed, _ = emit_changes(NEW, past_of((OLD, NEW)))
    data = json.loads(listed.content)
    assert (data["changes"], data["least_step"]) == ([], None)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.kind)
def test_paths_are_safe_and_unique(case: Case) -> None:
    paths = [a.path for a in emit_changes(case.new, past_of((case.old, case.new)))]
    assert len(set(paths)) == len(paths)
    assert all(p.isascii() and " " not in p and len(p) < 90 for p in paths)


@pytest.mark.parametrize("code", [c for c in STANDARDS if load_predecessors(c)])
def test_real_artefacts(code: str) -> None:
    new, predecessors = load_standard(code), load_predecessors(code)
    artefacts = {a.path: a.content for a in emit_changes(new, past_of((*predecessors, new)))}
    data = json.loads(artefacts.pop(FILE_NAME))
    assert artefacts.pop(WORKBOOK_NAME).startswith(b"PK")
    jsonschema.Draft202012Validator(SCHEMA).validate(data)
    assert {w["file"] for w in data["witnesses"]} == set(artefacts)
    assert len(data["changes"]) == len(compare(predecessors[-1], new).changes)
    by_code = {s.id.code: make_wire_validator(s) for s in (predecessors[-1], new)}
    for entry in data["witnesses"]:
        document = json.loads(artefacts[entry["file"]])
        assert by_code[entry["accepted_by"]].is_valid(document)
        assert not by_code[entry["refused_by"]].is_valid(document)
