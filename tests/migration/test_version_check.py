"""The verdict on the parts is the verdict of the reference validator on the whole."""

from __future__ import annotations

import io
import itertools
import json
from collections.abc import Mapping
from typing import Any

import pytest

from ddas.migration.acceptor import canonical_text, make_acceptor
from ddas.migration.element_reader import ElementReader, UnreadableError
from ddas.migration.slots import CutSchema, cut_schema
from ddas.migration.version_check import VersionCheck
from ddas.standard.specification import Specification
from ddas.validation.structure.reference_validator import make_validator
from tests.migration.conftest import wire_schema
from tests.wire.mutations import iter_random_mutations, iter_single_mutations

RANDOM = 200
EVERY = 7  # one in so many of the single mutations: the reference validator is slow


def verdict_on_parts(cut: CutSchema, document: Any) -> bool | None:
    """None when the document cannot be read in parts: no object, or a number that cannot be written again."""
    reader = ElementReader(io.BytesIO(json.dumps(document).encode()), frozenset(cut.lists))
    check = VersionCheck("x", cut)
    try:
        for element in reader.iter_elements():
            check.see(element)
    except UnreadableError as error:
        if error.fault in ("geen aanlevering", "te groot getal", "geen getal"):
            return None
        raise
    return check.finish(reader.envelope)


def test_same_verdict_as_the_whole(specification: Specification, cuts: Mapping[str, CutSchema]) -> None:
    validator = make_validator(wire_schema(specification.id.code))
    cut = cuts[specification.id.code]
    accepts = make_acceptor(cut.whole)
    counts = {True: 0, False: 0}
    singles = itertools.islice(iter_single_mutations(specification), 0, None, EVERY)
    for cases in (singles, iter_random_mutations(specification, RANDOM)):
        for name, document in cases:
            expected = validator.is_valid(document)
            assert accepts(document) == expected, name
            assert verdict_on_parts(cut, document) in (expected, None), name
            counts[expected] += 1
    assert min(counts.values()) > 50


@pytest.mark.parametrize(
    ("deliveries", "valid"),
    [
        ([[{"a": 1}], [{"a": 1}]], False),
        ([[{"a": 1}], [{"a": 1.0}]], False),
        ([[{"a": 1}], [{"a": True}]], True),
        ([[{"a": 1, "b": 2}], [{"b": 2, "a": 1}]], False),
        ([[{"a": 1}, {}], [{}, {"a": 1}]], True),
        ([[], []], False),
        ([[{}], []], True),
        ([], False),
        ([[{}] * 4], False),
    ],
)
def test_lists_with_bounds_and_without_doubles(deliveries: list[Any], valid: bool) -> None:
    schema = {
        "type": "object",
        "properties": {
            "leveringen": {
                "type": "array",
                "minItems": 1,
                "uniqueItems": True,
                "items": {
                    "type": "object",
                    "properties": {"lijst": {"type": "array", "maxItems": 3, "items": {"type": "object"}}},
                },
            }
        },
    }
    document = {"leveringen": [{"lijst": held} for held in deliveries]}
    assert make_validator(schema).is_valid(document) == valid
    assert verdict_on_parts(cut_schema(schema), document) == valid


def test_unknown_keyword_is_left_to_the_reference() -> None:
    schema = {"type": "object", "properties": {"a": {"type": "integer", "minimum": 3}}}
    accepts = make_acceptor(schema)
    assert (accepts({"a": 3}), accepts({"a": 2})) == (True, False)


def test_canonical_text() -> None:
    assert canonical_text({"a": 2.0, "b": [1]}) == canonical_text({"b": [1.0], "a": 2})
    assert canonical_text(True) != canonical_text(1)
    assert canonical_text("1") != canonical_text(1)
