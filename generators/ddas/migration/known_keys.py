"""Which keys that some version knows stand in a delivery: to tell a file of another version from an extra key."""

from __future__ import annotations

from collections.abc import Iterable

from ddas.standard.specification import Specification
from ddas.standard.wire_tree import build_wire_tree

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
    """Follows a delivery through several versions at once."""

    def __init__(self, specifications: Iterable[Specification]) -> None:
        self._root = _Node("")
        for specification in specifications:
            for steps, known in build_wire_tree(specification).nodes.items():
                node = self._root
                for step in steps[:-1]:
                    node = node.inner[step]
                node = node.inner.setdefault(steps[-1], _Node(known.path))
                node.versions.add(specification.id.code)

    def see(self, path: tuple[str, ...], value: object) -> None:
        """Mark the keys of a record of the list at ``path``, or with an empty path those of the envelope."""
        node = self._root
        for key in path:
            node = node.inner[key]
        _mark(node, value)

    def unknown_to(self, code: str) -> tuple[str, ...]:
        """Paths of keys that were seen, that this version does not know and another does; only the outermost."""
        return tuple(sorted(_unknown(self._root, code)))


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
