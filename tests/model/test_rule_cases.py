"""The cases in the rule records: each fires its own rule, at the places it names, and no other."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from ddas.rules.kinds import find_kind
from ddas.rules.rule_kind import KeyKind, ListKind
from ddas.rules.screening import make_screen
from tests.conftest import load_standard
from tests.model.rule_cases import CASES, WITH_CASES, context_of, decoded, delivery_of, fired, object_rules, schema_of


@pytest.mark.parametrize(("code", "rule_id", "number"), CASES)
def test_case_fires_its_own_rule_alone(code: str, rule_id: str, number: int) -> None:
    specification = load_standard(code)
    rule = specification.rule(rule_id)
    assert rule is not None
    case = rule.cases[number]
    document = delivery_of(specification, case)
    assert [e.json_path + ": " + e.message for e in schema_of(code).iter_errors(document)] == []
    assert sorted(fired(specification, document)) == sorted((rule_id, place) for place in case.places)


@pytest.mark.parametrize("code", WITH_CASES)
def test_every_rule_has_a_kind_and_cases_of_both_sorts(code: str) -> None:
    for rule in load_standard(code).rules:
        assert find_kind(rule.kind), rule.id
        assert {bool(c.places) for c in rule.cases} == {True, False}, rule.id
        assert len({c.name for c in rule.cases}) == len(rule.cases), rule.id
        assert rule.since, rule.id
        assert isinstance(find_kind(rule.kind), KeyKind | ListKind) or rule.scopes, rule.id


@pytest.mark.parametrize("code", WITH_CASES)
def test_no_rule_fires_on_the_clean_example(code: str) -> None:
    specification = load_standard(code)
    ((base, _),) = Counter(case.base for rule in specification.rules for case in rule.cases).most_common(1)
    clean = next(e for e in specification.examples if e.name == base)
    assert fired(specification, json.loads(clean.content)) == set()


@pytest.mark.parametrize("code", WITH_CASES)
def test_screens_let_no_hit_of_a_case_pass(code: str) -> None:
    specification = load_standard(code)
    rules = object_rules(code)
    screen = make_screen(specification, specification.root, [(r.number, r.rule) for r in rules])
    for rule in specification.rules:
        for case in rule.cases:
            root = decoded(specification, specification.root, delivery_of(specification, case))
            context = context_of(root)
            hit = {r.number for r in rules if any(r.iter_hits(root, specification.root, context))}
            assert hit <= set(screen(root, context)), (rule.id, case.name)
