"""Where a fault in the structure can be, and what it looks like."""

from __future__ import annotations

import json

from ddas.standard.specification import Attribute, CodeList, ObjectType, Specification
from ddas.standard.value_kinds import WIRE_FORMS, ValueKind

__all__ = ["fields_with_fault", "show_structural_fault"]

_EXAMPLES: dict[str, tuple[str, str]] = {
    "required": (
        '"startdatumLevering": "2025-01-01",\n"einddatumLevering": "2025-06-30"',
        '"startdatumLevering": "2025-01-01"',
    ),
    "type": ('"teller": 1', '"teller": "1"'),
    "format:date": ('"2025-03-14"', '"14-03-2025"'),
    "format:date-time": ('"2025-07-01T09:30:00+02:00"', '"2025-07-01 09:30"'),
    "format:email": ('"schuldhulp@voorbeeldstad.example"', '"schuldhulp.voorbeeldstad.example"'),
    "additionalProperties": ('"startdatum": "2025-03-14"', '"startdatum": "2025-03-14",\n"eigenVeld": "A1"'),
    "minItems": ("[{…}]", "[]"),
    "maxItems": ("[{…}, {…}]", "[{…}, {…}, {…}]"),
    "uniqueItems": ('[{"teller": 1}, {"teller": 2}]', '[{"teller": 1}, {"teller": 1}]'),
}
"""Keyword of the wire schema → right and wrong; a value alone stands at the first field that can have the fault."""


def fields_with_fault(specification: Specification, kind: str) -> list[tuple[ObjectType, Attribute]]:
    """The fields at which this fault can be; empty when it can be anywhere, or nowhere."""
    return [(o, a) for o, a in specification.iter_attributes() if _can_have(specification, a, kind)]


def show_structural_fault(specification: Specification, kind: str) -> tuple[list[str], list[str]]:
    """Lines of JSON that are right, and the same with this fault; none when this version cannot have it."""
    fields = fields_with_fault(specification, kind)
    if kind in ("required", "type", "additionalProperties"):
        right, wrong = _EXAMPLES[kind]
        return right.splitlines(), wrong.splitlines()
    if not fields:
        return [], []
    attribute = fields[0][1]
    code_list = specification.code_list(attribute.range)
    right, wrong = _EXAMPLES[kind] if code_list is None else _codes(code_list)
    key = json.dumps(attribute.wire_name, ensure_ascii=False)
    return [f"{key}: {right}"], [f"{key}: {wrong}"]


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
