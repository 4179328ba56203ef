"""SHACL shapes with the JSON-LD context judge a delivery as the wire schema does, as far as RDF can see."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pyshacl
import pytest
import rdflib
from rdflib.namespace import SH

from ddas.standard.specification import Alternative, ExactLength, Specification
from ddas_generators.emit.deliveries.corpus.case import ConformanceCase
from ddas_generators.emit.deliveries.corpus.small_bases import list_clean_examples, list_small_bases
from ddas_generators.emit.deliveries.corpus.structural_cases import iter_structural_cases
from ddas_generators.emit.linked.context import build_context, emit_context
from ddas_generators.emit.linked.shacl import emit_shacl
from tests.conftest import load_standard
from tests.making.models import attribute, code_list, data_type, object_type, specification

# rdflib's own reader of JSON-LD uses what rdflib advises against.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

UNSEEN = re.compile(r"-(null|dubbel)$|(?<!onderdeel)-object$")
"""RDF has no ``null``, reads one object as a list of one, and does not see that two nodes are equal."""


@pytest.fixture(autouse=True)
def texts_as_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """rdflib rewrites values such as a date with a time; then a shape no longer sees what was delivered."""
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)


def refused(standard: Specification, deliveries: Sequence[Mapping[str, Any]]) -> set[int]:
    """Which of the deliveries the shapes refuse, judged in one go."""
    graph = {"@context": build_context(standard), "@graph": [{"@id": f"x:{i}", **d} for i, d in enumerate(deliveries)]}
    data = rdflib.Graph().parse(data=json.dumps(graph), format="json-ld")
    shapes = rdflib.Graph().parse(data=shapes_of(standard), format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, max_validation_depth=200)
    found = {str(node) for node in report.objects(None, SH.focusNode)}
    return {i for i in range(len(deliveries)) if f"x:{i}" in found}


def shapes_of(standard: Specification) -> str:
    (artefact,) = emit_shacl(standard)
    return artefact.content.decode()


def one_of_each(cases: Iterator[ConformanceCase]) -> list[ConformanceCase]:
    """The first case of every way to be wrong that can be seen."""
    found: dict[str, ConformanceCase] = {}
    for case in cases:
        if not UNSEEN.search(case.name):
            found.setdefault(re.sub(r"^opbouw-[^-]+(-[^-]+(?=-))?", "", case.name), case)
    return list(found.values())


@pytest.mark.parametrize(("code", "ways"), [("shv-v1.0", 12), ("vs-v1.2", 20)])
def test_right_deliveries_pass_and_wrong_ones_do_not(code: str, ways: int) -> None:
    standard = load_standard(code)
    clean = list_clean_examples(standard)
    right = [json.loads(e.content) for e in clean if e.name in ("minimaal", "volledig", "alleen-adres")]
    wrong = one_of_each(iter_structural_cases(standard, list_small_bases(standard, clean)))
    assert len(wrong) >= ways
    found = refused(standard, [*right, *(case.document for case in wrong)])
    assert [i for i in range(len(right)) if i in found] == []
    assert [case.name for i, case in enumerate(wrong, len(right)) if i not in found] == []


def micro() -> Specification:
    """One of everything: an open type with closed ways, a list with bounds, odd keys, the same key twice."""
    number = attribute("nummer", "Tekst", wire_name="Nr. (boom)")
    tree = object_type(
        "Boom",
        number,
        attribute("naam", "Tekst"),
        attribute("soorten", "EnumSoort", many=True, item="soort"),
        alternatives=(
            Alternative(
                title="met een nummer",
                required=("nummer",),
                absent=("naam", "soorten"),
                lengths=(ExactLength(attribute="nummer", characters=4),),
            ),
            Alternative(title="met een naam", required=("naam",), absent=("nummer",)),
        ),
    )
    forest = object_type(
        "Bos",
        attribute("naam", "Tekst", required=True),
        attribute("bomen", "Boom", many=True, min_items=1, max_items=2, item="boom"),
        attribute("leeg", "Boom", many=True, required=True, item="boom"),
        closed=True,
    )
    return specification(
        forest, tree, code_lists=(code_list("EnumSoort", "eik", "den"),), data_types=(data_type("Tekst", "string"),)
    )


@pytest.mark.parametrize(
    ("delivery", "right"),
    [
        ({"naam": "x", "leeg": []}, True),
        ({"naam": "x"}, False),
        ({"naam": "x", "leeg": [], "anders": 1}, False),
        ({"naam": "x", "leeg": [], "bomen": []}, False),
        ({"naam": "x", "leeg": [], "bomen": [{"naam": "a"}, {"naam": "a"}]}, True),
        ({"naam": "x", "leeg": [], "bomen": [{"naam": "a"}, {"naam": "a"}, {"naam": "a"}]}, False),
        ({"naam": "x", "leeg": [{}]}, False),
        ({"naam": "x", "leeg": ["boom"]}, False),
        ({"naam": "x", "leeg": [{"naam": "a", "anders": 1}]}, True),
        ({"naam": "x", "leeg": [{"naam": "a", "soorten": ["eik", "eik"]}]}, True),
        ({"naam": "x", "leeg": [{"naam": "a", "soorten": ["eik", "beuk"]}]}, False),
        ({"naam": "x", "leeg": [{"Nr. (boom)": "1234"}]}, True),
        ({"naam": "x", "leeg": [{"Nr. (boom)": "1234", "anders": 1}]}, False),
        ({"naam": "x", "leeg": [{"Nr. (boom)": "1234", "leeg": ["a"]}]}, False),
        ({"naam": "x", "leeg": [{"Nr. (boom)": "123"}]}, False),
        ({"naam": "x", "leeg": [{"Nr. (boom)": "1234", "naam": "a"}]}, False),
        ({"naam": 5, "leeg": []}, False),
        ({"naam": ["x", "y"], "leeg": []}, False),
    ],
)
def test_what_the_wire_schema_says_of_a_small_model(delivery: dict[str, Any], right: bool) -> None:
    assert (refused(micro(), [delivery]) == set()) is right


def test_the_text_of_the_shapes() -> None:
    text = shapes_of(micro())
    assert (
        'vorm:Bos.bomen.lijst\n'
        '    a sh:NodeShape ;\n'
        '    sh:nodeKind sh:BlankNodeOrIRI ;\n'
        '    sh:property [ sh:path ( [ sh:zeroOrMorePath rdf:rest ] rdf:first ) ; sh:minCount 1 ; sh:maxCount 2 ; '
        'sh:node vorm:Boom ] .\n'
    ) in text  # fmt: skip
    assert shapes_of(micro()) == text


def test_the_context_forgets_what_is_around_an_object() -> None:
    (artefact,) = emit_context(micro())
    terms = json.loads(artefact.content)["@context"]
    assert list(terms) == ["@version", "@vocab", "naam", "bomen", "leeg"]
    forgets, inner = terms["bomen"]["@context"]
    assert forgets is None
    assert inner["naam"]["@id"] != terms["naam"]["@id"]
    assert "leeg" not in inner
