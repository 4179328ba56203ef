"""Keys that an open object does not know, and what they were probably meant to be."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ddas.standard.places import Visit
from ddas.standard.specification import ObjectType, Specification

__all__ = ["find_similar_key", "list_known_keys", "list_unknown_keys"]

_NO_WORD = re.compile(r"[\W_]+")


def find_similar_key(key: str, object_type: ObjectType) -> str | None:
    """The wire name of the object type that the key was probably meant to be, or None.

    Alike when equal without case, spaces and punctuation to its wire name, identifier, label or a search word, or at
    most two edits from the wire name (one in names of up to five characters).
    """
    names = [a.wire_name for a in object_type.exchanged_attributes]
    plain = _plain(key)
    for attribute in object_type.exchanged_attributes:
        words = (attribute.wire_name, attribute.name, attribute.label, *attribute.search_words)
        if plain in map(_plain, words):
            return attribute.wire_name
    scored = [(_distance(plain, _plain(n)), n) for n in names if abs(len(plain) - len(_plain(n))) <= 2]
    near = [(d, n) for d, n in scored if d <= (1 if len(_plain(n)) <= 5 else 2)]
    return min(near, key=lambda pair: pair[0])[1] if near else None


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
