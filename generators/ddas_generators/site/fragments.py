"""Where a field stands, as a small piece of a delivery: in JSON, in XML, and in the Python classes."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from ddas.delivery.xml_form.writer import to_xml
from ddas.errors import DdasError
from ddas.standard.specification import Attribute, CodeList, ObjectType, Specification
from ddas.standard.value_kinds import ValueKind
from ddas.standard.wire_tree import Node, WireTree
from ddas_generators.emit.code.python.dataclass_names import attribute_name

__all__ = ["json_fragment", "python_name", "xml_fragment", "xml_path"]

_SAMPLES: Mapping[ValueKind, tuple[Any, Callable[[str], Any]]] = {
    ValueKind.TEXT: ("…", str),
    ValueKind.EMAIL: ("naam@voorbeeld.example", str),
    ValueKind.DATE: ("2025-03-14", str),
    ValueKind.DATE_TIME: ("2025-04-10T09:30:00+02:00", str),
    ValueKind.WHOLE_NUMBER: (1, int),
    ValueKind.BOOLEAN: (True, lambda text: text.lower() in ("true", "ja")),
}
"""A value for a field without examples, and what the text of an example is in JSON."""


def json_fragment(specification: Specification, tree: WireTree, node: Node) -> str:
    """The field with an example value, inside the objects that hold it and nothing else."""
    return json.dumps(_nest(specification, tree, node), ensure_ascii=False, indent=2)


def xml_fragment(specification: Specification, tree: WireTree, node: Node) -> str:
    """The same piece as XML, without the declaration."""
    try:
        text = to_xml(_nest(specification, tree, node), specification).decode()
    except DdasError:  # an example value that XML cannot express
        return ""
    return text.partition("?>\n")[2].rstrip()


def xml_path(tree: WireTree, node: Node) -> str:
    """Names of the elements below the root, such as ``leveringen/levering/teller``."""
    attributes = [tree.nodes[node.steps[: depth + 1]].attribute for depth in range(len(node.steps))]
    inner = [f"{a.name}/{a.item}" if a.many and a.item else a.name for a in attributes[:-1]]
    return "/".join((*inner, attributes[-1].name))


def python_name(object_type: ObjectType, attribute: Attribute) -> str:
    """``Client.geboortedatum``, as in the generated classes."""
    return f"{object_type.name}.{attribute_name(attribute)}"


def _nest(specification: Specification, tree: WireTree, node: Node) -> dict[str, Any]:
    value = _value(specification, node.attribute)
    for depth in range(len(node.steps), 0, -1):
        attribute = tree.nodes[node.steps[:depth]].attribute
        value = {attribute.wire_name: [value] if attribute.many else value}
    nested: dict[str, Any] = value
    return nested


def _value(specification: Specification, attribute: Attribute) -> Any:
    """An example value of one item; of an object its own single values."""
    target = specification.target(attribute.range)
    if isinstance(target, ObjectType):
        single = (a for a in target.exchanged_attributes if specification.object_type(a.range) is None)
        return {a.wire_name: _value(specification, a) for a in single}
    if isinstance(target, CodeList):
        return attribute.examples[0] if attribute.examples else target.values[0].value
    sample, read = _SAMPLES[target.kind]
    return read(attribute.examples[0]) if attribute.examples else sample
