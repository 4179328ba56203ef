"""The concept scheme: every element once, with the texts of the model, and as SKOS asks."""

from __future__ import annotations

import pytest
import yaml
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, SKOS

from ddas.standard.specification import Specification
from ddas_generators.emit.linked.skos import emit_skos
from tests.conftest import ROOT, load_standard
from tests.making.models import attribute, code_list, data_type, object_type, specification


def text_of(standard: Specification) -> str:
    (artefact,) = emit_skos(standard)
    return artefact.content.decode()


@pytest.mark.parametrize("code", ["shv-v1.0", "vs-v1.2"])
def test_every_element_is_a_concept_with_its_texts(code: str) -> None:
    standard = load_standard(code)
    graph = Graph().parse(data=text_of(standard), format="turtle")
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    parts = [(o, a) for o in standard.object_types for a in o.attributes]
    values = [(c, v) for c in standard.code_lists for v in c.values]
    assert len(concepts) == len(standard.object_types) + len(standard.code_lists) + len(parts) + len(values)
    for owner, value in values:
        concept = URIRef(standard.domain.concept_uri(f"{owner.name}.{value.code}"))
        assert graph.value(concept, SKOS.definition) == Literal(value.definition, lang="nl")
        assert graph.value(concept, SKOS.notation) == Literal(value.value)
        assert graph.value(concept, SKOS.broader) == URIRef(standard.domain.concept_uri(owner.name))
    for owner, field in parts:
        concept = URIRef(standard.domain.concept_uri(f"{owner.name}.{field.name}"))
        assert graph.value(concept, SKOS.definition) == Literal(field.definition, lang="nl")


@pytest.mark.parametrize("code", ["shv-v1.0", "vs-v1.2"])
def test_labels_are_unique_and_no_label_says_the_same_twice(code: str) -> None:
    graph = Graph().parse(data=text_of(load_standard(code)), format="turtle")
    (scheme,) = graph.subjects(RDF.type, SKOS.ConceptScheme)
    labels = []
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        assert list(graph.objects(concept, SKOS.inScheme)) == [scheme]
        (label,) = graph.objects(concept, SKOS.prefLabel)
        assert label not in set(graph.objects(concept, SKOS.hiddenLabel))
        labels.append(str(label).casefold())
    assert len(labels) == len(set(labels))
    used = {o for p in (SKOS.broader, SKOS.related) for o in graph.objects(None, p)}
    assert used <= set(graph.subjects(RDF.type, SKOS.Concept))


@pytest.mark.parametrize("code", ["shv-v1.0", "vs-v1.2"])
def test_addresses_are_those_of_the_model(code: str) -> None:
    standard = load_standard(code)
    schema = yaml.safe_load((ROOT / "model" / standard.id.folder / "schema.yaml").read_text(encoding="utf-8"))
    assert schema["prefixes"][standard.domain.code] == standard.domain.concept_uri("")
    for owner, field in standard.iter_attributes():
        assert field.uri == f"{standard.domain.code}:{owner.name}.{field.name}"


def test_the_text_of_a_small_scheme() -> None:
    micro = specification(
        object_type("Bos", attribute("soort", "EnumSoort", label="Soort", search_words=("type", "Soort")), closed=True),
        code_lists=(code_list("EnumSoort", 'eik "echt"\n', label="Soort"),),
        data_types=(data_type("Tekst", "string"),),
    )
    code = micro.domain.code
    text = text_of(micro)
    assert (
        f"{code}:Bos.soort\n"
        "    a skos:Concept ;\n"
        f"    skos:inScheme <{micro.id.uri}/begrippen> ;\n"
        '    skos:prefLabel "Soort (Bos)"@nl ;\n'
        '    skos:hiddenLabel "type"@nl ,\n'
        '        "Soort"@nl ;\n'
        '    skos:notation "soort" ;\n'
        '    skos:definition "Wat soort is."@nl ;\n'
        f"    skos:related {code}:Bos ,\n"
        f"        {code}:EnumSoort .\n"
    ) in text
    assert '    skos:notation "eik \\"echt\\"\\n" ;\n' in text
