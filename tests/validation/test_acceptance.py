"""The verdict on the parts of a delivery is the verdict of the reference validator on the whole."""

from __future__ import annotations

import itertools
import json
from typing import Any

from ddas.delivery.source import BytesSource
from ddas.standard.canonical import canonical_form
from ddas.standard.record_layout import RecordLayout, layout_of
from ddas.standard.specification import Specification
from ddas.standard.wire_schema import build_json_schema
from ddas.validation.acceptance import SureJudge, accepts_source
from ddas.validation.structure.reference_validator import make_validator
from tests.wire.mutations import iter_random_mutations, iter_single_mutations

RANDOM = 200
EVERY = 7  # one in so many of the single mutations: the reference validator is slow


def cases(specification: Specification) -> list[tuple[str, Any]]:
    singles = itertools.islice(iter_single_mutations(specification), 0, None, EVERY)
    return [*singles, *iter_random_mutations(specification, RANDOM)]


def records(layout: RecordLayout, document: Any) -> list[tuple[str, Any]]:
    """Object type and value of each record."""
    holders = [document]
    for key in layout.holder_path:
        held = document.get(key) if isinstance(document, dict) else None
        holders = held if isinstance(held, list) else []
    return [
        (part.object_type, value)
        for part in layout.lists
        for holder in holders
        if isinstance(holder, dict) and isinstance(holder.get(part.path[-1]), list)
        for value in holder[part.path[-1]]
    ]


def test_same_verdict_as_the_whole(specification: Specification) -> None:
    validator = make_validator(build_json_schema(specification))
    counts = {True: 0, False: 0}
    for name, document in cases(specification):
        expected = validator.is_valid(document)
        assert accepts_source(BytesSource(json.dumps(document).encode()), specification) == (
            expected and isinstance(document, dict) and _is_json(document)
        ), name
        counts[expected] += 1
    assert min(counts.values()) > 50


def test_what_is_sure_is_right_and_what_is_not_doubted_too(specification: Specification) -> None:
    layout = layout_of(specification)
    schema = canonical_form(build_json_schema(specification))
    validators, judges = {}, {}
    for part in layout.lists:
        found = schema
        for key in part.path:
            found = found["properties"][key]["items"]
        validators[part.object_type] = {key: make_validator(sub) for key, sub in found["properties"].items()}
        validators[part.object_type][""] = make_validator(found)
        judges[part.object_type] = SureJudge(specification, part.object_type)
    sure = doubted = 0
    for name, document in cases(specification):
        for object_type, value in records(layout, document):
            by_key, judge = validators[object_type], judges[object_type]
            if judge.is_sure(value):
                sure += 1
                assert by_key[""].is_valid(value), name
            elif isinstance(value, dict):
                doubtful = judge.doubtful_keys(value)
                doubted += len(doubtful)
                for key in value.keys() - set(doubtful):
                    assert by_key[key].is_valid(value[key]), (name, key)
    assert sure > 50
    assert doubted > 50


def _is_json(document: Any) -> bool:
    """Whether no number in it is one that JSON lacks."""
    try:
        json.dumps(document, allow_nan=False)
    except ValueError:
        return False
    return True
