"""With rules on: the same findings for every block size, every number of processes and every written form."""

from __future__ import annotations

import copy
import itertools
import random
from typing import Any

import pytest

from ddas.findings import Pointer, format_pointer
from ddas.rules.cases.json_patch import split_pointer
from ddas.standard.specification import Specification
from ddas.validation.naming import shown_pointer
from ddas.validation.structure.explainer import make_explainer
from tests.conftest import load_standard
from tests.model.rule_cases import CASES, WITH_CASES, delivery_of, fired
from tests.validation.streaming import BLOCK_SIZES, FORMS, Fact, check, facts, minified
from tests.wire.mutations import iter_random_mutations

SAME_ORDER = ("minified", "indented", "escaped", "windows", "list first")
"""Forms that leave the records and what is in them in order: of an unknown key the first place counts."""


def shown(specification: Specification, document: Any, found: set[Fact]) -> list[Fact]:
    """The facts with pointers as a report may show them, sorted."""
    return sorted((rule, format_pointer(shown_pointer(specification, _steps(document, at)))) for rule, at in found)


def _steps(document: Any, pointer: str) -> Pointer:
    steps: list[str | int] = []
    for text in split_pointer(pointer):
        step = int(text) if isinstance(document, list) else text
        document = document[step] if isinstance(document, list) else document.get(step, {})
        steps.append(step)
    return tuple(steps)


@pytest.mark.parametrize(("code", "rule_id", "number"), CASES)
def test_each_case_of_each_rule(code: str, rule_id: str, number: int) -> None:
    specification = load_standard(code)
    rule = specification.rule(rule_id)
    assert rule is not None
    case = rule.cases[number]
    document = delivery_of(specification, case)
    expected = shown(specification, document, {(rule_id, place) for place in case.places})
    for form in FORMS:
        size = BLOCK_SIZES[(number + len(form)) % len(BLOCK_SIZES)]
        assert facts(check(specification, FORMS[form](document), block_size=size)) == expected, form


def grown(specification: Specification, seed: int, count: int = 30) -> Any:
    """A delivery with records of all examples and rule cases, some of them changed, in a few holders."""
    chance = random.Random(seed)
    cases = [delivery_of(specification, c) for r in specification.rules for c in r.cases]
    cases = [c for c in cases if c.get("leveringen")]
    holders = []
    for _ in range(3):
        holder = copy.deepcopy(chance.choice(chance.choice(cases)["leveringen"]))
        for name in [key for key, value in holder.items() if isinstance(value, list)]:
            all_records = [r for c in cases for h in c["leveringen"] for r in h.get(name, ())]
            holder[name] = [copy.deepcopy(chance.choice(all_records)) for _ in range(count)]
        holders.append(holder)
    return {**chance.choice(cases), "leveringen": holders}


def spoiled(document: Any, chance: random.Random) -> Any:
    """Some values replaced by wrong ones, anywhere."""
    if isinstance(document, dict):
        return {key: spoiled(inner, chance) for key, inner in document.items()}
    if isinstance(document, list):
        return [spoiled(item, chance) for item in document]
    return chance.choice([None, "", "x", 5, 2.5, [], {}, True, "2025-02-29"]) if chance.random() < 0.02 else document


def without_comparisons(specification: Specification, found: list[Fact]) -> list[Fact]:
    """Without the rules that compare records: the engine skips records wrong in themselves, the test does not."""
    comparing = {r.id for r in specification.rules if r.kind == "zelfde_in_levering"}
    return [fact for fact in found if fact[0] not in comparing]


@pytest.mark.parametrize(("seed", "code"), list(enumerate(WITH_CASES)))
def test_grown_deliveries(code: str, seed: int) -> None:
    specification = load_standard(code)
    chance = random.Random(seed)
    right = grown(specification, seed)
    assert make_explainer(specification).accepts(right)
    for document in (right, spoiled(right, chance)):
        plain = check(specification, minified(document))
        expected = facts(plain)
        assert len({rule for rule, _ in expected}) > min(3, len(specification.rules) // 6)
        if document is right:
            other = shown(specification, document, fired(specification, document))
            assert without_comparisons(specification, expected) == without_comparisons(specification, other)
        for form, size in itertools.islice(itertools.product(SAME_ORDER, BLOCK_SIZES), seed, None, 7):
            for processes in (1, 2) if size >= 64 else (1,):
                report = check(specification, FORMS[form](document), block_size=size, processes=processes)
                assert facts(report) == expected, (form, size, processes)
                if form == "minified":
                    assert report.findings == plain.findings, (size, processes)
                assert report.totals == plain.totals
                assert report.records == plain.records


@pytest.mark.parametrize("code", WITH_CASES)
def test_random_changes(code: str) -> None:
    """Right and wrong documents of any shape; those that are right also by the other engine of the tests."""
    specification = load_standard(code)
    explainer = make_explainer(specification)
    ways = itertools.cycle(itertools.product(SAME_ORDER, BLOCK_SIZES))
    right = 0
    for name, document in iter_random_mutations(specification, 120, seed=99):
        expected = facts(check(specification, minified(document)))
        for form, size in itertools.islice(ways, 3):
            assert facts(check(specification, FORMS[form](document), block_size=size)) == expected, (name, form, size)
        if explainer.accepts(document):
            right += 1
            assert expected == shown(specification, document, fired(specification, document)), name
    assert right > 5


@pytest.mark.parametrize("processes", [1, 2])
def test_period_that_cannot_be_guessed(processes: int) -> None:
    """The period far from both ends, and other values under the same names in what stands at the ends."""
    specification = load_standard("shv-v1.0")
    delivery = grown(specification, 1, 60)
    period = {"startdatumLevering": "2030-01-01", "einddatumLevering": "2030-06-30"}
    period["aanleverdatumEnTijd"] = "2030-07-15T09:30:00Z"
    delivery = {key: value for key, value in delivery.items() if key not in period}
    decoy = {"startdatumLevering": "1999-01-01", "einddatumLevering": "1999-06-30", "aanleverdatumEnTijd": "x"}
    before = {"vulling": {**decoy, "tekst": "x" * 70_000}}
    after = {"vulling2": {"tekst": "x" * 70_000, **decoy}}
    plain = facts(check(specification, minified({**period, **delivery})))
    assert "SHV-041" in {rule for rule, _ in plain}
    hidden = check(specification, minified({**before, **delivery, **period, **after}), processes=processes)
    assert [f for f in facts(hidden) if "vulling" not in f[1]] == plain
