"""Kind ``onbekende_sleutel``: every unknown key that is not for the kind of similar keys."""

from __future__ import annotations

from collections.abc import Iterator

from ddas.rules.parameters import NoParameters
from ddas.rules.rule_kind import Counts, Hit, KeyCheck, KeyKind
from ddas.rules.similar_keys import find_similar_key, list_known_keys, list_unknown_keys
from ddas.standard.places import Visit
from ddas.standard.specification import Specification

__all__ = ["UNKNOWN_KEY"]


def _prepare(parameters: NoParameters, scopes: tuple[str, ...], specification: Specification) -> KeyCheck:
    known_keys = list_known_keys(specification)

    def check(visit: Visit) -> Iterator[Hit]:
        for key in list_unknown_keys(visit, scopes):
            if key not in known_keys and find_similar_key(key, visit.object_type) is None:
                yield Hit((*visit.pointer, key))

    return check


UNKNOWN_KEY = KeyKind(
    name="onbekende_sleutel",
    sentence="Elke sleutel is een veld van de standaard.",
    parameters=NoParameters,
    counts=Counts.ONCE_PER_KEY,
    prepare=_prepare,
)
