"""Kind ``in_waardenlijst``: a filled text is a value of the code list that its type names."""

from __future__ import annotations

from collections.abc import Iterator

from ddas.delivery.walking import Visit
from ddas.rules.rule_kind import Check, Hit
from ddas.specification import CodeList, Rule, Specification

__all__ = ["prepare_in_code_list"]


def prepare_in_code_list(rule: Rule, specification: Specification) -> Check:
    """The check for the fields of the rule; blank counts as not filled."""
    expected: dict[str, dict[str, CodeList]] = {}
    for field in rule.fields:
        type_name, _, name = field.partition(".")
        object_type = specification.object_type(type_name)
        for attribute in object_type.exchanged_attributes if object_type else ():
            data_type = specification.data_type(attribute.range)
            code_list = specification.code_list(data_type.code_list or "") if data_type else None
            if attribute.name == name and code_list is not None:
                expected.setdefault(type_name, {})[attribute.wire_name] = code_list

    def check(visit: Visit) -> Iterator[Hit]:
        for key, code_list in expected.get(visit.object_type.name, {}).items():
            value = visit.value.get(key)
            values = [v.value for v in code_list.values]
            if isinstance(value, str) and value.strip() and value not in values:
                yield Hit((*visit.pointer, key), f"Toegestaan: {', '.join(values)}.")

    return check
