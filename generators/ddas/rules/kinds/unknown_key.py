"""Kinds ``onbekende_sleutel_lijkt`` and ``onbekende_sleutel``: keys that an open object does not know.

The first is for keys that look like a slip of the pen or stand in the wrong place, the second for the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from ddas.rules.rule_kind import Hit, KeyKind
from ddas.standard.places import Visit
from ddas.standard.specification import ObjectType, Rule, Specification

__all__ = ["SIMILAR_KEY", "UNKNOWN_KEY", "find_similar_key"]

_NO_WORD = re.compile(r"[\W_]+")

_Check = Callable[[Visit], Iterable[Hit]]


def _prepare_similar_key(rule: Rule, specification: Specification) -> _Check:
    """Every unknown key that resembles a key of the object, or is known in another place."""

    known_keys = _known_keys(specification)

    def check(visit: Visit) -> Iterator[Hit]:
        for key in _iter_unknown(rule, visit):
            similar = find_similar_key(key, visit.object_type)
            if similar is not None:
                yield Hit((*visit.pointer, key), f"De naam lijkt op `{similar}`, of wordt daarvoor gebruikt.")
            elif key in known_keys:
                yield Hit((*visit.pointer, key), "De standaard kent deze naam wel, maar op een andere plek.")

    return check


def _prepare_unknown_key(rule: Rule, specification: Specification) -> _Check:
    """Every other unknown key; the check counts each once per object type."""
    known_keys = _known_keys(specification)

    def check(visit: Visit) -> Iterator[Hit]:
        for key in _iter_unknown(rule, visit):
            if key not in known_keys and find_similar_key(key, visit.object_type) is None:
                yield Hit((*visit.pointer, key))

    return check


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


def _iter_unknown(rule: Rule, visit: Visit) -> Iterable[str]:
    if visit.object_type.name not in rule.scopes:
        return ()
    known = {a.wire_name for a in visit.object_type.exchanged_attributes}
    return [key for key in visit.value if key not in known]


def _known_keys(specification: Specification) -> frozenset[str]:
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


SIMILAR_KEY = KeyKind(prepare=_prepare_similar_key)
UNKNOWN_KEY = KeyKind(prepare=_prepare_unknown_key)
