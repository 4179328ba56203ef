"""Dutch words for an object that is not filled in one of the allowed ways: keys of the standard, never a value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ddas.describing.wording import join_words
from ddas.standard.alternatives import intended_alternative
from ddas.standard.specification import Alternative, ObjectType

__all__ = ["word_alternatives"]


def word_alternatives(object_type: ObjectType, value: object) -> tuple[str, str]:
    """Message and remedy. ``value``: the object as it stands in the file; of it only known keys are looked at."""
    ways = ", of ".join(a.title for a in object_type.alternatives)
    intended = intended_alternative(object_type, value) if isinstance(value, Mapping) else None
    if intended is None or not isinstance(value, Mapping):
        return (
            f"Dit onderdeel moet {ways} worden geleverd, en geen van die manieren is hier gebruikt.",
            f"Vul {_needed(object_type)}.",
        )
    missing = _keys(object_type, (n for n in intended.required if object_type.wire_name_of(n) not in value))
    if missing:
        return (
            f"Dit onderdeel moet {ways} worden geleverd. Hier ontbreekt {missing}.",
            f"Vul {missing} erbij, of lever het onderdeel op een andere manier.",
        )
    needed = _keys(object_type, intended.required)
    extra = _keys(object_type, (n for n in intended.absent if object_type.wire_name_of(n) in value))
    if extra:
        return (
            f"Naast {needed} mag {extra} hier niet staan.",
            f"Haal {extra} weg. Klopt {needed} niet, haal dan dat weg en lever het onderdeel op een andere manier.",
        )
    return _wrong_length(object_type, intended)


def _wrong_length(object_type: ObjectType, alternative: Alternative) -> tuple[str, str]:
    texts = [f"`{object_type.wire_name_of(e.attribute)}` {e.characters} tekens" for e in alternative.lengths]
    return (
        f"Een tekst heeft niet de juiste lengte. Hier hoort {join_words(texts, 'en')} te hebben.",
        "Vul de hele waarde in, met nullen vooraan en zonder spaties of punten. Is zij niet bekend, haal het veld dan "
        "helemaal weg en lever het onderdeel op een andere manier.",
    )


def _needed(object_type: ObjectType) -> str:
    return ", of ".join(_keys(object_type, a.required) for a in object_type.alternatives)


def _keys(object_type: ObjectType, names: Iterable[str]) -> str:
    return join_words([f"`{object_type.wire_name_of(name)}`" for name in names], "en")
