"""Pieces of code for vendors, made for one version; a test runs them."""

from __future__ import annotations

from ddas.standard.specification import Specification

__all__ = ["make_snippets"]

_JSON_SCHEMA = """\
import json
from jsonschema import Draft202012Validator, FormatChecker

with open("uitwisselmodel.schema.json", encoding="utf-8") as bestand:
    schema = json.load(bestand)
with open("levering.json", encoding="utf-8") as bestand:
    levering = json.load(bestand)

controle = Draft202012Validator(schema, format_checker=FormatChecker())
for fout in controle.iter_errors(levering):
    print(fout.json_path, fout.validator)
"""
_DATACLASSES = """\
from {module} import {root}

with open("levering.json", "rb") as bestand:
    model = {root}.from_json(bestand.read())

with open("nieuwe-levering.json", "w", encoding="utf-8") as bestand:
    bestand.write(model.to_json_text())
"""
_XML = """\
import json
from ddas.standard.catalog import find_specification
from ddas.delivery.xml_form import from_xml

with open("levering.xml", "rb") as bestand:
    levering = from_xml(bestand.read(), find_specification("{code}"))

with open("levering-uit-xml.json", "w", encoding="utf-8") as bestand:
    json.dump(levering, bestand, ensure_ascii=False)
"""


def make_snippets(specification: Specification) -> dict[str, str]:
    """``json_schema``, ``dataclasses`` and ``xml`` → Python source."""
    return {
        "json_schema": _JSON_SCHEMA,
        "dataclasses": _DATACLASSES.format(module=specification.id.python_module, root=specification.root),
        "xml": _XML.format(code=specification.id.code),
    }
