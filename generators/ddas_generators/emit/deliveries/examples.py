"""Specification → the example deliveries, as JSON and in their XML form."""

from __future__ import annotations

import json
from collections.abc import Iterable

from ddas.delivery.xml_form import to_xml
from ddas.errors import DdasError, ModelError
from ddas.standard.specification import Specification
from ddas_generators.emit.artefact import Artefact

__all__ = ["emit_examples", "emit_xml_examples"]


def emit_examples(specification: Specification) -> Iterable[Artefact]:
    """Each example of the model, byte for byte."""
    for example in specification.examples:
        yield Artefact(f"voorbeelden/{example.name}.json", example.content.encode())


def emit_xml_examples(specification: Specification) -> Iterable[Artefact]:
    """Each example of the model as XML.

    Raises:
        ModelError: an example is not JSON, or holds what XML cannot express.
    """
    for example in specification.examples:
        file = f"voorbeelden/{example.name}.json"
        try:
            content = to_xml(json.loads(example.content), specification)
        except json.JSONDecodeError as error:
            raise ModelError(f"{file}:{error.lineno}: dit is geen geldige JSON. Herstel het voorbeeld.") from error
        except DdasError as error:
            raise ModelError(f"{file}: {error}") from error
        yield Artefact(f"voorbeelden/{example.name}.xml", content)
