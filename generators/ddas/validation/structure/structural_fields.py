"""Where a fault in the structure can be, and what it looks like."""

from __future__ import annotations

import json

from ddas.standard.specification import Attribute, CodeList, ObjectType, Specification
from ddas.standard.value_kinds import WIRE_FORMS, ValueKind
from ddas.validation.structure.fault_codes import STRUCTURAL_EXAMPLES

__all__ = ["fields_with_fault", "show_structural_fault"]


def fields_with_fault(specification: Specification, kind: str) -> list[tuple[ObjectType, Attribute]]:
    """The fields at which this fault can be; empty when it can be anywhere, or nowhere."""
    if kind == "oneOf":
        return [
            (o, a)
            for o, a in specification.iter_attributes()
            if (held := specification.object_type(a.range)) is not None and held.alternatives
        ]
    return [(o, a) for o, a in specification.iter_attributes() if _can_have(specification, a, kind)]


def show_structural_fault(specification: Specification, kind: str) -> tuple[list[str], list[str]]:
    """Lines of JSON that are right, and the same with this fault; none when this version cannot have it."""
    fields = fields_with_fault(specification, kind)
    if kind in ("required", "type", "additionalProperties"):
        lines, wrong_lines = STRUCTURAL_EXAMPLES[kind]
        return list(lines), list(wrong_lines)
    if kind == "oneOf":
        return _show_alternatives(specification)
    if not fields:
        return [], []
    attribute = fields[0][1]
    code_list = specification.code_list(attribute.range)
    right, wrong = _examples(kind) if code_list is None else _codes(code_list)
    key = json.dumps(attribute.wire_name, ensure_ascii=False)
    return [f"{key}: {right}"], [f"{key}: {wrong}"]


def _show_alternatives(specification: Specification) -> tuple[list[str], list[str]]:
    """What the first alternative needs, and the same with something beside it that may not be there."""
    for object_type in specification.exchanged_types:
        for alternative in object_type.alternatives:
            if alternative.absent:
                right = [f"{json.dumps(object_type.wire_name_of(n))}: …" for n in alternative.required]
                extra = f"{json.dumps(object_type.wire_name_of(alternative.absent[-1]))}: …"
                return [", ".join(right)], [", ".join([*right, extra])]
    return [], []


def _examples(kind: str) -> tuple[str, str]:
    (right,), (wrong,) = STRUCTURAL_EXAMPLES[kind]
    return right, wrong


def _codes(code_list: CodeList) -> tuple[str, str]:
    code = code_list.values[0].value
    other = code.lower() if code.lower() != code else f"{code}."
    return json.dumps(code, ensure_ascii=False), json.dumps(other, ensure_ascii=False)


def _can_have(specification: Specification, attribute: Attribute, kind: str) -> bool:
    target = specification.target(attribute.range)
    if kind == "required":
        return attribute.required
    if kind == "enum":
        return target.kind is ValueKind.CODE
    if kind.startswith("format:"):
        return WIRE_FORMS[target.kind].format == kind.removeprefix("format:")
    if kind == "minItems":
        return attribute.many and attribute.min_items > 0
    if kind == "maxItems":
        return attribute.many and attribute.max_items is not None
    return kind == "uniqueItems" and attribute.unique_items
