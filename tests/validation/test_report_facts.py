"""What a report promises: file order, exact totals, capped places, right lines, one mistake one finding."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from ddas.rules.cases.json_patch import split_pointer
from ddas.standard.specification import Specification
from tests.conftest import load_standard
from tests.validation import streaming
from tests.validation.streaming import FORMS, check, minified
from tests.wire.mutations import maximal_delivery

WRONG = 1200
TRAJECTORIES = "/leveringen/0/schuldhulptrajecten"


@pytest.fixture(scope="module")
def shv() -> Specification:
    return load_standard("shv-v1.0")


def clean(specification: Specification) -> Any:
    return json.loads(next(e.content for e in specification.examples if e.name == "schoon"))


@pytest.fixture(scope="module")
def many(shv: Specification) -> Any:
    """1,200 records with a structural fault, a broken rule and an unknown key each."""
    delivery = clean(shv)
    first = delivery["leveringen"][0]["schuldhulptrajecten"][0]
    wrong = copy.deepcopy(first)
    wrong["startdatum"] = "2025-02-30"
    wrong["client"][0]["Burgerservicenummer"] = "123456789"
    wrong["client"][0]["kleurcode"] = "x"
    delivery["leveringen"][0]["schuldhulptrajecten"] = [wrong] * WRONG
    return delivery


@pytest.mark.parametrize("cap", [1000, 5, 1, 0])
@pytest.mark.parametrize("processes", [1, 2])
def test_totals_are_exact_and_places_capped(shv: Specification, many: Any, cap: int, processes: int) -> None:
    report = check(shv, minified(many), max_per_rule=cap, processes=processes, block_size=4096)
    assert report.totals["SHV-S04"] == report.totals["SHV-012"] == WRONG
    assert report.totals["SHV-051"] == 1
    assert report.records == WRONG
    assert sum(report.levels.values()) == sum(report.totals.values())
    for rule in ("SHV-S04", "SHV-012"):
        places = [f.pointer for f in report.findings if f.rule == rule]
        step = "startdatum" if rule == "SHV-S04" else "client/0/Burgerservicenummer"
        assert places == [f"{TRAJECTORIES}/{n}/{step}" for n in range(cap or WRONG)][:WRONG]
    for result in report.rules:
        assert result.count == report.totals[result.id]
        assert result.shown == sum(f.rule == result.id for f in report.findings)
    alone = check(shv, minified(many), max_per_rule=cap)
    assert report == alone


def test_findings_stand_in_file_order(shv: Specification, many: Any) -> None:
    for form in FORMS.values():
        places = [(f.line or 0, f.column or 0) for f in check(shv, form(many), block_size=1000).findings]
        assert places == sorted(places)


def own_search(text: str, document: Any, pointer: str) -> tuple[int, int]:
    """Line and column of a value, by walking through the text with a decoder of every value on the way."""
    at = 0
    decoder = json.JSONDecoder()
    for step in split_pointer(pointer):
        at = _past_space(text, at) + 1
        for number in range(1 << 30):
            at = _past_space(text, at)
            key: Any = number
            if isinstance(document, dict):
                key, at = decoder.raw_decode(text, at)
                at = _past_space(text, _past_space(text, at) + 1)
            if str(key) == step:
                document = document[key]
                break
            at = _past_space(text, decoder.raw_decode(text, at)[1]) + 1
    before = text[:at]
    return before.count("\n") + 1, at - before.rfind("\n")


def _past_space(text: str, at: int) -> int:
    while text[at] in " \t\r\n":
        at += 1
    return at


@pytest.mark.parametrize("form", FORMS)
def test_lines_and_columns(shv: Specification, form: str) -> None:
    delivery = maximal_delivery(shv)
    records = delivery["leveringen"][0]["schuldhulptrajecten"]
    records[0]["omschrijving"] = "€é😀\u2028 ä"
    records += [copy.deepcopy(records[0]) for _ in range(4)]
    for number, record in enumerate(records):
        record["gemeentecode"] = number
        record["schulden"][0]["bedrag"] = "€"
        record["client"][0]["Burgerservicenummer"] = "123456789"
    delivery["startdatumLevering"] = "€"
    delivery["leveringen"][0]["aanleverende_organisatie"]["gemeentecode"] = "😀"
    text = FORMS[form](delivery)
    document = json.loads(text)
    found = 0
    for processes, size in ((1, 64), (2, 300), (1, 1 << 18)):
        for finding in check(shv, text, block_size=size, processes=processes).findings:
            try:
                place = own_search(text.decode(), document, finding.pointer)
            except (KeyError, IndexError, ValueError):
                continue  # what is absent has no place of its own
            found += 1
            assert (finding.line, finding.column) == place, finding.pointer
    assert found >= 3 * 17


def test_unknown_key_once_over_blocks_and_processes(shv: Specification) -> None:
    delivery = clean(shv)
    record = delivery["leveringen"][0]["schuldhulptrajecten"][0]
    records = [copy.deepcopy(record) for _ in range(300)]
    for number, one in enumerate(records):
        one["client"][0]["kleurcode" if number >= 100 else "lievelingsdier"] = "x"
        one["aanmelding"]["kleurcode"] = number
    delivery["leveringen"][0]["schuldhulptrajecten"] = records
    text = minified(delivery)
    for size, processes in ((100, 1), (1000, 1), (1000, 2), (4096, 2)):
        report = check(shv, text, block_size=size, processes=processes)
        assert [f.pointer for f in report.findings if f.rule == "SHV-051"] == [
            f"{TRAJECTORIES}/0/aanmelding/kleurcode" if "aanmelding" in key else key
            for key in sorted(
                (
                    f"{TRAJECTORIES}/0/client/0/lievelingsdier",
                    f"{TRAJECTORIES}/0/aanmelding/kleurcode",
                    f"{TRAJECTORIES}/100/client/0/kleurcode",
                ),
                key=lambda p: (int(p.split("/")[4]), text.find(p.split("/")[5].encode())),
            )
        ]
        assert report.totals["SHV-051"] == 3


def found_in(specification: Specification, change: Any) -> set[str]:
    delivery = clean(specification)
    change(delivery["leveringen"][0]["schuldhulptrajecten"][0], delivery)
    return {rule for rule, _ in streaming.facts(check(specification, minified(delivery)))}


@pytest.mark.parametrize(
    ("step", "value"),
    [("client", None), ("client", "x"), ("startdatum", 5), ("gemeentecode", None), ("gemeentecode", 344)],
)
def test_wrong_field_gives_no_rule_that_reads_it(shv: Specification, step: str, value: Any) -> None:
    def change(record: Any, _: Any) -> None:
        record[step] = value

    attribute = next(
        f"{o.name}.{a.name}" for o, a in shv.iter_attributes() if o.name == "Schuldhulptraject" and a.wire_name == step
    )
    found = found_in(shv, change)
    assert found >= {"SHV-S02"}
    assert [r.id for r in shv.rules if r.id in found and attribute in r.fields] == []


def test_wrong_field_does_not_hide_an_unknown_key(shv: Specification) -> None:
    def change(record: Any, _: Any) -> None:
        record["intake"] = {"startdatum": 5, "kleurcode": "x", "Einddatum": "x"}

    assert found_in(shv, change) >= {"SHV-S02", "SHV-050", "SHV-051"}


def test_wrong_period_hides_what_depends_on_it(shv: Specification) -> None:
    def swap(_: Any, delivery: Any) -> None:
        delivery["startdatumLevering"], delivery["einddatumLevering"] = "2025-06-30", "2020-01-01"

    assert found_in(shv, swap) & {"SHV-001", "SHV-041", "SHV-043b", "SHV-010b"} == {"SHV-001"}


@pytest.mark.parametrize("text", [b'{"leveringen": [{"schuldhulptrajecten": []}]}', b'{"leveringen": [{}]}'])
def test_empty_list_of_records(shv: Specification, text: bytes) -> None:
    report = check(shv, text)
    assert report.records == 0
    assert report.totals["SHV-S01"] >= 3


def test_of_two_equal_keys_the_last_counts(shv: Specification) -> None:
    text = minified(clean(shv))
    key = b'"gemeentecode":"'
    assert {f.rule for f in check(shv, text.replace(key, b'"gemeentecode":5,' + key)).findings} == {"DDAS-B15"}
    twice = check(shv, text.replace(b'"teller":1', b'"teller":"x","teller":1').replace(b"}]}]}", b"}]}]}", 1))
    assert {f.rule for f in twice.findings} == {"DDAS-B15"}
    wrong = check(shv, text.replace(b'"teller":1', b'"teller":1,"teller":"x"', 1))
    assert wrong.totals == {"DDAS-B15": 1, "SHV-S02": 1}


@pytest.mark.parametrize(
    ("number", "right"), [("1e3", True), ("2.0", True), ("-0", True), ("2.5", False), ("1e400", False)]
)
def test_numbers(shv: Specification, number: str, right: bool) -> None:
    delivery = maximal_delivery(shv)
    delivery["leveringen"][0]["schuldhulptrajecten"][0]["schulden"][0]["bedrag"] = "HERE"
    report = check(shv, minified(delivery).replace(b'"HERE"', number.encode()), rules=False)
    assert (report.findings == ()) is right
