"""Specification → a JSON-LD 1.1 context with which a delivery in JSON is read as RDF.

Every object type has a context of its own that forgets the one around it, since the same key can mean two things. A key
that the standard does not know gets an address under ``onbekend/``, so that it is seen. Lists keep their order, and an
empty list is there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ddas.delivery.xml_form.shape import SPELLINGS
from ddas.standard.specification import Attribute, DataType, ObjectType, Specification
from ddas.standard.value_kinds import TEXT_KINDS
from ddas_generators.emit.artefact import Artefact

__all__ = ["CONTEXT_FILE", "build_context", "emit_context"]

CONTEXT_FILE = "uitwisselmodel.context.jsonld"
_XSD = "http://www.w3.org/2001/XMLSchema#"


def emit_context(specification: Specification) -> Iterable[Artefact]:
    """The context as one file."""
    text = json.dumps({"@context": build_context(specification)}, ensure_ascii=False, indent=2)
    yield Artefact(CONTEXT_FILE, f"{text}\n".encode())


def build_context(specification: Specification) -> dict[str, Any]:
    """The context of the whole message, as a tree."""
    return {"@version": 1.1, **_terms(specification, specification.root_type)}


def _terms(specification: Specification, object_type: ObjectType) -> dict[str, Any]:
    terms = {a.wire_name: _term(specification, object_type, a) for a in object_type.exchanged_attributes}
    return {"@vocab": f"{specification.id.uri}/onbekend/", **terms}


def _term(specification: Specification, owner: ObjectType, attribute: Attribute) -> dict[str, Any]:
    term: dict[str, Any] = {"@id": specification.domain.concept_uri(f"{owner.name}.{attribute.name}")}
    target = specification.target(attribute.range)
    if isinstance(target, DataType) and target.kind in TEXT_KINDS and (base := SPELLINGS[target.kind].base) != "string":
        term["@type"] = f"{_XSD}{base}"  # a JSON text is an xsd:string by itself; a coerced number would hide its fault
    if attribute.many:
        term["@container"] = "@list"
    if isinstance(target, ObjectType):
        term["@context"] = [None, _terms(specification, target)]
    return term
