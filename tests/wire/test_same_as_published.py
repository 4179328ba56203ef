"""The wire schema accepts exactly what the published schema accepts."""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from ddas.standard.canonical import canonical_digest
from ddas.standard.specification import Specification
from ddas.standard.wire_schema import build_json_schema
from ddas_generators.model.exchange_subset import EXCHANGE_SUBSET
from tests.conftest import FAR_APART, ROOT, registered_versions
from tests.wire.mutations import (
    iter_places,
    iter_random_mutations,
    iter_single_mutations,
    maximal_delivery,
)

Published = Callable[[Specification], dict[str, Any]]
RANDOM = 4000
RANDOM_OF_A_PAST_VERSION = 1500


def random_count(specification: Specification) -> int:
    return RANDOM_OF_A_PAST_VERSION if specification.status.is_out_of_use else RANDOM


def validator(schema: dict[str, Any]) -> Draft202012Validator:
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def registered_digest(specification: Specification) -> str:
    return next(v.wire_digest for v in registered_versions() if v.id == specification.id)


def test_canonical_digest_is_the_registered_one(published: Specification) -> None:
    assert canonical_digest(build_json_schema(published)) == registered_digest(published)


def test_registered_digest_is_that_of_the_published_schema(
    published: Specification, published_schema: Published
) -> None:
    assert canonical_digest(published_schema(published)) == registered_digest(published)


def test_only_a_concept_has_no_published_schema() -> None:
    assert {v.status for v in registered_versions() if not v.wire_digest} <= {"concept", "consultatie", "studie"}


def test_maximal_delivery_holds_every_field(specification: Specification) -> None:
    held = {id(a) for _, a in iter_places(specification, maximal_delivery(specification))}
    missing = [f"{o.name}.{a.name}" for o, a in specification.iter_attributes() if id(a) not in held]
    assert missing == []


def disagreements(
    specification: Specification, left: dict[str, Any], right: dict[str, Any], count: int
) -> tuple[list[str], int, int]:
    """Names of cases on which two schemas differ, with how many cases were tried and how many were accepted."""
    ours, theirs = validator(left), validator(right)
    differ, tried, accepted = [], 0, 0
    for cases in (iter_single_mutations(specification), iter_random_mutations(specification, count)):
        for name, document in cases:
            verdict = ours.is_valid(document)
            tried += 1
            accepted += verdict
            if verdict != theirs.is_valid(document):
                differ.append(name)
    return differ, tried, accepted


@pytest.mark.slow
def test_no_disagreement_with_the_published_schema(published: Specification, published_schema: Published) -> None:
    count = random_count(published)
    differ, tried, accepted = disagreements(published, build_json_schema(published), published_schema(published), count)
    assert differ == []
    assert tried > count + 10 * len(list(published.iter_attributes()))
    assert tried // 20 < accepted < tried * 19 // 20


@pytest.mark.slow
@pytest.mark.parametrize("specification", FAR_APART, indirect=True)
def test_no_disagreement_with_the_stock_linkml_generator(specification: Specification) -> None:
    count = random_count(specification) // 2
    differ, tried, _ = disagreements(
        specification, build_json_schema(specification), stock_schema(specification), count
    )
    assert differ == []
    assert tried > count + 10 * len(list(specification.iter_attributes()))


def test_digest_notices_every_kind_of_change(specification: Specification) -> None:
    schema = build_json_schema(specification)
    text = json.dumps(schema)
    code = next(c for c in specification.code_lists if f'"#/$defs/{c.name}"' in text).values[0].value
    changes = {
        '"type": "integer"': '"type": "number"',
        '"format": "date"': '"format": "time"',
        f'"enum": ["{code}"': '"enum": ["anders"',
    }
    if any(o.closed for o in specification.exchanged_types):
        changes['"additionalProperties": false'] = '"additionalProperties": true'
    if any(a.min_items for _, a in specification.iter_attributes()):
        changes['"minItems": 1'] = '"minItems": 2'
    for before, after in changes.items():
        assert before in text
        assert canonical_digest(json.loads(text.replace(before, after))) != canonical_digest(schema)


def test_digest_ignores_texts_and_order(specification: Specification) -> None:
    schema = build_json_schema(specification)
    changed = dict(reversed(list(schema.items()))) | {"title": "anders", "description": "anders", "$id": "https://x"}
    assert canonical_digest(changed) == canonical_digest(schema)


def stock_schema(specification: Specification) -> dict[str, Any]:
    """What LinkML's own generator makes of the exchanged part of the model, with hooks for what it cannot say."""
    from linkml.generators.jsonschemagen import JsonSchemaGenerator
    from linkml_runtime.utils.schemaview import SchemaView

    view = SchemaView(str(ROOT / "model" / specification.id.folder / "schema.yaml"), merge_imports=True)
    for name, definition in list(view.all_classes().items()):
        if EXCHANGE_SUBSET not in definition.in_subset:
            view.delete_class(name)
            continue
        for slot in list(definition.attributes.values()):
            if EXCHANGE_SUBSET not in slot.in_subset:
                del definition.attributes[slot.name]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # deprecations inside linkml
        generator = JsonSchemaGenerator(view.schema, preserve_names=True, include_null=False, not_closed=True)
        schema: dict[str, Any] = json.loads(generator.serialize())
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema.pop("metamodel_version", None)
    for object_type in specification.exchanged_types:
        holder = schema if object_type is specification.root_type else schema["$defs"][object_type.name]
        for attribute in object_type.exchanged_attributes:
            data_type = specification.data_type(attribute.range)
            if data_type is not None and data_type.format == "email":
                holder["properties"][attribute.wire_name]["format"] = "email"
            if attribute.unique_items:
                holder["properties"][attribute.wire_name]["uniqueItems"] = True
        for branch, alternative in zip(holder.get("oneOf", ()), object_type.alternatives, strict=True):
            for exact in alternative.lengths:
                key = object_type.wire_name_of(exact.attribute)
                branch["properties"][key] |= {"minLength": exact.characters, "maxLength": exact.characters}
            if "not" in branch:  # linkml refuses only all of them together
                branch["not"] = {"anyOf": [{"required": [key]} for key in branch["not"]["required"]]}
    return schema
