"""What may not change after a version is adopted, as two SHA-256 digests.

``norm``: what a machine accepts and calls things; never changes. ``uitgave``: every artefact; changes only through a
revision. A third, ``wire``, is the canonical form alone, so that it can be compared with the published schema.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from ddas.standard.canonical import canonical_digest, canonical_form
from ddas.standard.specification import Attribute, Specification
from ddas.standard.wire_schema import build_json_schema

__all__ = ["edition_digest", "make_checksums", "norm_digest", "wire_digest"]


def wire_digest(specification: Specification) -> str:
    """Digest of the canonical wire schema; equal to that of the published schema."""
    return canonical_digest(build_json_schema(specification))


def norm_digest(specification: Specification) -> str:
    """Digest of the canonical wire schema and of every name that software is built on."""
    norm = {
        "wire": canonical_form(build_json_schema(specification)),
        "identifiers": {
            "schema": specification.id.uri,
            "xml": specification.id.xml_namespace,
            "python": specification.id.python_module,
        },
        "object_types": {o.name: [_names(a) for a in o.exchanged_attributes] for o in specification.exchanged_types},
        "code_lists": {c.name: {v.value: v.code for v in c.values} for c in specification.code_lists if c.exchanged},
    }
    return hashlib.sha256(json.dumps(norm, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def edition_digest(files: Mapping[str, bytes]) -> str:
    """Digest of the artefacts of one version: path → content, in any order."""
    return hashlib.sha256(make_checksums(files)).hexdigest()


def make_checksums(files: Mapping[str, bytes]) -> bytes:
    """The lines of ``SHA256SUMS``, as ``sha256sum --check`` reads them, sorted by path."""
    lines = (f"{hashlib.sha256(content).hexdigest()}  {path}\n" for path, content in sorted(files.items()))
    return "".join(lines).encode()


def _names(attribute: Attribute) -> list[str]:
    return [attribute.name, attribute.wire_name, attribute.range, attribute.item or ""]
