"""The explainer gives the verdict of the published schemas, and the faults of the reference validator."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from ddas.findings import Pointer
from ddas.standard.specification import Specification
from ddas.standard.wire_schema import build_json_schema
from ddas.validation.structure.explainer import StructuralFault, make_explainer
from ddas.validation.structure.reference_validator import iter_structural_faults, make_validator
from tests.wire.mutations import Case, iter_random_mutations, iter_single_mutations

RANDOM = 1500
EVERY = 11
"""The quick part takes one in so many cases: the reference validator is slow."""


def corpus(specification: Specification, every: int, count: int) -> Iterator[Case]:
    yield from itertools.islice(iter_single_mutations(specification), 0, None, every)
    yield from iter_random_mutations(specification, count)


def places(faults: list[StructuralFault]) -> list[tuple[str, Pointer]]:
    return [(f.kind, f.pointer) for f in faults]


def compare(specification: Specification, published: dict[str, Any] | None, every: int, count: int) -> tuple[int, int]:
    """Tries the corpus; gives how many cases there were and how many were right."""
    explainer = make_explainer(specification)
    ours = make_validator(build_json_schema(specification))
    theirs = make_validator(published) if published is not None else ours
    tried = right = 0
    for name, document in corpus(specification, every, count):
        faults = explainer.explain(document)
        assert (not faults) == theirs.is_valid(document), name
        assert places(faults) == places(list(iter_structural_faults(ours, document))), name
        assert explainer.accepts(document) == (not faults), name
        tried += 1
        right += not faults
    return tried, right


def test_same_faults_as_the_reference(specification: Specification) -> None:
    tried, right = compare(specification, None, EVERY, 100)
    assert tried // 20 < right < tried * 19 // 20


@pytest.mark.slow
def test_whole_corpus_on_published_schemas(
    published: Specification, published_schema: Callable[[Specification], dict[str, Any]]
) -> None:
    tried, right = compare(published, published_schema(published), 1, RANDOM)
    assert tried > RANDOM + 10 * len(list(published.iter_attributes()))
    assert tried // 20 < right < tried * 19 // 20


def test_shuffled_keys_give_the_same_faults(specification: Specification) -> None:
    explainer = make_explainer(specification)
    for name, document in itertools.islice(iter_random_mutations(specification, 100), 0, None, 2):
        assert explainer.explain(reverse_keys(document)) == sorted_unknown(explainer.explain(document)), name


def reverse_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: reverse_keys(inner) for key, inner in reversed(value.items())}
    return [reverse_keys(item) for item in value] if isinstance(value, list) else value


def sorted_unknown(faults: list[StructuralFault]) -> list[StructuralFault]:
    """Unknown keys come in the order of the document: turn each run of siblings round."""
    result: list[StructuralFault] = []
    for (kind, _), group in itertools.groupby(faults, key=lambda f: (f.kind, f.pointer[:-1])):
        run = list(group)
        result += reversed(run) if kind == "additionalProperties" else run
    return result


def test_values_are_those_of_the_document(specification: Specification) -> None:
    explainer = make_explainer(specification)
    for name, document in iter_random_mutations(specification, 100):
        for fault in explainer.explain(document):
            held: Any = document
            if fault.kind in ("required", "additionalProperties"):
                assert fault.value is None
                continue
            for step in fault.pointer:
                held = held[step]
            assert held is fault.value, name
