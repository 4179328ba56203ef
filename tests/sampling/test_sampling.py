"""Large deliveries from a seed: valid, the same everywhere, with exactly the mistakes that they say."""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from ddas.errors import DdasError
from ddas.sampling import FAULTS, SampleTruth, write_delivery
from ddas.sampling.people import MUNICIPALITIES, make_bsn
from ddas.sampling.write_delivery import MOST_RECORDS
from ddas.standard.specification import Specification
from ddas.standard.wire_schema import build_json_schema
from ddas.validation.structure.fault_codes import STRUCTURAL_RULES
from ddas.validation.validate import validate
from tests.conftest import load_standard
from tests.sampling.rules_by_hand import broken_rules, passes_elfproef

CODES = ("shv-v1.0", "vs-v0.9")
RECORDS = 500


@cache
def make(code: str, **options: Any) -> tuple[bytes, SampleTruth]:
    stream = io.BytesIO()
    truth = write_delivery(stream, load_standard(code), **{"records": RECORDS, "seed": 7, **options})
    return stream.getvalue(), truth


@cache
def checker(code: str) -> Draft202012Validator:
    return Draft202012Validator(build_json_schema(load_standard(code)), format_checker=FormatChecker())


def structural_faults(code: str, delivery: Any) -> list[tuple[str, str]]:
    """Rule and pointer; of a key that is not allowed the pointer of its object."""
    found = []
    for error in checker(code).iter_errors(delivery):
        keyword = f"format:{error.validator_value}" if error.validator == "format" else str(error.validator)
        pointer = "".join(f"/{step}" for step in error.absolute_path)
        found.append((f"{code.split('-')[0].upper()}-{STRUCTURAL_RULES[keyword][0]}", pointer))
    return sorted(found)


@pytest.mark.parametrize("code", CODES)
def test_valid_deliveries_break_no_schema_and_no_rule(code: str) -> None:
    delivery = json.loads(make(code)[0])
    assert structural_faults(code, delivery) == []
    assert broken_rules(delivery) == set()
    assert make(code)[1] == SampleTruth(records=RECORDS, faulty=0, findings={}, faults=())


@pytest.mark.parametrize("seed", range(6))
def test_other_seeds_break_no_rule_either(seed: int) -> None:
    for code in CODES:
        assert broken_rules(json.loads(make(code, seed=seed, records=300)[0])) == set()


@pytest.mark.parametrize("code", CODES)
def test_every_field_and_every_code_value_occurs(code: str) -> None:
    specification = load_standard(code)
    seen = Counter(iter_pairs(json.loads(make(code, records=3000)[0])))
    keys = {key for key, _ in seen}
    assert {a.wire_name for _, a in specification.iter_attributes() if a.exchanged} <= keys
    for _, attribute in specification.iter_attributes():
        code_list = specification.code_list(attribute.range)
        if attribute.exchanged and code_list is not None:
            # The same key can stand in several object types, with other lists.
            assert {(attribute.wire_name, v.value) for v in code_list.values} <= set(seen)


def iter_pairs(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        for name, item in value.items():
            yield from iter_pairs(item, name)
            yield name, None
    elif isinstance(value, list):
        for item in value:
            yield from iter_pairs(item, key)
    else:
        yield key, value


@pytest.mark.parametrize("code", CODES)
def test_one_municipality_for_each_levering(code: str) -> None:
    leveringen = json.loads(make(code, records=1000)[0])["leveringen"]
    assert [levering["teller"] for levering in leveringen] == [1, 2, 3, 4]
    if code == "shv-v1.0":
        for levering, (municipality, _) in zip(leveringen, MUNICIPALITIES, strict=False):
            assert {record["gemeentecode"] for record in levering["schuldhulptrajecten"]} == {municipality}
            organisation = levering["aanleverende_organisatie"]
            assert len(organisation["KvK-nummer"]) == 8
            assert "gemeentecode" not in organisation


def test_a_small_delivery_comes_from_the_municipality_itself() -> None:
    (levering,) = json.loads(make("shv-v1.0", records=3)[0])["leveringen"]
    assert levering["aanleverende_organisatie"]["gemeentecode"] == "0344"
    assert "KvK-nummer" not in levering["aanleverende_organisatie"]


@pytest.mark.parametrize("code", CODES)
def test_layout_changes_nothing_else(code: str) -> None:
    plain = json.loads(make(code)[0])
    indented, shuffled = make(code, indent=2)[0], make(code, shuffle_keys=True)[0]
    assert json.loads(indented) == plain == json.loads(shuffled)
    assert indented.decode() == json.dumps(plain, indent=2, ensure_ascii=False) + "\n"
    first = [next(iter(item)) for item in records_of(json.loads(shuffled))]
    assert len(set(first)) > 3


def records_of(delivery: Any) -> list[dict[str, Any]]:
    leveringen = delivery["leveringen"]
    return [r for v in leveringen for r in v.get("schuldhulptrajecten", v.get("vroegsignalen"))]


@pytest.mark.parametrize(
    ("code", "digest"),
    [
        ("shv-v1.0", "369e5dec78a1a37eb9cd3578239af4ca0d6ac1830982541dc206de2f5b338ea4"),
        ("vs-v0.9", "0765d2b0154a6d47d9340fb1066e7608665d11f8fe2d0b3b3cb537dbf77f72a7"),
    ],
)
def test_the_bytes_are_the_same_everywhere(code: str, digest: str) -> None:
    content, _ = make(code, faulty=0.1)
    assert hashlib.sha256(content).hexdigest() == digest
    assert make(code, seed=8, faulty=0.1)[0] != content


@pytest.mark.parametrize("code", CODES)
def test_the_planted_mistakes_are_the_only_ones(code: str) -> None:
    content, truth = make(code, faulty=0.1)
    delivery = json.loads(content)
    planted = [(f.rule, f.pointer) for f in truth.faults if "-S" in f.rule]
    # The reference validator names the object that misses a key or has one too many.
    planted = [(rule, re.sub("/(gemeentecode|signaalpartner|opmerking)$", "", pointer)) for rule, pointer in planted]
    assert structural_faults(code, delivery) == sorted(planted)
    assert truth.findings == Counter(fault.rule for fault in truth.faults)
    assert len(truth.findings) > 10


@pytest.mark.parametrize("code", CODES)
def test_a_record_has_at_most_one_mistake(code: str) -> None:
    plain, spoiled = json.loads(make(code)[0]), json.loads(make(code, faulty=0.1)[0])
    changed = sum(a != b for a, b in zip(records_of(plain), records_of(spoiled), strict=True))
    truth = make(code, faulty=0.1)[1]
    of_records = [f for f in truth.faults if "zaken" not in f.pointer]
    assert changed == len(of_records)
    assert RECORDS * 0.06 <= changed <= RECORDS * 0.1


def test_rule_mistakes_break_their_own_rule() -> None:
    content, truth = make("shv-v1.0", faulty=0.1)
    delivery = json.loads(content)
    for levering in delivery["leveringen"]:
        levering["schuldhulptrajecten"] = [
            record if place in rule_places(truth) else {**VALID, "gemeentecode": "0344"}
            for number, record in enumerate(levering["schuldhulptrajecten"])
            for place in [f"/leveringen/{levering['teller'] - 1}/schuldhulptrajecten/{number}"]
        ]
    found = {(rule, place) for rule, place in broken_rules(delivery) if rule != "042"}
    planted = {
        (f.rule.removeprefix("SHV-"), "/".join(f.pointer.split("/")[:5])) for f in truth.faults if "-S" not in f.rule
    }
    assert found == {(rule, place) for rule, place in planted if rule != "050"}


VALID = {
    "startdatum": "2025-02-03",
    "aanmelding": {"startdatum": "2025-02-03"},
    "client": [{"Burgerservicenummer": make_bsn(0)}],
}


def rule_places(truth: SampleTruth) -> set[str]:
    return {"/".join(f.pointer.split("/")[:5]) for f in truth.faults if "-S" not in f.rule}


@pytest.mark.parametrize("code", CODES)
def test_all_dates_wrong(code: str) -> None:
    content, truth = make(code, fault="alle datums", records=60)
    found = structural_faults(code, json.loads(content))
    assert Counter(rule for rule, _ in found) == truth.findings
    assert len(truth.findings) == 1


def test_numbers_of_persons() -> None:
    numbers = [make_bsn(n) for n in range(50_000)]
    assert len(set(numbers)) == len(numbers)
    assert all(number[0] == "9" and passes_elfproef(number) for number in numbers)


@pytest.mark.parametrize(
    ("code", "options"),
    [
        ("shv-v0.10", {}),
        ("shv-v1.0", {"records": 0}),
        ("shv-v1.0", {"records": MOST_RECORDS + 1}),
        ("shv-v1.0", {"faulty": 1.5}),
        ("shv-v1.0", {"fault": "anders"}),
    ],
)
def test_what_cannot_be_made_is_refused(code: str, options: dict[str, Any]) -> None:
    with pytest.raises(DdasError, match="Kies"):
        make(code, **options)


class Recorder(io.RawIOBase):
    """Keeps nothing but the size of the largest piece."""

    largest = 0

    def write(self, piece: Any) -> int:
        self.largest = max(self.largest, len(piece))
        return len(piece)


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("code", CODES)
def test_it_is_written_in_small_pieces(code: str, fault: str) -> None:
    stream: Any = Recorder()
    specification: Specification = load_standard(code)
    write_delivery(stream, specification, records=500, seed=1, faulty=0.02, fault=fault, indent=2)
    assert stream.largest < 20_000


@pytest.mark.parametrize("code", CODES)
def test_the_product_finds_what_was_planted_and_nothing_else(code: str, tmp_path: Path) -> None:
    path = tmp_path / "levering.json"
    for options in ({}, {"faulty": 0.1}):
        content, truth = make(code, **options)
        path.write_bytes(content)
        report = validate(path, code, max_per_rule=0).files[0]
        found = {(re.sub("[a-z]$", "", f.rule), f.pointer) for f in report.findings}
        assert found == {(fault.rule, fault.pointer) for fault in truth.faults}
