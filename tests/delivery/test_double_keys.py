"""A key that stands twice is always found, at its place, and no other is."""

from __future__ import annotations

import json
import random
import re
from typing import Any

import msgspec
import pytest

from ddas.delivery.double_keys import iter_double_keys, may_hold_double_keys
from ddas.validation.prepared import prepare
from tests.conftest import load_standard
from tests.delivery.planting import NASTY_TEXTS, plant
from tests.wire.mutations import maximal_delivery

KEYS = ("a", "b", "a b", "é", 'q"', "c:", ":", '":', "\\", "")


def random_value(chance: random.Random, depth: int) -> Any:
    kind = chance.randrange(8 if depth else 5)
    if kind == 0:
        return chance.choice((None, True, False, 0, -0.0, 1.5, 1e300, 12, 2**70))
    if kind < 5:
        return chance.choice(NASTY_TEXTS)
    if kind == 5:
        return [random_value(chance, depth - 1) for _ in range(chance.randrange(4))]
    keys = chance.sample(KEYS, chance.randrange(6))
    return {key: random_value(chance, depth - 1) for key in keys}


@pytest.mark.parametrize("share", [0.0, 0.3])
@pytest.mark.parametrize("seed", range(400))
def test_planted_keys_are_found_and_no_others(seed: int, share: float) -> None:
    chance = random.Random(f"{seed} {share}")
    value = {"x": random_value(chance, 4), "y": random_value(chance, 4)}
    made = plant(value, chance, share=share)
    assert json.loads(made.text) == value
    text = made.text.encode()
    found = [(one.pointer, len(text[: one.offset].decode())) for one in iter_double_keys(text)]
    assert found == made.doubles
    if found:
        assert may_hold_double_keys(text, (value,))
        assert may_hold_double_keys(b'"a:" , ' + text, ("a:", value))


@pytest.mark.parametrize("seed", range(100))
def test_a_text_without_escaped_colons_and_doubles_needs_no_look(seed: int) -> None:
    chance = random.Random(seed)
    value = random_value(chance, 5)
    text = plant(value, chance, share=0).text.encode()
    if b"\\u003" not in text and str(2**70).encode() not in text:
        assert not may_hold_double_keys(text, (msgspec.json.decode(text),))


@pytest.mark.parametrize(
    ("text", "pointer"),
    [
        ('{"a":1,"a":2}', ("a",)),
        ('{"a" : 1, "a" : 2}', ("a",)),
        ('{"a":1,"\\u0061":2}', ("a",)),
        ('{"a":1,"a":"\\u003ax"}', ("a",)),
        ('{"a":1,"a":"x\\u0022:"}', ("a",)),
        ('{"a":{"b":1,"b":1},"a":1}', ("a", "b")),
        ('{"a":[0,[{}, {"":1,"":1}]]}', ("a", 1, 1, "")),
        ('{"a:":1,"a\\u003A":2}', ("a:",)),
    ],
)
def test_hidden_ones(text: str, pointer: tuple[str | int, ...]) -> None:
    assert may_hold_double_keys(text.encode(), (json.loads(text),))
    assert next(iter_double_keys(text.encode())).pointer == pointer


def test_what_is_too_deep_to_write_is_looked_at() -> None:
    depth = 5000
    text = b'{"a":' + b"[" * depth + b'{"b":1,"b":2}' + b"]" * depth + b"}"
    deep: list[Any] = []
    for _ in range(depth):
        deep = [deep]
    assert may_hold_double_keys(text, (deep,))
    assert [len(one.pointer) for one in iter_double_keys(text)] == [depth + 2]


@pytest.mark.parametrize("code", ["shv-v0.8", "shv-v1.0", "vs-v0.9"])
def test_nothing_typed_is_written_longer_than_it_stood(code: str) -> None:
    """So a text of the same length as what is written of it has lost nothing."""
    specification = load_standard(code)
    prepared = prepare(specification)
    value: Any = maximal_delivery(specification)
    for part in prepared.layout.lists:
        record = value[part.path[0]][0] if part.in_root else value[part.path[0]][0][part.path[1]][0]
        text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
        decode = prepared.decode(part.object_type)
        assert len(msgspec.json.encode(decode(text))) == len(text.encode())
        for number in re.finditer(r"(?<=:)-?[0-9]+(?=[,}])", text):
            for longer in ("1e3", "1E3", "1.0", "10e-1"):
                with pytest.raises(msgspec.MsgspecError):
                    decode(text[: number.start()] + longer + text[number.end() :])
