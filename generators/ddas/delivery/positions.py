"""Where values stand in a JSON text: the offsets of wanted pointers.

Walks down only towards the wanted places; everything else is skipped by the C decoder of ``json``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from json.decoder import JSONDecoder, scanstring  # type: ignore[attr-defined]  # public in json.decoder, not in its stub

from ddas.findings import Pointer

__all__ = ["locate"]

_SPACE = re.compile(r"[ \t\n\r]*")
_skip_value = JSONDecoder().raw_decode


@dataclass(slots=True)
class _Step:
    """A wanted place: offsets of its key and its value once it is found, and what is wanted below it."""

    place: tuple[int, int] | None = None
    below: dict[str | int, _Step] = field(default_factory=dict)


def locate(text: str, pointers: Iterable[Pointer]) -> dict[Pointer, tuple[int, int]]:
    """For each pointer that stands in the text: offset of its key (of its value in a list), and of its value.

    ``text`` must be valid JSON. Of a key that stands twice the last one counts, as in ``json.loads``.
    """
    root = _Step()
    for pointer in pointers:
        step = root
        for name in pointer:
            known = step.below.get(name)
            if known is None:
                known = step.below[name] = _Step()
            step = known
    start = _space(text, 0)
    root.place = (start, start)
    _walk(text, start, root.below)
    return dict(_iter_found(root, ()))


def _iter_found(step: _Step, path: Pointer) -> Iterator[tuple[Pointer, tuple[int, int]]]:
    if step.place is not None:
        yield path, step.place
        for name, inner in step.below.items():
            yield from _iter_found(inner, (*path, name))


def _forget(step: _Step) -> None:
    """The key stands twice: what was found under the first is lost. Takes no longer than finding it did."""
    if step.place is not None:
        step.place = None
        for inner in step.below.values():
            _forget(inner)


def _walk(text: str, start: int, wanted: Mapping[str | int, _Step]) -> int:
    """Visit the value at ``start``; gives the offset just behind it."""
    if not wanted or text[start] not in "{[":
        return int(_skip_value(text, start)[1])
    is_object = text[start] == "{"
    index = 0
    at = _space(text, start + 1)
    while text[at] not in "}]":
        key_at = at
        name: str | int = index
        if is_object:
            name, at = scanstring(text, at + 1)
            at = _space(text, _space(text, at) + 1)
        inner = wanted.get(name)
        if inner is None:
            at = int(_skip_value(text, at)[1])
        else:
            _forget(inner)
            inner.place = (key_at, at)
            at = _walk(text, at, inner.below)
        index += 1
        at = _space(text, at)
        if text[at] == ",":
            at = _space(text, at + 1)
    return at + 1


def _space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at
