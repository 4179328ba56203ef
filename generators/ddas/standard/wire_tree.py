"""A specification as a tree of the fields in a delivery, by the keys that lead to them."""

from __future__ import annotations

from dataclasses import dataclass

from ddas.standard.json_paths import field_path
from ddas.standard.specification import Attribute, ObjectType, Specification

__all__ = ["Node", "Steps", "WireTree", "build_wire_tree"]

Steps = tuple[str, ...]
"""Keys from the root of a delivery to a field, list indexes left out; empty for the whole message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A field at one place. ``path``: for readers, with ``[]`` after lists; ``object_type``: what it holds, if so."""

    steps: Steps
    path: str
    attribute: Attribute
    object_type: ObjectType | None


@dataclass(frozen=True, slots=True)
class WireTree:
    """All fields in reading order, parents before children, and the steps of each path."""

    nodes: dict[Steps, Node]
    steps_by_path: dict[str, Steps]


def build_wire_tree(specification: Specification) -> WireTree:
    """The tree of the exchanged fields that can be reached from the root; a type inside itself is followed once."""
    nodes: dict[Steps, Node] = {}

    def follow(object_type: ObjectType, steps: Steps, path: str, above: tuple[str, ...]) -> None:
        for attribute in object_type.exchanged_attributes:
            inner = specification.object_type(attribute.range)
            node = Node(
                steps=(*steps, attribute.wire_name),
                path=field_path(path, attribute),
                attribute=attribute,
                object_type=inner,
            )
            nodes[node.steps] = node
            if inner is not None and inner.name not in above:
                follow(inner, node.steps, node.path, (*above, inner.name))

    follow(specification.root_type, (), "", (specification.root,))
    return WireTree(nodes, {n.path: s for s, n in nodes.items()})
