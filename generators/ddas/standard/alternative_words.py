"""In which ways an object may be filled, in Dutch: the same in schemas, docstrings, documents and messages."""

from __future__ import annotations

from collections.abc import Sequence

from ddas.standard.alternatives import allows_only_required
from ddas.standard.specification import Alternative, Attribute, ObjectType

__all__ = ["alternatives_in_words", "alternatives_of_field_in_words", "join_words"]


def join_words(words: Sequence[str], joint: str) -> str:
    """``a``, ``a en b``, ``a, b en c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"


def alternatives_in_words(object_type: ObjectType) -> tuple[str, ...]:
    """In which ways an object may be filled, as sentences; none when there is no such condition."""
    if not object_type.alternatives:
        return ()
    ways = ", of ".join(a.title for a in object_type.alternatives)
    return (
        f"Het schema eist dat dit onderdeel op precies een van deze manieren is gevuld: {ways}.",
        *(_alternative_in_words(object_type, a) for a in object_type.alternatives),
    )


def alternatives_of_field_in_words(object_type: ObjectType, attribute: Attribute) -> tuple[str, ...]:
    """What each way of filling the object asks of one field, as sentences; none when there is no such condition."""
    sentences = []
    for alternative in object_type.alternatives:
        if attribute.name in alternative.required:
            asked = "verplicht"
        else:
            asked = "niet toegestaan" if attribute.name in alternative.absent else "toegestaan, niet verplicht"
        sentences.append(f"{alternative.title[:1].upper()}{alternative.title[1:]}: {asked}.")
    return tuple(sentences)


def _alternative_in_words(object_type: ObjectType, alternative: Alternative) -> str:
    size_of = {e.attribute: f" ({e.characters} tekens)" for e in alternative.lengths}
    required = [object_type.wire_name_of(name) + size_of.get(name, "") for name in alternative.required]
    text = f"{alternative.title[:1].upper()}{alternative.title[1:]}: verplicht is {join_words(required, 'en')}"
    if allows_only_required(object_type, alternative):
        return f"{text}, en geen enkel ander veld mag ernaast staan."
    if alternative.absent:
        absent = join_words([object_type.wire_name_of(name) for name in alternative.absent], "en")
        return f"{text}, en niet toegestaan is {absent}."
    return f"{text}."
