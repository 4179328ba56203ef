"""Where values stand in a JSON text: the offsets of wanted pointers.

Walks down only towards the wanted places; everything else is skipped by the C decoder of ``json``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from json.decoder import JSONDecoder, scanstring  # type: ignore[attr-defined]  # public in json.decoder, not in its stub

from ddas.findings import Pointer

__all__ = ["locate"]

_SPACE = re.compile(r"[ \t\n\r]*")
_skip_value = JSONDecoder().raw_decode

_Wanted = dict[str | int, "_Wanted"]


def locate(text: str, pointers: Iterable[Pointer]) -> dict[Pointer, tuple[int, int]]:
    """For each pointer that stands in the text: offset of its key (of its value in a list), and of its value.

    ``text`` must be valid JSON. Of a key that stands twice the last one counts, as in ``json.loads``.
    """
    wanted: _Wanted = {}
    for pointer in pointers:
        node = wanted
        for step in pointer:
            node = node.setdefault(step, {})
    found: dict[Pointer, tuple[int, int]] = {}
    start = _space(text, 0)
    found[()] = (start, start)
    _walk(text, start, wanted, (), found)
    return found


def _walk(text: str, start: int, wanted: _Wanted, path: Pointer, found: dict[Pointer, tuple[int, int]]) -> int:
    """Visit the value at ``start``; gives the offset just behind it."""
    if not wanted or text[start] not in "{[":
        return int(_skip_value(text, start)[1])
    is_object = text[start] == "{"
    index = 0
    at = _space(text, start + 1)
    while text[at] not in "}]":
        key_at = at
        step: str | int = index
        if is_object:
            step, at = scanstring(text, at + 1)
            at = _space(text, _space(text, at) + 1)
        inner = wanted.get(step)
        here = (*path, step)
        if inner is None:
            at = int(_skip_value(text, at)[1])
        else:
            if here in found:  # the key stands twice: forget what was found under the first
                for old in [p for p in found if p[: len(here)] == here]:
                    del found[old]
            found[here] = (key_at, at)
            at = _walk(text, at, inner, here, found)
        index += 1
        at = _space(text, at)
        if text[at] == ",":
            at = _space(text, at + 1)
    return at + 1


def _space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at
