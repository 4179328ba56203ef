"""The parts of a field that the wire schema sees, as small JSON values."""

from __future__ import annotations

from typing import Any

from ddas.standard.alternatives import allows_only_required
from ddas.standard.specification import ObjectType, Specification
from ddas.standard.value_kinds import WIRE_FORMS, ValueKind
from ddas.standard.wire_tree import Node

__all__ = ["cardinality", "describe_field", "value_format", "value_type", "ways_to_fill"]


def value_type(specification: Specification, range_name: str) -> str:
    """``object``, the name of a code list, or a JSON type."""
    kind = specification.target(range_name).kind
    return range_name if kind is ValueKind.CODE else WIRE_FORMS[kind].base


def value_format(specification: Specification, range_name: str) -> str | None:
    """The JSON Schema format of a single value, or None."""
    return WIRE_FORMS[specification.target(range_name).kind].format


def cardinality(node: Node) -> str:
    """``enkel`` for one value, ``lijst 1..*`` for a list with its bounds; whether it must be there is no part of it."""
    attribute = node.attribute
    if not attribute.many:
        return "enkel"
    return f"lijst {attribute.min_items}..{'*' if attribute.max_items is None else attribute.max_items}"


def ways_to_fill(object_type: ObjectType) -> list[str]:
    """The alternatives of an object by wire name, sorted; empty when there is no such condition."""
    ways = []
    for alternative in object_type.alternatives:
        size_of = {e.attribute: f" ({e.characters} tekens)" for e in alternative.lengths}
        name_of = object_type.wire_name_of
        text = "met " + ", ".join(sorted(name_of(n) + size_of.get(n, "") for n in alternative.required))
        if allows_only_required(object_type, alternative):
            text += " en niets ernaast"
        elif alternative.absent:
            text += ", zonder " + ", ".join(sorted(map(name_of, alternative.absent)))
        ways.append(text)
    return sorted(ways)


def describe_field(specification: Specification, node: Node, fields: tuple[str, ...] = ()) -> dict[str, Any]:
    """A field in a few keys; ``fields`` are the paths inside it that belong to the description."""
    result: dict[str, Any] = {"type": value_type(specification, node.attribute.range)}
    form = value_format(specification, node.attribute.range)
    if form is not None:
        result["format"] = form
    if node.attribute.many:
        result["cardinality"] = cardinality(node)
    result["required"] = node.attribute.required
    if node.object_type is not None and node.object_type.closed:
        result["closed"] = True
    if node.object_type is not None and node.object_type.alternatives:
        result["alternatives"] = ways_to_fill(node.object_type)
    if fields:
        result["fields"] = list(fields)
    return result
