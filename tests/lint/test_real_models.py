"""The models of this repository: no faults, and LinkML's own generators can read them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from linkml.generators.jsonschemagen import JsonSchemaGenerator
from linkml.generators.owlgen import OwlSchemaGenerator
from linkml.generators.shaclgen import ShaclGenerator
from rdflib import OWL, RDF, SH, SKOS, Graph, URIRef

from ddas_generators.lint import lint
from ddas_generators.lint.element import ElementKind
from ddas_generators.lint.lint_model import LintModel, read_lint_model
from ddas_generators.model.register import RegisteredVersion, read_register

ROOT = Path(__file__).parents[2]
VERSIONS = read_register(ROOT)


@pytest.fixture(params=VERSIONS, ids=lambda v: v.id.code)
def version(request: pytest.FixtureRequest) -> RegisteredVersion:
    result: RegisteredVersion = request.param
    return result


@pytest.fixture
def model(version: RegisteredVersion) -> LintModel:
    return read_lint_model(ROOT, version)


def class_uris(model: LintModel) -> set[URIRef]:
    prefixes = {name: uri for source in model.schemas for name, uri in source.data.get("prefixes", {}).items()}
    parts = [c.text("class_uri").split(":", 1) for c in model.of(ElementKind.CLASS)]
    return {URIRef(prefixes[prefix] + name) for prefix, name in parts}


def test_lint_finds_nothing(version: RegisteredVersion) -> None:
    assert [str(finding) for finding in lint(ROOT, version)] == []


def test_stock_json_schema_has_every_class_and_enum(model: LintModel) -> None:
    schema = json.loads(JsonSchemaGenerator(str(model.schema_file)).serialize())
    assert model.names(ElementKind.CLASS, ElementKind.ENUM) <= schema["$defs"].keys()


def test_stock_owl_has_every_class(model: LintModel) -> None:
    generator = OwlSchemaGenerator(
        str(model.schema_file),
        # The defaults of this release, named because it warns that they will change.
        skip_vacuous_min_zero_cardinality_axioms=False,
        skip_vacuous_local_range_axioms=False,
        consolidate_cardinality_axioms=False,
    )
    graph = Graph().parse(data=generator.serialize(), format="turtle")
    classes = set(graph.subjects(RDF.type, OWL.Class))
    # A class has an address of its own when its file has another default prefix; it then refers to ours.
    assert class_uris(model) <= classes | {o for s, o in graph.subject_objects(SKOS.exactMatch) if s in classes}


def test_stock_shacl_has_a_shape_for_every_class(model: LintModel) -> None:
    graph = Graph().parse(data=ShaclGenerator(str(model.schema_file)).serialize(), format="turtle")
    assert class_uris(model) == set(graph.objects(predicate=SH.targetClass))
