"""JSON text: the same data for every reader, in lines."""

from __future__ import annotations

import json

import pytest

from ddas.rendering.json_text import dump_json


@pytest.mark.parametrize(
    "data",
    [
        {},
        [],
        None,
        {"a": [], "b": {}, "c": ""},
        {"a": [{"b": [{"c": [1, {"d": [True, None, 1.5]}]}]}]},
        {"é\u202e\x7f": ["\ud800", '"\\', "\u2028", "😀"]},
    ],
)
def test_reads_back_the_same(data: object) -> None:
    assert json.loads(dump_json(data)) == data
    assert dump_json(data).endswith("\n")


def test_a_line_per_deep_value() -> None:
    assert dump_json({"a": [{"b": [{"c": 1}, {"c": 2}]}]}) == (
        '{\n  "a": [\n    {\n      "b": [\n        {"c": 1},\n        {"c": 2}\n      ]\n    }\n  ]\n}\n'
    )


def test_no_odd_character_is_left() -> None:
    assert dump_json("\x9b\u202e\ud800\ufeff") == '"\\u009b\\u202e\\ud800\\ufeff"\n'
