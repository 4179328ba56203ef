"""Was a faulty delivery made for another version? Then say so, instead of leaving the reader with its faults."""

from __future__ import annotations

import json

from ddas.catalog import iter_specifications, read_artefact
from ddas.specification import Specification
from ddas.validation.reference_validator import make_validator
from ddas.wire_schema import WIRE_SCHEMA_FILE

__all__ = ["find_accepting_version"]


def find_accepting_version(document: object, checked: Specification) -> str | None:
    """Code of the newest other version of the domain that accepts the document and knows every key at its top.

    The loose old versions accept nearly any file, as an object full of unknown keys; hence the second condition.
    Concepts do not count.
    """
    if not isinstance(document, dict):
        return None
    for specification in reversed(list(iter_specifications())):
        if specification.domain != checked.domain or specification.id == checked.id:
            continue
        known = {a.wire_name for a in specification.root_type.exchanged_attributes}
        if specification.status in ("concept", "consultatie") or not known.issuperset(document):
            continue
        if make_validator(json.loads(read_artefact(specification, WIRE_SCHEMA_FILE))).is_valid(document):
            return specification.id.code
    return None
