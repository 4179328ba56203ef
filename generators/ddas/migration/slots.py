"""Where the long lists of a delivery stand, and a wire schema cut at those places.

A long list is a list of objects in the root, or in one item of ``leveringen``. It is read, checked and written one
element at a time; the rest of the file, the envelope, is small and is kept whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ddas.standard.canonical import canonical_form

__all__ = ["DELIVERIES", "CutSchema", "LongList", "Slot", "cut_schema", "slot_path"]

DELIVERIES = "leveringen"
"""Key in the root of the list with one item per delivering organisation."""

Slot = tuple[str, ...]
"""Keys from the root to a long list: ``("schuldhulptrajecten",)`` or ``("leveringen", "schuldhulptrajecten")``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LongList:
    """What a wire schema says of a long list. ``element``: the schema of one element; bounds as in the schema."""

    element: Mapping[str, Any]
    min_items: int = 0
    max_items: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CutSchema:
    """A wire schema in canonical form, cut at its long lists.

    Attributes:
        whole: The canonical form, not cut.
        envelope: The same, in which the long lists may hold anything; they are emptied while reading.
        lists: The long lists by slot.
        unique_deliveries: Two equal items of ``leveringen`` are refused. The envelope does not say so: whether items
            are equal depends on their long lists.
    """

    whole: Mapping[str, Any]
    envelope: Mapping[str, Any]
    lists: Mapping[Slot, LongList]
    unique_deliveries: bool


def cut_schema(schema: Mapping[str, Any]) -> CutSchema:
    """Cut a wire schema. Understands what ``ddas.standard.canonical`` does."""
    whole: dict[str, Any] = canonical_form(schema)
    lists: dict[Slot, LongList] = {}
    root = dict(whole)
    root["properties"] = dict(whole.get("properties", {}))
    _cut(root["properties"], (), lists)
    unique = False
    held = root["properties"].get(DELIVERIES)
    if held is not None and "properties" in held.get("items", {}):
        items = {**held["items"], "properties": dict(held["items"]["properties"])}
        _cut(items["properties"], (DELIVERIES,), lists)
        unique = bool(held.get("uniqueItems"))
        root["properties"][DELIVERIES] = {**held, "items": items, "uniqueItems": False}
    return CutSchema(whole=whole, envelope=root, lists=lists, unique_deliveries=unique)


def slot_path(slot: Slot) -> str:
    """The path of one element, as people read it: ``leveringen[].schuldhulptrajecten[]``."""
    return ".".join(f"{key}[]" for key in slot)


def _cut(properties: dict[str, Any], above: Slot, lists: dict[Slot, LongList]) -> None:
    for key, sub in _iter_long(properties, above):
        lists[(*above, key)] = LongList(
            element=sub["items"], min_items=sub.get("minItems", 0), max_items=sub.get("maxItems")
        )
        properties[key] = {"type": "array"}


def _iter_long(properties: Mapping[str, Any], above: Slot) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for key, sub in list(properties.items()):
        if not above and key == DELIVERIES:
            continue
        # A list that must be free of doubles cannot be read one by one; no version has such a list of this size.
        if sub.get("type") == "array" and sub.get("items", {}).get("type") == "object" and not sub.get("uniqueItems"):
            yield key, sub
