"""The emitters, in one visible list. A new emitter is added here and nowhere else."""

from __future__ import annotations

from ddas_generators.emit.artefact import Artefact, Emitter, HistoryEmitter
from ddas_generators.emit.code.python.dataclasses import emit_dataclasses
from ddas_generators.emit.deliveries.corpus.archive import emit_conformance
from ddas_generators.emit.deliveries.examples import emit_examples, emit_xml_examples
from ddas_generators.emit.documents.documentation import emit_documentation
from ddas_generators.emit.documents.rule_catalogue import emit_rule_catalogue
from ddas_generators.emit.schemas.json_files import emit_json_schema, emit_specification
from ddas_generators.emit.schemas.quality.build import emit_quality_schema
from ddas_generators.emit.schemas.xsd import emit_xsd
from ddas_generators.emit.tables.changes import emit_changes
from ddas_generators.emit.tables.fields_table import emit_fields
from ddas_generators.emit.tables.own_registration import emit_own_registration

__all__ = ["EMITTERS", "Artefact", "Emitter", "HistoryEmitter"]

EMITTERS: tuple[Emitter | HistoryEmitter, ...] = (
    Emitter(name="specification", emit=emit_specification),
    Emitter(name="json-schema", emit=emit_json_schema),
    Emitter(name="dataclasses", emit=emit_dataclasses),
    HistoryEmitter(name="documentation", emit=emit_documentation),
    Emitter(name="examples", emit=emit_examples),
    Emitter(name="xsd", emit=emit_xsd),
    Emitter(name="xml-examples", emit=emit_xml_examples),
    HistoryEmitter(name="changes", emit=emit_changes),
    HistoryEmitter(name="fields", emit=emit_fields),
    HistoryEmitter(name="own-registration", emit=emit_own_registration),
    Emitter(name="rule-catalogue", emit=emit_rule_catalogue),
    Emitter(name="quality-schema", emit=emit_quality_schema),
    Emitter(name="conformance", emit=emit_conformance),
)
