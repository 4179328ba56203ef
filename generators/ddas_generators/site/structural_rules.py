"""The faults in the structure, which have an address among the rules because findings point there."""

from __future__ import annotations

from ddas.specification import Attribute, ObjectType, Specification
from ddas.validation.naming import structural_id
from ddas.validation.structural_catalogue import STRUCTURAL_EXPLANATIONS, STRUCTURAL_RULES

__all__ = ["fields_with_fault", "list_structural_rules"]


def list_structural_rules(specification: Specification) -> list[tuple[str, str, str, str]]:
    """Id, name, explanation, and keyword of the wire schema."""
    return [
        (structural_id(specification, kind), name, STRUCTURAL_EXPLANATIONS[kind], kind)
        for kind, (_, name) in STRUCTURAL_RULES.items()
    ]


def fields_with_fault(specification: Specification, kind: str) -> list[tuple[ObjectType, Attribute]]:
    """The fields at which this fault can be; empty when it can be anywhere."""
    return [(o, a) for o, a in specification.iter_attributes() if _can_have(specification, a, kind)]


def _can_have(specification: Specification, attribute: Attribute, kind: str) -> bool:
    data_type = specification.data_type(attribute.range)
    if kind == "required":
        return attribute.required
    if kind == "enum":
        return specification.code_list(attribute.range) is not None
    if kind.startswith("format:"):
        return data_type is not None and data_type.format == kind.removeprefix("format:")
    if kind == "minItems":
        return attribute.many and attribute.min_items > 0
    if kind == "maxItems":
        return attribute.many and attribute.max_items is not None
    return kind == "uniqueItems" and attribute.unique_items
