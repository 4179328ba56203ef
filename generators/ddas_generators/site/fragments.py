"""Where a field stands, as a small piece of a delivery: in JSON, in XML, and in the Python classes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from ddas.delivery.xml_form.writer import to_xml
from ddas.errors import DdasError
from ddas.standard.specification import Attribute, ObjectType, Specification
from ddas.standard.wire_tree import Node, WireTree
from ddas_generators.emit.code.python.dataclass_names import attribute_name

__all__ = ["json_fragment", "python_name", "xml_fragment", "xml_path"]

_SAMPLE_BY_FORMAT = {"date": "2025-03-14", "date-time": "2025-04-10T09:30:00+02:00", "email": "naam@voorbeeld.example"}
_SAMPLE_BY_BASE: dict[str, Any] = {"integer": 1, "boolean": True}


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
    object_type = specification.object_type(attribute.range)
    if object_type is not None:
        single = (a for a in object_type.exchanged_attributes if specification.object_type(a.range) is None)
        return {a.wire_name: _value(specification, a) for a in single}
    if attribute.examples:
        return _typed(specification, attribute, attribute.examples)
    code_list = specification.code_list(attribute.range)
    if code_list is not None:
        return code_list.values[0].value
    data_type = specification.data_type(attribute.range)
    if data_type is None:
        return ""
    return _SAMPLE_BY_FORMAT.get(data_type.format or "", _SAMPLE_BY_BASE.get(data_type.base, "…"))


def _typed(specification: Specification, attribute: Attribute, examples: Iterable[str]) -> Any:
    example = next(iter(examples))
    data_type = specification.data_type(attribute.range)
    readers: Mapping[str, Any] = {"integer": int, "boolean": lambda text: text.lower() in ("true", "ja")}
    return readers.get(data_type.base if data_type else "", str)(example)
