"""What counts as right in odd cases, one by one: always what the reference validator says."""

from __future__ import annotations

import copy
import dataclasses
import json
import random
import subprocess
import sys
from typing import Any

import pytest
from jsonschema import FormatChecker

from ddas.standard.specification import Attribute, ObjectType, Specification
from ddas.standard.value_kinds import WIRE_FORMS
from ddas.standard.wire_schema import build_json_schema
from ddas.validation.structure.explainer import make_explainer
from ddas.validation.structure.record_types import RecordTypes
from ddas.validation.structure.reference_validator import iter_structural_faults, make_validator
from ddas.validation.structure.wire_values import FORMATS, canonical_form, is_of_class, parse_date
from tests.conftest import load_standard
from tests.validation.record_judging import iter_records, judge
from tests.wire.mutations import EDGES

RANDOM_TEXTS = 20_000
ALPHABET = "0123456789-:T.Ztz+ \n２²Wé@"
ACCEPTS = {WIRE_FORMS[kind].format: accepts for kind, accepts in FORMATS.items() if accepts is not None}
SEEDS = ("2025-07-15", "2024-02-29", "2025-07-15T09:30:00Z", "2025-07-15T09:30:00.12+02:00", "a@b", "0000-12-31")


@pytest.mark.parametrize(
    ("format", "text", "right"),
    [
        ("date", "2024-02-29", True),
        ("date", "2025-02-29", False),
        ("date", "0000-01-01", False),
        ("date", "0001-01-01", True),
        ("date", "2025-01-01\n", False),
        ("date", "20250101", False),
        ("date", "2025-W01-1", False),
        ("date", "２０２５-01-01", False),
        ("date-time", "2025-07-15t09:30:00z", True),
        ("date-time", "2025-07-15T09:30:00Z\n", True),
        ("date-time", "2025-07-15T09:30:00Z\n\n", False),
        ("date-time", "2025-07-15 09:30:00Z", False),
        ("date-time", "2025-07-15T09:30:00", False),
        ("date-time", "2025-07-15T09:30:00+0200", False),
        ("date-time", "2025-07-15T23:59:60Z", False),
        ("date-time", "2016-12-31T23:59:60Z", False),
        ("date-time", "2025-07-15T24:00:00Z", False),
        ("date-time", "0000-01-01T00:00:00Z", False),
        ("date-time", "2024-02-29T00:00:00-00:00", True),
        ("date-time", "2100-02-29T00:00:00Z", False),
        ("email", "@", True),
        ("email", "a b@c@d\n", True),
        ("email", "jan.example", False),
        ("email", "", False),
    ],
)
def test_formats(format: str, text: str, right: bool) -> None:
    assert bool(ACCEPTS[format](text)) == right
    assert FormatChecker().conforms(text, format) == right


@pytest.mark.parametrize("format", sorted(ACCEPTS))
def test_formats_agree_on_random_texts(format: str) -> None:
    reference, chance = FormatChecker(), random.Random(7)
    right = 0
    for _ in range(RANDOM_TEXTS):
        text = list(chance.choice(SEEDS + EDGES[format]))
        for _ in range(chance.randint(0, 3)):
            place = chance.randrange(len(text) + 1)
            text[place : place + chance.randint(0, 1)] = chance.choice(ALPHABET)
        ours = bool(ACCEPTS[format]("".join(text)))
        assert ours == reference.conforms("".join(text), format), text
        right += ours
    assert right > RANDOM_TEXTS // 50


def test_all_days_of_some_years() -> None:
    reference = FormatChecker()
    for year in (1, 1900, 2000, 2024, 2025, 9999):
        for month in range(14):
            for day in range(33):
                text = f"{year:04}-{month:02}-{day:02}"
                assert (parse_date(text) is not None) == reference.conforms(text, "date")
                moment = f"{text}T00:00:00Z"
                assert bool(ACCEPTS["date-time"](moment)) == reference.conforms(moment, "date-time")


@pytest.mark.parametrize(
    ("text", "right"),
    [("1", True), ("-0", True), ("2.0", True), ("1e3", True), ("1" + "0" * 30, True), ("-1e30", True), ("2.5", False),
     ("1e400", False), ("true", False), ("null", False), ('"1"', False), ("[1]", False)],
)  # fmt: skip
def test_whole_numbers(text: str, right: bool) -> None:
    assert is_of_class(json.loads(text), int) == right
    assert make_validator({"type": "integer"}).is_valid(json.loads(text)) == right


def test_memory_of_dates_is_bounded() -> None:
    assert parse_date.cache_info().maxsize is not None


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("1", "1.0", True),
        ("true", "1", False),
        ("false", "0", False),
        ('{"a": 1, "b": [2]}', '{"b": [2.0], "a": 1.0}', True),
        ("[true]", "[1]", False),
        ("[1, 2]", "[2, 1]", False),
        ('{"a": {}}', '{"a": []}', False),
        ('{"a": {"b": 1}}', '{"a": {"b": true}}', False),
        ('[["a"], []]', '[[], ["a"]]', False),
        ('[[], "a"]', '[["a"]]', False),
        ('["list", 1]', '[["list", 1]]', False),
        ("null", '"null"', False),
        ("0", "-0.0", True),
        ("10000000000000000000000000001", "1e28", False),
    ],
)
def test_equality(left: str, right: str, same: bool) -> None:
    items = [json.loads(left), json.loads(right)]
    assert (canonical_form(items[0]) == canonical_form(items[1])) == same
    assert make_validator({"uniqueItems": True}).is_valid(items) != same


def with_contacts(contacts: Any) -> Any:
    return {"contactpersoonen": contacts}


def organisation() -> tuple[Specification, str]:
    """A standard with a list of objects that must differ: contacts in vs v0.9, where any other key is taken."""
    specification = load_standard("vs-v0.9")
    name = next(
        o.name
        for o in specification.exchanged_types
        if any(a.unique_items and a.wire_name == "contactpersoonen" for a in o.exchanged_attributes)
    )
    return specification, name


@pytest.mark.parametrize(
    ("contacts", "kinds"),
    [
        ([{"x": 1}, {"x": 1.0}], ["uniqueItems"]),
        ([{"x": True}, {"x": 1}], []),
        ([{"x": 1, "y": 2}, {"y": 2, "x": 1}], ["uniqueItems"]),
        ([{}, {}], ["uniqueItems"]),
        ([{}], []),
        ([], ["minItems"]),
        ([1, 1.0], ["uniqueItems", "type", "type"]),
        ([1, True], ["type", "type"]),
        ({}, ["type"]),
    ],
)
def test_lists_without_doubles(contacts: Any, kinds: list[str]) -> None:
    specification, name = organisation()
    faults = [f for f in make_explainer(specification).explain(with_contacts(contacts), name) if len(f.pointer) < 3]
    assert [f.kind for f in faults if f.pointer[0] == "contactpersoonen"] == kinds


def test_depth_is_no_problem() -> None:
    """The limit is that of the reader; what it can read can be explained."""
    specification, name = organisation()
    depth = 100_000
    deep: Any = []
    for _ in range(depth):
        deep = [deep]
    explainer = make_explainer(specification)
    assert [f.kind for f in explainer.explain(with_contacts(deep), name) if f.kind != "required"] == ["type"]
    value = with_contacts([{"x": deep}, {"x": [deep]}])
    assert "uniqueItems" not in [f.kind for f in explainer.explain(value, name)]
    while deep:  # taken apart by hand: the interpreter's own clean-up and comparison go level by level
        deep = deep.pop()


def vary(specification: Specification, chance: random.Random) -> Specification:
    """A standard of the same shape with other bounds and types: nothing may depend on the published ones."""

    def attribute(old: Attribute) -> Attribute:
        if not old.exchanged:
            return old
        many = old.many or chance.random() < 0.2
        ranges = [t.name for t in specification.data_types] + [c.name for c in specification.code_lists]
        inner = specification.object_type(old.range) is not None
        return dataclasses.replace(
            old,
            many=many,
            required=chance.random() < 0.2,
            min_items=chance.randrange(3) if many else 0,
            max_items=chance.choice([None, 1, 2, 3]) if many else None,
            unique_items=many and chance.random() < 0.4,
            examples=(),
            range=old.range if inner else chance.choice(ranges),
        )

    def object_type(old: ObjectType) -> ObjectType:
        attributes = tuple(map(attribute, old.attributes))
        return dataclasses.replace(old, closed=chance.random() < 0.5, attributes=attributes)

    return dataclasses.replace(specification, object_types=tuple(map(object_type, specification.object_types)))


@pytest.mark.parametrize("seed", range(12))
def test_other_standards_of_the_same_kind(seed: int) -> None:
    """Lists of single values, bounds that clash, required objects: same faults as the reference."""
    chance = random.Random(seed)
    base = load_standard(chance.choice(["shv-v1.0", "vs-v0.9", "shv-v0.8"]))
    odd = vary(base, chance)
    validator, explainer = make_validator(build_json_schema(odd)), make_explainer(odd)
    types = RecordTypes(odd)
    document = json.loads(base.examples[0].content)
    for _ in range(6):
        expected = [(f.kind, f.pointer) for f in iter_structural_faults(validator, document)]
        assert [(f.kind, f.pointer) for f in explainer.explain(document)] == expected
        for name, value in iter_records(odd, document, odd.root_type):
            judge(types, explainer, name, value)
        document = double_lists(copy.deepcopy(document), chance)


def double_lists(value: Any, chance: random.Random) -> Any:
    if isinstance(value, dict):
        return {k: double_lists(v, chance) for k, v in value.items() if chance.random() < 0.95}
    if isinstance(value, list):
        return [double_lists(v, chance) for v in value] + value[: chance.randint(0, 2)]
    return [value] * chance.randint(1, 3) if chance.random() < 0.2 else value


def test_no_jsonschema_needed() -> None:
    room = "ddas.validation.structure"
    code = f"import sys, {room}.explainer, {room}.record_types; print('jsonschema' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "False"
