"""Kind ``onbekende_sleutel_lijkt``: a slip of the pen, or a key in the wrong place."""

from __future__ import annotations

from collections.abc import Iterator

from ddas.rules.parameters import NoParameters
from ddas.rules.rule_kind import Hit, KeyCheck, KeyKind
from ddas.rules.similar_keys import find_similar_key, list_known_keys, list_unknown_keys
from ddas.standard.places import Visit
from ddas.standard.specification import Specification

__all__ = ["SIMILAR_KEY"]


def _prepare(parameters: NoParameters, scopes: tuple[str, ...], specification: Specification) -> KeyCheck:
    known_keys = list_known_keys(specification)

    def check(visit: Visit) -> Iterator[Hit]:
        for key in list_unknown_keys(visit, scopes):
            similar = find_similar_key(key, visit.object_type)
            if similar is not None:
                yield Hit((*visit.pointer, key), f"De naam lijkt op `{similar}`, of wordt daarvoor gebruikt.")
            elif key in known_keys:
                yield Hit((*visit.pointer, key), "De standaard kent deze naam wel, maar op een andere plek.")

    return check


SIMILAR_KEY = KeyKind(
    name="onbekende_sleutel_lijkt",
    sentence="Een sleutel is geen verschrijving van een veld en staat op de goede plek.",
    parameters=NoParameters,
    prepare=_prepare,
)
