"""Places in a JSON text agree with what json.loads reads there."""

from __future__ import annotations

import json
from json.decoder import JSONDecoder
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ddas.delivery.positions import locate

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=20,
)


def pointers(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    if isinstance(value, dict):
        return [path] + [p for k, v in value.items() for p in pointers(v, (*path, k))]
    if isinstance(value, list):
        return [path] + [p for i, v in enumerate(value) for p in pointers(v, (*path, i))]
    return [path]


def at(value: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        value = value[step]
    return value


@given(JSON, st.sampled_from([None, 1, 3]), st.booleans())
def test_value_stands_where_it_is_found(value: Any, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    wanted = pointers(value)
    found = locate(text, wanted)
    assert set(found) == set(wanted)
    for path, (key_at, value_at) in found.items():
        assert JSONDecoder().raw_decode(text, value_at)[0] == at(value, path)
        if path and isinstance(path[-1], str):
            assert JSONDecoder().raw_decode(text, key_at)[0] == path[-1]


def test_last_of_two_equal_keys_counts() -> None:
    text = '{"a": {"b": 1, "c": 2}, "a": {"b": 3}}'
    found = locate(text, [("a", "b"), ("a", "c")])
    assert text[found["a", "b"][1]] == "3"
    assert ("a", "c") not in found
