"""Specification → ``specification.json``, the file that the runtime reads."""

from __future__ import annotations

from collections.abc import Iterable

from ddas.standard.specification import Specification
from ddas.standard.specification_json import specification_to_json
from ddas_generators.emit.artefact import Artefact

__all__ = ["FILE_NAME", "emit_specification"]

FILE_NAME = "specification.json"


def emit_specification(specification: Specification) -> Iterable[Artefact]:
    """The whole specification as one JSON file."""
    yield Artefact(FILE_NAME, specification_to_json(specification).encode())
