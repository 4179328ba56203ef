"""One value as json sees it: faults with their place, keys that stand twice, numbers that cannot be written again."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ddas.delivery.exact_value import has_double_keys, read_and_count, read_record, read_value
from ddas.delivery.segments import Segment, find_records
from ddas.delivery.unreadable import UnreadableDelivery
from tests.delivery.hostile_texts import SOUND


@pytest.mark.parametrize(
    ("text", "value", "doubles"),
    [
        ("{}", {}, 0),
        ('{"a": 1, "b": {"a": 1}}', {"a": 1, "b": {"a": 1}}, 0),
        ('{"a": 1, "a": 2}', {"a": 2}, 1),
        ('{"b": {"c": 1, "c": 2, "c": 3}, "d": [{"e": 1, "e": 1}]}', {"b": {"c": 3}, "d": [{"e": 1}]}, 3),
        (r'{"a": 1, "\u0061": 2}', {"a": 2}, 1),
        ('{"a" : 1, "a": 2, "b": "\\":"}', {"a": 2, "b": '":'}, 1),
        ('{"a": 1, "a": 2, "b": "\\u0022:"}', {"a": 2, "b": '":'}, 1),
        ('{"a": "\\":", "a": 2}', {"a": 2}, 1),
        ('{"a"  : 1, "a"\n: 2, "b": "\\":\\":"}', {"a": 2, "b": '":":'}, 1),
    ],
)
def test_keys_that_stand_twice(text: str, value: Any, doubles: int) -> None:
    assert read_and_count(text.encode()) == (value, doubles)
    assert has_double_keys(text.encode(), value) or not doubles


@pytest.mark.parametrize("name", [n for n in SOUND if n not in ("double keys", "numbers", "wide")])
def test_no_false_rest(name: str) -> None:
    """A text that is not suspected has no double keys; most texts are not suspected."""
    data = SOUND[name]
    suspected = has_double_keys(data, json.loads(data))
    assert not suspected or b" :" in data or b"\\u0022" in data or b":" in json.dumps(json.loads(data)).encode()
    assert read_and_count(data)[1] == 0


def test_plain_text_is_not_suspected() -> None:
    assert not has_double_keys(b'{"a": {"b": 1}, "c": [{"b": "x: y"}]}', {"a": {"b": 1}, "c": [{"b": "x: y"}]})
    assert not has_double_keys('{"naam":"Zoë"}'.encode(), {"naam": "Zoë"})


@pytest.mark.parametrize(
    ("text", "fault", "offset"),
    [
        ('{"é": 1e400}', "te groot getal", 17),
        ('["1e400", 1.5, -1e999]', "te groot getal", 25),
        ('{"a": NaN}', "geen getal", 10),
        ('{"é": }', "waarde", 17),
        ("[" * 100_000, "te diep", 10),
        ("8" * 5000, "te lang getal", 10),
    ],
)
def test_faults_have_a_place(text: str, fault: str, offset: int) -> None:
    with pytest.raises(UnreadableDelivery) as caught:
        read_and_count(text.encode(), 10)
    assert (caught.value.fault, caught.value.offset) == (fault, offset)


def test_a_number_that_is_only_read_may_be_large() -> None:
    assert read_value(b"[1e400]") == [float("inf")]


def test_a_record_says_where_it_stands() -> None:
    text = b'{"a": 1}, {"b": 2}'
    raws: Any = [text[low:high] for low, high in find_records(text)]
    segment = Segment(0, raws, text, 100)
    assert read_record(segment, 1) == {"b": 2}
    broken = Segment(0, [raws[0], b'{"b": }'], text, 100)
    with pytest.raises(UnreadableDelivery) as caught:
        read_record(broken, 1)
    assert caught.value.offset == 100 + 10 + 6
