"""Reading a wrong record piece by piece gives what looking at it as a whole gives."""

from __future__ import annotations

import copy
import json
import random
from pathlib import Path
from typing import Any

import msgspec
import pytest

from ddas.standard.catalog import find_specification
from ddas.validation.prepared import prepare

EXAMPLES = Path(__file__).parents[2] / "model" / "schuldhulpverlening" / "v1.0" / "voorbeelden"
MUTANTS = 150
WRONG: tuple[Any, ...] = (
    *(None, True, 0, -5, 2.0, 2.5, 1e3, 10**30, "", "  ", "x", "2025-02-29", "31-12-2025", "2025-01-31", "\ud800"),
    *([], {}, [[]], [None], [{}], ["x"], {"onbekend": 1}, "2025-01-31T10:00:00Z", "a@b"),
)
KEYS = ("startdatum", "onbekend", "Naam", "soort", "é", "")


@pytest.fixture(scope="module")
def records() -> list[Any]:
    """Trajectories with nearly every field filled."""
    deliveries = [json.loads((EXAMPLES / f"{name}.json").read_text()) for name in ("volledig", "meer-trajecten")]
    return [t for d in deliveries for levering in d["leveringen"] for t in levering["schuldhulptrajecten"]]


def _mutate(value: Any, chance: random.Random) -> None:
    keys = list(value) if isinstance(value, dict) else range(len(value))
    for key in keys:
        if chance.random() < 0.06:
            value[key] = copy.deepcopy(chance.choice(WRONG))
        elif isinstance(value[key], dict | list):
            _mutate(value[key], chance)
    if isinstance(value, dict):
        if chance.random() < 0.1:
            value.pop(chance.choice([*value, ""]), None)
        if chance.random() < 0.1:
            value[chance.choice(KEYS)] = copy.deepcopy(chance.choice(WRONG))
        if chance.random() < 0.2:
            items = list(value.items())
            chance.shuffle(items)
            value.clear()
            value.update(items)
    elif value and chance.random() < 0.1:
        value.append(copy.deepcopy(value[0]))


@pytest.mark.parametrize("code", ["shv-v1.0", "shv-v1.1"])
def test_same_faults_and_same_record(records: list[Any], code: str) -> None:
    """The second version has alternatives, closed objects or unique items where the first has none."""
    specification = find_specification(code)
    prepared = prepare(specification)
    name = prepared.layout.lists[0].object_type
    chance = random.Random(7)
    read = wrong = 0
    for number in range(MUTANTS):
        value = copy.deepcopy(records[number % len(records)])
        _mutate(value, chance)
        raw = msgspec.Raw(json.dumps(value).encode())
        found = prepared.pieces.read(raw, name)
        if found is None:
            continue
        read += 1
        faults = prepared.explainer.explain(value, name)
        wrong += bool(faults)
        assert [(f.kind, f.pointer) for f in found.faults] == [(f.kind, f.pointer) for f in faults]
        assert _plain(found.record) == _plain(prepared.types.clean(value, name))
        assert list(found.value) == list(value)
    assert read > MUTANTS * 0.8
    assert wrong > MUTANTS * 0.5


def test_what_is_no_object_is_read_as_a_whole() -> None:
    """Then nothing is said of it here."""
    prepared = prepare(find_specification("shv-v1.0"))
    name = prepared.layout.lists[0].object_type
    assert prepared.pieces.read(msgspec.Raw(b"[1]"), name) is None
    assert prepared.pieces.read(msgspec.Raw(b'{"x": ' + b"1" * 5000 + b"}"), name) is None


def _plain(value: Any) -> Any:
    if isinstance(value, msgspec.Struct):
        return type(value).__name__, {f: _plain(getattr(value, f)) for f in value.__struct_fields__}
    return [_plain(item) for item in value] if isinstance(value, list) else value
