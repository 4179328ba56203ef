"""Keys that an open object does not know, and what they were probably meant to be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ddas.standard.places import Visit
from ddas.standard.specification import ObjectType, Specification

__all__ = ["find_similar_key", "list_known_keys", "list_unknown_keys"]

_NO_WORD = re.compile(r"[\W_]+")
_MOST_KEYS = 1 << 12
"""Keys of which a search is remembered, per object type: a delivery has the same few everywhere, or is hostile."""


class _KeySearch:
    """The search in one object type; remembers what it found."""

    def __init__(self, object_type: ObjectType) -> None:
        self.object_type = object_type
        attributes = object_type.exchanged_attributes
        self._names = [(a.wire_name, _plain(a.wire_name)) for a in attributes]
        self._words: dict[str, str] = {}
        for a in attributes:
            for word in (a.wire_name, a.name, a.label, *a.search_words):
                self._words.setdefault(_plain(word), a.wire_name)
        self.find = lru_cache(maxsize=_MOST_KEYS)(self._find)

    def _find(self, key: str) -> str | None:
        plain = _plain(key)
        known = self._words.get(plain)
        if known is not None:
            return known
        scored = [(_distance(plain, p), name, p) for name, p in self._names if abs(len(plain) - len(p)) <= 2]
        near = [(d, name) for d, name, p in scored if d <= (1 if len(p) <= 5 else 2)]
        return min(near, key=lambda pair: pair[0])[1] if near else None


_searches: dict[int, _KeySearch] = {}
"""Identity of an object type → its search, which keeps it alive: hashing an object type costs more than a search."""
_MOST_SEARCHES = 1 << 9


def find_similar_key(key: str, object_type: ObjectType) -> str | None:
    """The wire name of the object type that the key was probably meant to be, or None.

    Alike when equal without case, spaces and punctuation to its wire name, identifier, label or a search word, or at
    most two edits from the wire name (one in names of up to five characters).
    """
    search = _searches.get(id(object_type))
    if search is None:
        if len(_searches) >= _MOST_SEARCHES:
            _searches.clear()
        search = _searches[id(object_type)] = _KeySearch(object_type)
    return search.find(key)


def list_unknown_keys(visit: Visit, scopes: Sequence[str]) -> list[str]:
    """The keys of an object that its type does not know; none when the type is not one of ``scopes``."""
    if visit.object_type.name not in scopes:
        return []
    known = {a.wire_name for a in visit.object_type.exchanged_attributes}
    return [key for key in visit.value if key not in known]


def list_known_keys(specification: Specification) -> frozenset[str]:
    """Every key that the standard knows somewhere."""
    return frozenset(a.wire_name for _, a in specification.iter_attributes())


def _plain(text: str) -> str:
    return _NO_WORD.sub("", text).casefold()


def _distance(left: str, right: str) -> int:
    """Levenshtein distance."""
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(right, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
    return row[-1]
