"""One value as json sees it: faults with their place, keys that stand twice, numbers that cannot be written again."""

from __future__ import annotations

from typing import Any

import pytest

from ddas.delivery.exact_value import read_and_count, read_record, read_value
from ddas.delivery.segments import Segment, find_records
from ddas.delivery.unreadable import UnreadableDelivery


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
