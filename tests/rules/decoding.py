"""Objects for the checks of rules: Structs made from a specification, filled from JSON with identifiers as keys."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from ddas.standard.specification import Attribute, Specification


def make_types(specification: Specification, *, wire: bool = False) -> dict[str, type[msgspec.Struct]]:
    """A Struct type per exchanged object type; ``wire``: keys are wire names instead of identifiers."""
    made: dict[str, type[msgspec.Struct]] = {}

    def make(name: str) -> type[msgspec.Struct]:
        if name not in made:
            object_type = specification.object_type(name)
            assert object_type is not None
            attributes = object_type.exchanged_attributes
            made[name] = msgspec.defstruct(
                name,
                [(a.name, of(a) | None, None) for a in attributes],
                rename={a.name: a.wire_name for a in attributes} if wire else None,
                forbid_unknown_fields=True,
                gc=False,
            )
        return made[name]

    def of(attribute: Attribute) -> Any:
        data_type = specification.data_type(attribute.range)
        single: Any = str
        if specification.object_type(attribute.range) is not None:
            single = make(attribute.range)
        elif data_type is not None:
            single = {"integer": int, "boolean": bool}.get(data_type.base, str)
            single = date if data_type.format == "date" else single
        return list[single] if attribute.many else single

    for object_type in specification.exchanged_types:
        make(object_type.name)
    return made
