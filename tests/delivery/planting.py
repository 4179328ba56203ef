"""JSON written in odd but valid ways, with keys that stand twice on purpose, and where they stand."""

from __future__ import annotations

import json
import random
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from ddas.findings import Pointer

__all__ = ["NASTY_TEXTS", "PlantedText", "plant"]

NASTY_TEXTS = (
    '":',
    ':"x',
    '{"a":1,"a":2}',
    'a\\":',
    "\\",
    '\\"',
    "::::",
    ":",
    "{[,]}",
    "é€😀",
    'a":b","c":',
    "\u2028",
)
"""Texts that look like keys, as values."""

_SPACES = ("", "", "", " ", "\n", "\t ", "\r\n  ")


@dataclass(slots=True)
class PlantedText:
    """A text under way. ``doubles``: pointer and offset, in characters, of each key that stands once more."""

    text: str = ""
    doubles: list[tuple[Pointer, int]] = field(default_factory=list)


def plant(value: Any, chance: random.Random, *, share: float, spared: Collection[str] = ()) -> PlantedText:
    """The value as text that reads back as the same value.

    Args:
        value: JSON.
        chance: Where the choices come from.
        share: Of the objects that get a key twice.
        spared: Keys that are never doubled.
    """
    made = PlantedText()
    _write(made, value, (), chance, share, spared)
    return made


def _write(
    made: PlantedText, value: Any, at: Pointer, chance: random.Random, share: float, spared: Collection[str]
) -> None:
    if isinstance(value, dict):
        members = list(value.items())
        chance.shuffle(members)
        while members and chance.random() < share:
            place = chance.randrange(len(members))
            key = members[place][0]
            if key not in spared:
                members.insert(chance.randrange(place + 1), (key, _some_value(value, chance)))
        seen: set[str] = set()
        made.text += "{"
        for number, (key, inner) in enumerate(members):
            made.text += ("," if number else "") + chance.choice(_SPACES)
            if key in seen:
                made.doubles.append(((*at, key), len(made.text)))
            seen.add(key)
            made.text += _spell(key, chance) + chance.choice(_SPACES) + ":" + chance.choice(_SPACES)
            _write(made, inner, (*at, key), chance, share, spared)
            made.text += chance.choice(_SPACES)
        made.text += "}"
    elif isinstance(value, list):
        made.text += "["
        for index, item in enumerate(value):
            made.text += ("," if index else "") + chance.choice(_SPACES)
            _write(made, item, (*at, index), chance, share, spared)
            made.text += chance.choice(_SPACES)
        made.text += "]"
    else:
        made.text += _spell(value, chance) if isinstance(value, str) else json.dumps(value)


def _some_value(value: dict[str, Any], chance: random.Random) -> Any:
    """Something to go lost: a text that misleads, or what stands at another key."""
    if chance.random() < 0.5:
        return chance.choice(NASTY_TEXTS)
    other = chance.choice(list(value.values()))
    return None if isinstance(other, list) and len(json.dumps(other)) > 500 else other


def _spell(text: str, chance: random.Random) -> str:
    """A string with some of its characters written as escapes."""
    spelled = json.dumps(text, ensure_ascii=chance.random() < 0.3)
    if "\\" in spelled or chance.random() < 0.8:
        return spelled
    return "".join(f"\\u{ord(c):04x}" if c.isascii() and c != '"' and chance.random() < 0.2 else c for c in spelled)
