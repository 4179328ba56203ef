"""Guesses where a record starts. A guess is only that: whoever uses it proves it afterwards."""

from __future__ import annotations

import re
from dataclasses import dataclass

import msgspec

from ddas.delivery.source import Source
from ddas.delivery.value_reading import value_end
from ddas.standard.record_layout import RecordLayout, RecordList

__all__ = ["CutGuesser", "Spot", "cut_pattern", "guess_spot"]

_TAIL = 1 << 14
_LOOK = 1 << 16
_TRIES = 64
_MOST_LEARNED = 8
_FIRST_KEY = re.compile(rb'\{[ \t\n\r]*"([^"\\]+)"')
_KEYS = msgspec.json.Decoder(dict[str, msgspec.Raw])


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where a record of a list starts. ``offset``: of its first byte; ``list_index``: in the layout."""

    offset: int
    list_index: int


def cut_pattern(keys: frozenset[str]) -> re.Pattern[bytes]:
    """The end of an object and the start of a next one with one of these as first key; group 1 is the new brace."""
    names = b"|".join(sorted(re.escape(k.encode()) for k in keys)) or rb"(?!)"
    return re.compile(rb'\}[ \t\n\r]*,[ \t\n\r]*(\{)[ \t\n\r]*"(?:' + names + rb')"[ \t\n\r]*:')


class CutGuesser:
    """Guesses where a record of one list ends; learns with which keys its records start."""

    def __init__(self, keys: frozenset[str]) -> None:
        """``keys``: with which a record may start."""
        self._keys = keys
        self._learned = 0
        self._pattern = cut_pattern(keys)

    def find(self, data: bytes) -> int:
        """Just behind the last object in ``data``, which starts with a record, that another record seems to follow.

        0 when there is none.
        """
        return _find_cut(self._pattern, data) or (_find_cut(self._pattern, data) if self._learn(data) else 0)

    def _learn(self, data: bytes) -> bool:
        match = _FIRST_KEY.match(data)
        key = match[1].decode("utf-8", "ignore") if match else ""
        if not key or key in self._keys or self._learned == _MOST_LEARNED:
            return False
        self._learned += 1
        self._keys |= {key}
        self._pattern = cut_pattern(self._keys)
        return True


def guess_spot(source: Source, layout: RecordLayout, start: int, end: int) -> Spot | None:
    """The first place in ``start`` to ``end`` that looks like the start of a record, or None.

    It looks like one when an object can be read there and at least two of its keys are distinctive for the list.
    """
    pattern = cut_pattern(frozenset[str]().union(*(r.keys for r in layout.lists)))
    tries = 0
    for at in range(start, end, _LOOK):
        data = source.read(at, 2 * _LOOK)
        for match in pattern.finditer(data, 0, min(len(data), _LOOK + 512)):
            offset = at + match.start(1)
            if offset >= end or tries >= _TRIES:
                return None
            tries += 1
            list_index = _recognise(layout, data[match.start(1) :])
            if list_index is not None:
                return Spot(offset, list_index)
    return None


def _recognise(layout: RecordLayout, data: bytes) -> int | None:
    end = value_end(memoryview(data), ended=False)
    if end <= 0:
        return None
    try:
        keys = _KEYS.decode(data[:end]).keys()
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return None
    scores = [(_score(record_list, keys), -index) for index, record_list in enumerate(layout.lists)]
    best, index = max(scores, default=(0, 0))
    return -index if best else None


def _score(record_list: RecordList, keys: set[str] | object) -> int:
    found = len(record_list.distinctive_keys.intersection(keys))  # type: ignore[arg-type]
    return found if found >= min(2, len(record_list.distinctive_keys)) else 0


def _find_cut(pattern: re.Pattern[bytes], data: bytes) -> int:
    for start in (max(0, len(data) - _TAIL), 0):
        last = None
        for match in pattern.finditer(data, start):
            last = match
        if last is not None:
            return last.start() + 1
        if start == 0:
            break
    return 0
