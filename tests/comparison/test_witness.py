"""``strenger`` and ``ruimer`` are proven: a witness for each, and without one nothing tells two versions apart."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from ddas.comparison.change import Breaks
from ddas.comparison.compare import Comparison, compare, witness
from ddas.comparison.witness import make_wire_validator
from ddas.standard.identity import Domain
from ddas.standard.published import read_published_schema
from ddas.standard.specification import Example, FieldRename, ObjectType, Specification
from tests.comparison.change_cases import CASES, NEW, OLD, Case
from tests.comparison.comparison_micro import micro, with_field, with_type
from tests.making.deliveries import make_full
from tests.wire.mutations import iter_random_mutations, iter_single_mutations

IDS = [f"{number}-{case.kind}" for number, case in enumerate(CASES)]
SHV = Domain(
    name="schuldhulpverlening", code="shv", title="Schuldhulpverlening", listing="schuldhulptrajecten", unit="traject"
)
VS = Domain(name="vroegsignalering", code="vs", title="Vroegsignalering", listing="vroegsignalen", unit="signaal")


@cache
def published(domain: Domain, version: str) -> Specification:
    folder = os.environ.get("DDAS_REFERENCE")
    if not folder:
        pytest.skip("DDAS_REFERENCE is not set: the published schemas are not at hand")
    path = Path(folder) / domain.name / f"{version}.schema.json"
    return read_published_schema(json.loads(path.read_text(encoding="utf-8")), domain=domain, version=version)


def uses_only_known_keys(specification: Specification, value: Any, object_type: ObjectType | None = None) -> bool:
    held = object_type or specification.root_type
    if not isinstance(value, dict):
        return True
    known = {a.wire_name: a for a in held.exchanged_attributes}
    for key, inner in value.items():
        if key not in known:
            return False
        inner_type = specification.object_type(known[key].range)
        for item in inner if isinstance(inner, list) else [inner]:
            if inner_type is not None and not uses_only_known_keys(specification, item, inner_type):
                return False
    return True


def check_witnesses(result: Comparison) -> None:
    by_code = {result.old.id.code: result.old, result.new.id.code: result.new}
    assert [w.change for w in result.witnesses] == [
        c for c in result.changes if c.breaks in (Breaks.STRICTER, Breaks.WIDER)
    ]
    for proof in result.witnesses:
        accepts, refuses = by_code[proof.accepted_by], by_code[proof.refused_by]
        assert (accepts is result.old) == (proof.change.breaks is Breaks.STRICTER)
        assert make_wire_validator(accepts).is_valid(proof.document)
        assert not make_wire_validator(refuses).is_valid(proof.document)
        assert uses_only_known_keys(accepts, proof.document)


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_each_proven_change_has_a_witness(case: Case) -> None:
    result = compare(case.old, case.new)
    check_witnesses(result)
    assert all(w.others == 0 for w in result.witnesses)


PAIRS = [
    (SHV, "v0.8", "v0.9"),
    (SHV, "v0.9", "v0.10"),
    (SHV, "v0.10", "v1.0"),
    (SHV, "v0.8", "v1.0"),
    (VS, "v0.1", "v0.9"),
]


@pytest.mark.parametrize(("domain", "old", "new"), PAIRS)
def test_witnesses_of_the_published_versions(domain: Domain, old: str, new: str) -> None:
    check_witnesses(compare(published(domain, old), published(domain, new), structure_only=True))


def test_a_witness_breaks_on_as_little_as_can_be() -> None:
    result = compare(published(SHV, "v0.9"), published(SHV, "v0.10"), structure_only=True)
    others = {(w.change.path, str(w.change.kind)): w.others for w in result.witnesses}
    assert others.pop(("codeGegevensleverancier", "attribute_added")) == 0
    unavoidable = {key for key, number in others.items() if number == 1}  # that same field, which v0.9 does not know
    assert unavoidable == {
        (w.change.path, str(w.change.kind)) for w in result.witnesses if w.change.breaks is Breaks.STRICTER
    } - {("codeGegevensleverancier", "attribute_added")}
    assert {number for key, number in others.items() if key not in unavoidable} == {0}


def test_one_change_at_a_time() -> None:
    change = compare(OLD, with_field(NEW, "Boom.naam", required=True)).changes[0]
    found = witness(OLD, with_field(NEW, "Boom.naam", required=True), change)
    assert found is not None
    assert found.document == {"nummer": 1, "bomen": [{}]}
    label = compare(OLD, with_field(NEW, "Boom.naam", label="X")).changes[0]
    assert witness(OLD, with_field(NEW, "Boom.naam", label="X"), label) is None


def test_what_no_delivery_can_reach_is_not_proven() -> None:
    never = with_field(micro("v1.0"), "Bos.bomen", max_items=0), with_field(micro("v1.1"), "Bos.bomen", max_items=0)
    (change,) = compare(never[0], with_field(never[1], "Boom.naam", required=True)).changes
    assert change.breaks is Breaks.DELIVERY


def test_a_key_with_another_meaning_is_the_fault_of_the_rename() -> None:
    new = with_field(micro("v1.1"), "Boom.naam", wire_name="titel")
    new = with_field(new, "Boom.plantdatum", wire_name="naam")
    new = replace(
        new,
        renames=(
            FieldRename(old="bomen[].naam", new="bomen[].titel", reason="x"),
            FieldRename(old="bomen[].plantdatum", new="bomen[].naam", reason="x"),
        ),
    )
    result = compare(OLD, new)
    assert {(str(c.kind), c.path, str(c.breaks)) for c in result.changes} == {
        ("attribute_renamed", "bomen[].titel", "strenger"),
        ("attribute_renamed", "bomen[].naam", "strenger"),
    }
    check_witnesses(result)


def iter_corpus(specification: Specification, count: int) -> Iterator[Any]:
    content = json.dumps(make_full(specification), ensure_ascii=False)
    full = Example(name="volledig", title="Volledig", description="Alle velden.", content=content)
    held = replace(specification, examples=(full,))
    for _, document in chain(iter_single_mutations(held), iter_random_mutations(held, count)):
        yield document


def told_apart(source: Specification, target: Specification, count: int) -> tuple[int, list[Any]]:
    """How many deliveries of only own keys ``source`` accepts, and which of those ``target`` refuses."""
    accepts, refuses = make_wire_validator(source), make_wire_validator(target)
    tried, refused = 0, []
    for document in iter_corpus(source, count):
        if accepts.is_valid(document) and uses_only_known_keys(source, document):
            tried += 1
            if not refuses.is_valid(document):
                refused.append(document)
    return tried, refused


@pytest.mark.slow
@pytest.mark.parametrize(("old", "new"), [("v0.8", "v0.9"), ("v0.9", "v0.8"), ("v1.0", "v0.10")])
def test_versions_without_proven_changes_are_not_told_apart(old: str, new: str) -> None:
    result = compare(published(SHV, old), published(SHV, new), structure_only=True)
    assert not [c for c in result.changes if c.breaks is Breaks.STRICTER]
    tried, refused = told_apart(published(SHV, old), published(SHV, new), 8000)
    assert refused == []
    assert tried > 800  # of about 10,000 mutations these are right in the one and use only its keys


def test_only_the_ending_decision_tells_v1_0_from_v0_10() -> None:
    tried, refused = told_apart(published(SHV, "v0.10"), published(SHV, "v1.0"), 1000)
    assert refused
    assert all("Beeindigingsbeschikking" in json.dumps(d) for d in refused)
    assert tried > len(refused)


@pytest.mark.parametrize("case", [c for c in CASES if c.expected[0][-1] in ("strenger", "ruimer", "levering")])
def test_mutations_agree_with_what_is_proven(case: Case) -> None:
    """A delivery of the corpus is refused only where a change says so, in both directions."""
    breaks = {str(c.breaks) for c in compare(case.old, case.new).changes}
    if "strenger" not in breaks:
        assert told_apart(case.old, case.new, 150)[1] == []
    if not breaks & {"strenger", "ruimer"}:
        assert told_apart(case.new, case.old, 150)[1] == []


def test_closing_an_object_alone_refuses_no_delivery_of_own_keys() -> None:
    tried, refused = told_apart(OLD, with_type(NEW, "Boom", closed=True), 300)
    assert (tried > 30, refused) == (True, [])
