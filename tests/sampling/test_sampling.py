"""Large deliveries from a seed: valid, the same everywhere, with exactly the mistakes that they say."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import json
import re
from collections import Counter
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from ddas.delivery.source import open_delivery
from ddas.errors import DdasError
from ddas.sampling import FAULTS, SampleTruth, write_delivery
from ddas.sampling.any_record import AnyRecords
from ddas.sampling.people import MUNICIPALITIES, make_bsn
from ddas.sampling.stories import find_story
from ddas.sampling.teller import Teller
from ddas.sampling.write_delivery import MOST_RECORDS
from ddas.standard.specification import Specification
from ddas.standard.wire_schema import build_json_schema
from ddas.validation.checking import check_against
from ddas.validation.options import CheckOptions
from ddas.validation.structure.fault_codes import STRUCTURAL_RULES
from tests.conftest import STANDARDS, load_predecessors, load_standard
from tests.sampling.rules_by_hand import broken_rules, passes_elfproef

CODES = ("shv-v1.0", "vs-v0.9")
"""Of these the rules are written by hand as well."""
IN_USE = tuple(code for code in STANDARDS if not load_standard(code).status.is_out_of_use)
TOLD = tuple(
    code
    for code in STANDARDS
    if not isinstance(find_story(Teller(load_standard(code), load_predecessors(code))), AnyRecords)
)
"""Of these the domain has a story, so that what stands in different fields fits together."""
TOLD_IN_USE = tuple(code for code in TOLD if code in IN_USE)
RECORDS = 500


@cache
def make(code: str, **options: Any) -> tuple[bytes, SampleTruth]:
    return write(load_standard(code), predecessors=load_predecessors(code)[::-1], **options)


def write(specification: Specification, **options: Any) -> tuple[bytes, SampleTruth]:
    stream = io.BytesIO()
    truth = write_delivery(stream, specification, **{"records": RECORDS, "seed": 7, **options})
    return stream.getvalue(), truth


@cache
def checker(code: str) -> Draft202012Validator:
    return schema_checker(load_standard(code))


def schema_checker(specification: Specification) -> Draft202012Validator:
    return Draft202012Validator(build_json_schema(specification), format_checker=FormatChecker())


def structural_faults(code: str, delivery: Any) -> list[tuple[str, str]]:
    """Rule and pointer; of a key that is not allowed the pointer of its object."""
    found = []
    for error in checker(code).iter_errors(delivery):
        keyword = f"format:{error.validator_value}" if error.validator == "format" else str(error.validator)
        pointer = "".join(f"/{step}" for step in error.absolute_path)
        found.append((f"{code.split('-')[0].upper()}-{STRUCTURAL_RULES[keyword][0]}", pointer))
    return sorted(found)


def findings(code: str, content: bytes) -> set[tuple[str, str]]:
    """What the product finds: rule and pointer."""
    with open_delivery(content) as source:
        report = check_against(source, load_standard(code), CheckOptions(max_per_rule=0))
    return {(finding.rule, finding.pointer) for finding in report.findings}


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("code", TOLD)
def test_a_valid_delivery_draws_no_remark_in_any_version(code: str, seed: int) -> None:
    content, truth = make(code, seed=seed, records=2000)
    assert findings(code, content) == set()
    assert truth == SampleTruth(records=2000, faulty=0, findings={}, faults=())


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


@pytest.mark.parametrize("code", TOLD_IN_USE)
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
        ("shv-v1.0", "737e88906a9230336f4d0c82ffe2152b23a470d98e4284dca2868e8107a1e87a"),
        ("vs-v0.9", "b05615ab255ff449e5ba13534d03c6228a8fc605c10c458aa6a1873db4038d80"),
    ],
)
def test_the_bytes_are_the_same_everywhere(code: str, digest: str) -> None:
    assert hashlib.sha256(make(code)[0]).hexdigest() == digest


@pytest.mark.parametrize("code", IN_USE)
def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(code: str) -> None:
    predecessors = load_predecessors(code)[::-1]
    again = write(load_standard(code), predecessors=predecessors, faulty=0.1)
    assert again == make(code, faulty=0.1)
    assert make(code, faulty=0.1, seed=8)[0] != again[0]


@pytest.mark.parametrize("code", TOLD_IN_USE)
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


@pytest.mark.parametrize("code", IN_USE)
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


@pytest.mark.parametrize("code", TOLD_IN_USE)
def test_the_product_finds_what_was_planted_and_nothing_else(code: str) -> None:
    content, truth = make(code, faulty=1, records=600)
    planted = {(fault.rule, fault.pointer) for fault in truth.faults}
    assert {f for f in findings(code, content) - planted if f[0] != EQUAL_BY_CHANCE} == set()
    assert planted <= findings(code, content)


EQUAL_BY_CHANCE = "VS-037"
"""Info: two signals of which the client was spoiled can be equal, as the rule itself says."""

WITHOUT_A_CASE = {
    "SHV-060",  # v1.1: what it notices, the wire schema notices as well
    "SHV-064",  # its cases are about the organisation
    "VS-033",  # the same
}


@pytest.mark.parametrize("code", TOLD_IN_USE)
def test_every_rule_about_one_record_is_planted(code: str) -> None:
    """The other rules are about the delivery itself, or lay records side by side."""
    specification = load_standard(code)
    _, truth = make(code, faulty=1, records=600)
    about_more = {"Uitwisselmodel", "Levering", "AanleverendeOrganisatie", "Contactpersoon"}
    about_one = {rule.id for rule in specification.rules if not about_more.issuperset(rule.scopes)}
    planted = {rule for rule in truth.findings if "-S" not in rule}
    assert planted <= about_one
    assert about_one - planted <= WITHOUT_A_CASE


def test_a_value_with_another_name_is_followed() -> None:
    old, new = "0%-aanbod", "Schuldregeling zonder afloscapaciteit"
    assert old.encode() in make("shv-v1.0")[0]
    content, _ = make("shv-v1.1")
    assert new.encode() in content
    assert old.encode() not in content


def test_a_client_has_a_number_or_an_address_where_a_version_asks_so() -> None:
    kinds = set()
    for record in records_of(json.loads(make("vs-v1.2")[0])):
        client = record["client"]
        kinds.add("burgerservicenummer" in client)
        assert (client.keys() == {"burgerservicenummer"}) != ({"postcode", "huisnummer"} <= client.keys())
    assert kinds == {True, False}


@pytest.mark.parametrize("code", STANDARDS)
def test_a_domain_without_a_story_gets_values_of_the_right_types(code: str) -> None:
    own = load_standard(code)
    domain = dataclasses.replace(own.domain, name="armoede", code="arm", title="Armoede")
    specification = dataclasses.replace(own, domain=domain)
    content, _ = write(specification, records=60, seed=3)
    delivery = json.loads(content)
    assert [error.json_path for error in schema_checker(specification).iter_errors(delivery)] == []
    assert delivery != json.loads(write(specification, records=60, seed=4)[0])
