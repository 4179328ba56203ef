"""The emitters, in one visible list. A new emitter is added here and nowhere else."""

from __future__ import annotations

from ddas_generators.emit.artefact import Artefact, Emitter
from ddas_generators.emit.code.python.dataclasses import emit_dataclasses
from ddas_generators.emit.deliveries.corpus.archive import emit_conformance
from ddas_generators.emit.deliveries.examples import emit_examples, emit_xml_examples
from ddas_generators.emit.documents.class_diagram import emit_class_diagram
from ddas_generators.emit.documents.documentation import emit_documentation
from ddas_generators.emit.documents.rule_catalogue import emit_rule_catalogue
from ddas_generators.emit.linked.context import emit_context
from ddas_generators.emit.linked.shacl import emit_shacl
from ddas_generators.emit.linked.skos import emit_skos
from ddas_generators.emit.schemas.json_files import emit_json_schema, emit_specification
from ddas_generators.emit.schemas.quality.build import emit_quality_schema
from ddas_generators.emit.schemas.xsd import emit_xsd
from ddas_generators.emit.tables.changes import emit_changes
from ddas_generators.emit.tables.fields_table import emit_fields
from ddas_generators.emit.tables.own_registration import emit_own_registration

__all__ = ["EMITTERS", "Artefact", "Emitter"]

EMITTERS: tuple[Emitter, ...] = (
    Emitter.without_past("specification", emit_specification),
    Emitter.without_past("json-schema", emit_json_schema),
    Emitter.without_past("dataclasses", emit_dataclasses),
    Emitter(name="documentation", emit=emit_documentation),
    Emitter.without_past("examples", emit_examples),
    Emitter.without_past("xsd", emit_xsd),
    Emitter.without_past("xml-examples", emit_xml_examples),
    Emitter(name="changes", emit=emit_changes),
    Emitter(name="fields", emit=emit_fields),
    Emitter(name="own-registration", emit=emit_own_registration),
    Emitter.without_past("rule-catalogue", emit_rule_catalogue),
    Emitter.without_past("quality-schema", emit_quality_schema),
    Emitter.without_past("conformance", emit_conformance),
    Emitter.without_past("skos", emit_skos),
    Emitter.without_past("shacl", emit_shacl),
    Emitter.without_past("json-ld-context", emit_context),
    Emitter.without_past("class-diagram", emit_class_diagram),
)
