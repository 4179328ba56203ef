"""Every fault gives exactly its own finding, at its place, in words that help, and never with a value."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from ddas.findings import Finding, Level
from ddas.standard.specification import Specification
from ddas.validation.file_report import FileReport
from ddas.validation.structure.fault_codes import STRUCTURAL_RULES
from tests.conftest import load_standard
from tests.validation import streaming
from tests.validation.cases import CASES, DELETE, Case
from tests.wire.mutations import iter_places, maximal_delivery


@pytest.fixture(scope="module")
def shv() -> Specification:
    return load_standard("shv-v1.0")


def check(specification: Specification, value: Any, **options: Any) -> FileReport:
    return streaming.check(specification, json.dumps(value, ensure_ascii=False, indent=1).encode(), **options)


def new_findings(specification: Specification, value: Any) -> list[Finding]:
    """What is found in this delivery and not in the example that it was made from."""
    before = streaming.facts(check(specification, maximal_delivery(specification)))
    return [f for f in check(specification, value).findings if (f.rule, f.pointer) not in before]


def apply(document: Any, case: Case) -> Any:
    changed = copy.deepcopy(document)
    *parents, last = case.path.split("/")[1:]
    holder = changed
    for step in parents:
        holder = holder[int(step) if isinstance(holder, list) else step]
    if case.value is DELETE:
        del holder[last]
    else:
        holder[last] = case.value
    return changed


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_one_fault_one_finding(shv: Specification, case: Case) -> None:
    found = new_findings(shv, apply(maximal_delivery(shv), case))
    assert [f.rule for f in found] == [case.rule]
    finding = found[0]
    assert case.words in finding.message
    assert case.remedy in finding.remedy
    assert finding.pointer == (case.path if case.pointer is None else case.pointer)
    assert finding.label
    assert finding.link == ""


def test_every_structural_rule_of_this_standard_has_a_case() -> None:
    tried = {c.rule for c in CASES}
    # No list of shv v1.0 asks for unique items, and no object of it can be filled in several ways.
    assert {f"SHV-{number}" for number, _ in STRUCTURAL_RULES.values()} - tried == {"SHV-S10", "SHV-S11"}


def test_examples_have_no_faults(specification: Specification) -> None:
    for example in specification.examples:
        report = check(specification, json.loads(example.content))
        assert report.verdict != "fout", example.name
        assert example.name != "schoon" or report.findings == ()


def test_line_and_column_point_at_the_value(shv: Specification) -> None:
    text = (
        '{\n "startdatumLevering": "2025-01-01", "einddatumLevering": "2025-06-30",\n'
        ' "aanleverdatumEnTijd": "2025-07-15T09:30:00Z", "codeGegevensleverancier": "ë€😀",'
        ' "leveringen": [{"teller": "1",\r\n\t"aanleverende_organisatie": {"bijzonder": 1}}]}'
    )
    report = streaming.check(shv, text.encode())
    lines = text.split("\n")
    places = [(f.rule, lines[f.line - 1][f.column - 1 :][:5]) for f in report.findings if f.line and f.column]
    assert [p for p in places if p[0] in ("SHV-S02", "SHV-051")] == [("SHV-S02", '"1",\r'), ("SHV-051", '"bijz')]


def test_places_are_counted_for_people(shv: Specification) -> None:
    delivery = maximal_delivery(shv)
    trajectories = delivery["leveringen"][0]["schuldhulptrajecten"]
    trajectories.extend(copy.deepcopy(trajectories[0]) for _ in range(1233))
    trajectories[1233]["voorlopigeVoorzieningen"][0]["startdatum"] = ""
    (finding,) = [f for f in check(shv, delivery).findings if f.rule == "SHV-S04"]
    assert finding.place == "levering 1, traject 1.234, voorlopige voorziening 1"


def test_cap_keeps_exact_totals(shv: Specification) -> None:
    delivery = maximal_delivery(shv)
    delivery["leveringen"][0]["schuldhulptrajecten"] = [{"gemeentecode": "0344", "startdatum": ""}] * 30
    report = check(shv, delivery, max_per_rule=7, rules=False)
    assert len(report.findings) == 7
    assert report.totals == {"SHV-S04": 30}
    assert report.levels[Level.ERROR] == 30
    assert len(check(shv, delivery, max_per_rule=0, rules=False).findings) == 30


def test_unknown_key_is_told_once_per_object_type(shv: Specification) -> None:
    delivery = maximal_delivery(shv)
    for debt in delivery["leveringen"][0]["schuldhulptrajecten"][0]["schulden"]:
        debt["kleurcode"] = "x"
        debt["schuldeiser"]["kleurcode"] = "x"
    assert [f.pointer.split("/")[-3:] for f in new_findings(shv, delivery)] == [
        ["0", "schuldeiser", "kleurcode"],
        ["schulden", "0", "kleurcode"],
    ]


def test_no_value_ever_shows(specification: Specification) -> None:
    base = maximal_delivery(specification)
    seen = 0
    for wrong in ("zzMARKzz", ["zzMARKzz"], {"zzMARKzz9999": "zzMARKzz"}, 987654321.5, True):
        for path, _ in iter_places(specification, base):
            document = copy.deepcopy(base)
            holder = document
            for step in path[:-1]:
                holder = holder[step]
            holder[path[-1]] = wrong
            report = check(specification, document)
            seen += len(report.findings)
            assert "zzMARKzz" not in repr(report)
            assert "987654321" not in repr(report)
    assert seen > 3 * len(list(specification.iter_attributes()))
