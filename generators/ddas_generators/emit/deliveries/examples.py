"""Specification → the example deliveries as JSON files."""

from __future__ import annotations

from collections.abc import Iterable

from ddas.standard.specification import Specification
from ddas_generators.emit.artefact import Artefact

__all__ = ["emit_examples"]


def emit_examples(specification: Specification) -> Iterable[Artefact]:
    """Each example of the model, byte for byte."""
    for example in specification.examples:
        yield Artefact(f"voorbeelden/{example.name}.json", example.content.encode())
