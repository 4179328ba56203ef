"""Specification → the two files that the runtime has a builder for: the wire schema and the specification itself."""

from __future__ import annotations

import json
from collections.abc import Iterable

from ddas.standard.specification import Specification
from ddas.standard.specification_json import specification_to_json
from ddas.standard.wire_schema import WIRE_SCHEMA_FILE, build_json_schema
from ddas_generators.emit.artefact import Artefact

__all__ = ["emit_json_schema", "emit_specification"]

_SPECIFICATION_FILE = "specification.json"


def emit_json_schema(specification: Specification) -> Iterable[Artefact]:
    """The wire schema as one file."""
    text = json.dumps(build_json_schema(specification), ensure_ascii=False, indent=2)
    yield Artefact(WIRE_SCHEMA_FILE, f"{text}\n".encode())


def emit_specification(specification: Specification) -> Iterable[Artefact]:
    """The whole specification as one JSON file, the one that the runtime reads."""
    yield Artefact(_SPECIFICATION_FILE, specification_to_json(specification).encode())
