"""A delivery in which every field of a specification stands, for versions that bring no example of their own."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from ddas.standard.specification import Attribute, Example, ObjectType, Specification

VALUES: dict[tuple[str, str | None], Any] = {
    ("string", None): "tekst",
    ("string", "date"): "2025-03-01",
    ("string", "date-time"): "2025-03-01T10:00:00Z",
    ("string", "email"): "a@example.org",
    ("integer", None): 5,
    ("boolean", None): True,
}


def with_full_example(specification: Specification) -> Specification:
    """The same with the full delivery as its only example, so that the mutation corpus can start from it."""
    content = json.dumps(_object(specification, specification.root_type), ensure_ascii=False)
    example = Example(name="volledig", title="Volledig", description="Alle velden.", content=content)
    return replace(specification, examples=(example,))


def _object(specification: Specification, object_type: ObjectType) -> dict[str, Any]:
    return {a.wire_name: _value(specification, a) for a in object_type.exchanged_attributes}


def _value(specification: Specification, attribute: Attribute) -> Any:
    single = _single(specification, attribute.range)
    return [single] * max(1, attribute.min_items) if attribute.many else single


def _single(specification: Specification, range_name: str) -> Any:
    held, code_list = specification.object_type(range_name), specification.code_list(range_name)
    if held is not None:
        return _object(specification, held)
    if code_list is not None:
        return code_list.values[-1].value
    data_type = specification.data_type(range_name)
    assert data_type is not None
    return VALUES[data_type.base, data_type.format]
