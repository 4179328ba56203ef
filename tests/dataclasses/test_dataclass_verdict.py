from __future__ import annotations

import itertools
import json
from types import ModuleType
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from ddas.standard.specification import Specification
from ddas.standard.wire_schema import build_json_schema
from tests.dataclasses.dataclass_micro import micro
from tests.dataclasses.delivery_making import (
    fullest,
    is_same,
    iter_places,
    iter_random_mutations,
    iter_single_mutations,
)


def test_fullest_delivery_and_examples_round_trip(model: Specification, module: ModuleType) -> None:
    root = getattr(module, model.root)
    deliveries = [fullest(model), *(json.loads(e.content) for e in model.examples)]
    for delivery in deliveries:
        text = json.dumps(delivery)
        for given in (delivery, text, text.encode()):
            read = root.from_json(given)
            assert is_same(read.to_json(), delivery)
            assert is_same(json.loads(read.to_json_text()), delivery)


def test_fullest_delivery_fills_every_field(model: Specification, module: ModuleType) -> None:
    read = getattr(module, model.root).from_json(fullest(model))
    seen: set[tuple[str, str]] = set()
    waiting = [read]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += value
        elif type(value).__name__ in {t.name for t in model.exchanged_types}:
            names = [n for n in value.__dataclass_fields__ if getattr(value, n) is not None]
            seen |= {(type(value).__name__, n.rstrip("_")) for n in names if n != "overige_sleutels"}
            waiting += [getattr(value, n) for n in names]
    assert seen == {(t.name, a.name) for t, a in model.iter_attributes()}


def test_keys_are_written_in_the_order_of_the_model(model: Specification, module: ModuleType) -> None:
    delivery = fullest(model)
    backwards = json.loads(json.dumps(delivery), object_pairs_hook=lambda pairs: dict(reversed(pairs)))
    written = getattr(module, model.root).from_json(backwards).to_json()
    expected = fullest(model)
    for part in _iter_objects(expected):
        if "eigen veld" in part:
            part["eigen veld"][0] = dict(reversed(part["eigen veld"][0].items()))
    assert json.dumps(written) == json.dumps(expected)


def _iter_objects(value: Any) -> Any:
    if isinstance(value, dict):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _iter_objects(item)


def test_verdict_equals_that_of_the_json_schema(model: Specification, module: ModuleType) -> None:
    schema = build_json_schema(model)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    root = getattr(module, model.root)
    base = fullest(model)
    verdicts = {True: 0, False: 0}
    single = itertools.islice(iter_single_mutations(base), 0, None, 1 if len(list(iter_places(base))) < 30 else 3)
    for delivery in itertools.chain(single, iter_random_mutations(base, 1000, seed=20250131)):
        expected = validator.is_valid(delivery)
        written = _round_trip(module, root, delivery)
        assert (written is not None) == expected, delivery
        assert written is None or is_same(written, delivery)
        verdicts[expected] += 1
    assert min(verdicts.values()) > 300
    assert sum(verdicts.values()) > 2000


UNIQUE = [
    ([{"x": 1}, {"x": True}], True),
    ([{"x": [0]}, {"x": [False]}], True),
    ([{"x": 1}, {"x": 1.0}], False),
    ([{"x": {"a": 1, "b": 2}}, {"x": {"b": 2, "a": 1}}], False),
    ([{"x": "1"}, {"x": 1}, {"x": [1]}], True),
    ([{"x": {}}, {"x": []}, {"x": None}], True),
]


@pytest.mark.parametrize(("items", "expected"), UNIQUE)
def test_items_of_a_list_are_unique_as_json(bos: ModuleType, items: list[Any], expected: bool) -> None:
    delivery = {"bomen": items, "geteld": "2025-01-31T12:00:00Z"}
    assert Draft202012Validator(build_json_schema(micro())).is_valid(delivery) == expected
    assert (_round_trip(bos, bos.Bos, delivery) is not None) == expected


def _round_trip(module: ModuleType, root: Any, delivery: Any) -> Any:
    """What comes out when the delivery goes in, or None when it is refused. A bare text goes in as JSON text."""
    try:
        return root.from_json(json.dumps(delivery) if isinstance(delivery, str) else delivery).to_json()
    except module.OngeldigeGegevens:
        return None
