"""Specification → the quality schema as a file."""

from __future__ import annotations

import json
from collections.abc import Iterable

from ddas.standard.specification import Specification
from ddas.standard.status import Status
from ddas_generators.emit.artefact import Artefact
from ddas_generators.emit.schemas.quality.build import QUALITY_SCHEMA_FILE, build_quality_schema

__all__ = ["emit_quality_schema"]


def emit_quality_schema(specification: Specification) -> Iterable[Artefact]:
    """The schema of a version that is in force or to come."""
    if specification.status is not Status.OUT_OF_USE:
        text = json.dumps(build_quality_schema(specification), ensure_ascii=False, indent=2)
        yield Artefact(QUALITY_SCHEMA_FILE, f"{text}\n".encode())
