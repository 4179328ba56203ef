"""Which keys that some version knows stand in a delivery: to tell a file of another version from an extra key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ddas.migration.slots import Slot, slot_path

__all__ = ["KnownKeys"]


class _Node:
    """A key at a place, with the versions that know it there; ``seen`` when a delivery has it."""

    __slots__ = ("inner", "path", "seen", "versions")

    def __init__(self, path: str) -> None:
        self.path = path
        self.seen = False
        self.versions: set[str] = set()
        self.inner: dict[str, _Node] = {}


class KnownKeys:
    """Follows a delivery through the schemas of several versions at once."""

    def __init__(self, schemas: Mapping[str, Mapping[str, Any]]) -> None:
        """``schemas``: canonical form by code, whole."""
        self._root = _Node("")
        for code, schema in schemas.items():
            _add(self._root, code, schema)

    def see(self, slot: Slot, value: object) -> None:
        """Mark the keys of an element, or with an empty slot those of the envelope."""
        node = self._root
        for key in slot:
            node = node.inner.setdefault(key, _Node(slot_path(slot)))
        _mark(node, value)

    def unknown_to(self, code: str) -> list[str]:
        """Paths of keys that were seen, that this version does not know and another does; only the outermost."""
        return sorted(_unknown(self._root, code))


def _add(node: _Node, code: str, schema: Mapping[str, Any]) -> None:
    node.versions.add(code)
    if "items" in schema:
        _add(node, code, schema["items"])
    for key, sub in schema.get("properties", {}).items():
        many = "[]" if sub.get("type") == "array" else ""
        path = f"{node.path}.{key}{many}" if node.path else f"{key}{many}"
        _add(node.inner.setdefault(key, _Node(path)), code, sub)


def _mark(node: _Node, value: object) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            found = node.inner.get(key)
            if found is not None:
                found.seen = True
                _mark(found, inner)
    elif isinstance(value, list):
        for item in value:
            _mark(node, item)


def _unknown(node: _Node, code: str) -> Iterable[str]:
    for inner in node.inner.values():
        if inner.seen and code not in inner.versions:
            yield inner.path
        elif inner.seen:
            yield from _unknown(inner, code)
