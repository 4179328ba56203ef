"""Specification → the wire schema as a file."""

from __future__ import annotations

import json
from collections.abc import Iterable

from ddas.standard.specification import Specification
from ddas.standard.wire_schema import WIRE_SCHEMA_FILE as FILE_NAME
from ddas.standard.wire_schema import build_json_schema
from ddas_generators.emit.artefact import Artefact

__all__ = ["FILE_NAME", "build_json_schema", "emit_json_schema"]


def emit_json_schema(specification: Specification) -> Iterable[Artefact]:
    """The wire schema as one file."""
    text = json.dumps(build_json_schema(specification), ensure_ascii=False, indent=2)
    yield Artefact(FILE_NAME, f"{text}\n".encode())
