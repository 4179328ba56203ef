"""The streaming check gives the verdict of the published schema and the faults of the yardstick, however it reads."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from ddas.standard.specification import Specification
from ddas.standard.wire_schema import build_json_schema
from ddas.validation.structure.explainer import make_explainer
from ddas.validation.structure.reference_validator import iter_structural_faults, make_validator
from tests.conftest import FAR_APART
from tests.validation.streaming import BLOCK_SIZES, FORMS, check, facts, minified, structural_facts
from tests.wire.mutations import Case, iter_random_mutations, iter_single_mutations, maximal_delivery

RANDOM = 1500
EVERY = 61
"""The quick part takes one in so many cases."""


def corpus(specification: Specification, every: int, count: int) -> Iterator[Case]:
    yield from itertools.islice(iter_single_mutations(specification), 0, None, every)
    yield from iter_random_mutations(specification, count, seed=20251101)


def compare(specification: Specification, published: dict[str, Any] | None, every: int, count: int) -> tuple[int, int]:
    """Tries the corpus; gives how many cases there were and how many were right."""
    ours = make_validator(build_json_schema(specification))
    theirs = make_validator(published) if published is not None else ours
    tried = right = 0
    for name, document in corpus(specification, every, count):
        text = minified(document)
        found = facts(check(specification, text, rules=False))
        read = json.loads(text)
        assert (not found) == theirs.is_valid(read), name
        assert found == structural_facts(specification, list(iter_structural_faults(ours, read))), name
        tried += 1
        right += not found
    return tried, right


def test_same_as_the_yardstick(specification: Specification) -> None:
    tried, right = compare(specification, None, EVERY, 40)
    assert tried // 20 < right < tried * 19 // 20


@pytest.mark.slow
@pytest.mark.parametrize("published", FAR_APART, indirect=True)
def test_whole_corpus_on_published_schemas(
    published: Specification, published_schema: Callable[[Specification], dict[str, Any]]
) -> None:
    tried, right = compare(published, published_schema(published), 1, RANDOM)
    assert tried > RANDOM + 10 * len(list(published.iter_attributes()))
    assert tried // 20 < right < tried * 19 // 20


def test_block_size_and_form_make_no_difference(specification: Specification) -> None:
    explainer = make_explainer(specification)
    ways = list(itertools.product(FORMS.values(), BLOCK_SIZES))
    for number, (name, document) in enumerate(corpus(specification, 97, 20)):
        expected = None
        for form, size in ways[number % 7 :: 7]:
            text = form(document)
            if expected is None:
                expected = structural_facts(specification, explainer.explain(json.loads(text)))
            assert facts(check(specification, text, rules=False, block_size=size)) == expected, (name, form, size)


@pytest.mark.parametrize("size", BLOCK_SIZES)
def test_two_processes_make_no_difference(specification: Specification, size: int) -> None:
    explainer = make_explainer(specification)
    forms = itertools.cycle(FORMS.items())
    for name, document in itertools.islice(iter_random_mutations(specification, 12, seed=size), 0, None, 3):
        kind, form = next(forms)
        expected = structural_facts(specification, explainer.explain(json.loads(form(document))))
        report = check(specification, form(document), rules=False, block_size=size, processes=2)
        assert facts(report) == expected, (name, kind)


ODD_TEXTS = (
    '"}, {"startdatum": "',
    "\\\\",
    '\\"},{\\"gemeentecode\\":',
    "é€😀\u2028\x7f",
    "]}]}",
    "\u0000\u001f\t\r\n",
    '[{"leveringen": [',
)


@pytest.mark.parametrize("size", BLOCK_SIZES)
def test_texts_that_look_like_json(specification: Specification, size: int) -> None:
    explainer = make_explainer(specification)
    for odd in ODD_TEXTS:
        document = _with_texts(maximal_delivery(specification), odd)
        for processes, form in ((1, "minified"), (1, "escaped"), (1, "indented"), (2, "shuffled")):
            text = FORMS[form](document)
            expected = structural_facts(specification, explainer.explain(json.loads(text)))
            report = check(specification, text, rules=False, block_size=size, processes=processes)
            assert facts(report) == expected, (odd, form)


def _with_texts(value: Any, text: str) -> Any:
    """Every second text gets this one behind it, and every object an unknown key with it."""
    if isinstance(value, dict):
        return {key: _with_texts(inner, text) for key, inner in value.items()} | {f"x{text}": text}
    if isinstance(value, list):
        return [_with_texts(item, text) for item in value]
    return f"{value}{text}" if isinstance(value, str) and len(value) % 2 else value
