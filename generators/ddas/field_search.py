"""Finding a field by what people call it."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable

from ddas.specification import Attribute, ObjectType, Specification

__all__ = ["Field", "find_fields", "suggest_names"]

Field = tuple[ObjectType, Attribute]


def find_fields(specification: Specification, text: str) -> tuple[Field, ...]:
    """The exchanged fields that ``text`` names, in reading order; case and accents do not matter.

    ``Client.geboortedatum`` names one field (object type by name or label, field by any of its names). Other text
    names each field with it as a part of its label, wire name, identifier or a search word, and each field of the
    object type that is called exactly so.
    """
    wanted = _fold(text)
    fields = tuple(specification.iter_attributes())
    exact = tuple(f for f in fields if wanted in _qualified_names(f))
    if exact:
        return exact
    return tuple(
        (o, a) for o, a in fields if wanted in _type_names(o) or any(wanted in _fold(name) for name in _names(a))
    )


def suggest_names(specification: Specification, text: str, number: int = 5) -> tuple[str, ...]:
    """Labels and names closest to ``text``, nearest first; empty when nothing is near."""
    shown_by_folded: dict[str, str] = {}
    for object_type, attribute in specification.iter_attributes():
        for name in (attribute.label, object_type.label, *_names(attribute)):
            shown_by_folded.setdefault(_fold(name), name)
    near = difflib.get_close_matches(_fold(text), shown_by_folded, n=number, cutoff=0.6)
    return tuple(shown_by_folded[n] for n in near)


def _names(attribute: Attribute) -> tuple[str, ...]:
    return (attribute.label, attribute.wire_name, attribute.name, *attribute.search_words)


def _type_names(object_type: ObjectType) -> set[str]:
    return {_fold(object_type.name), _fold(object_type.label)}


def _qualified_names(field: Field) -> Iterable[str]:
    object_type, attribute = field
    own = {_fold(n) for n in (attribute.label, attribute.wire_name, attribute.name)}
    return {f"{whole}.{part}" for whole in _type_names(object_type) for part in own}


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", " ".join(text.split()))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
