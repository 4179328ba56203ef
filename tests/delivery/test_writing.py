"""A written delivery is the document, its envelope as ``json.dumps`` writes it and each record on a line."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from ddas.delivery.writing import RecordRun, spell, write_document

NESTED = ("leveringen", "trajecten")
ROOT = ("trajecten",)
VALUES: list[Any] = [
    {"a": 1, "é\u2028": 'x"\\\x00\x7f\n', "leeg": [{}, [], ""], "groot": 12345678901234567890, "niet": None, "j": True},
    {},
    [[[1]]],
]


@pytest.mark.parametrize("value", [*VALUES, 1e16, 1.0, -0.0, 5e-324, [1.5, {"a": 1e300}]])
def test_numbers_are_spelled_as_python_does(value: Any) -> None:
    expected = json.dumps(value, ensure_ascii=False).encode()
    assert spell(value) == expected
    if value in VALUES:
        assert spell(value, has_floats=False) == expected


def written(envelope: Any, *runs: RecordRun) -> str:
    stream = io.BytesIO()
    write_document(stream, envelope, [NESTED, ROOT], runs)
    return stream.getvalue().decode()


@pytest.mark.parametrize(
    "envelope", [{}, {"a": VALUES}, {"leveringen": [], "b": 1e16}, {"leveringen": [{}, 3, {"teller": [1]}]}]
)
def test_an_envelope_alone(envelope: Any) -> None:
    assert written(envelope) == json.dumps(envelope, ensure_ascii=False, indent=2) + "\n"


def test_records_in_their_lists() -> None:
    envelope = {"leveringen": [{"trajecten": [], "n": 1}, {"n": 2, "trajecten": []}], "trajecten": []}
    text = written(
        envelope,
        RecordRun(NESTED, 0, [b'{"a": 1}', b"{}"]),
        RecordRun(NESTED, 0, [b"3"]),
        RecordRun(ROOT, 0, [b'{"z": 1}']),
    )
    assert json.loads(text) == {
        "leveringen": [{"trajecten": [{"a": 1}, {}, 3], "n": 1}, {"n": 2, "trajecten": []}],
        "trajecten": [{"z": 1}],
    }
    assert '\n        {"a": 1},\n        {},\n        3\n      ],' in text
    assert text.endswith('  "trajecten": [\n    {"z": 1}\n  ]\n}\n')


def test_records_without_a_list() -> None:
    with pytest.raises(ValueError, match="without a list"):
        written({"leveringen": []}, RecordRun(NESTED, 0, [b"1"]))
