"""LinkML's own lint: model files against the metamodel, and the rules that fit how our models are written.

The half of LinkML that checks takes a second to load: it is imported only where no earlier answer will do.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import validator_for

from ddas_generators.model.memo import memo_key, recall, remember
from ddas_generators.model.schema_errors import describe_schema_error, shorten

__all__ = ["MetamodelFault", "iter_metamodel_faults", "iter_record_faults", "iter_rule_faults"]

RULES = (
    "no_invalid_slot_group",
    "no_invalid_slot_usage",
    "no_undeclared_slots",
    "no_xsd_int_type",
    "one_identifier_per_class",
    "one_key_per_class",
    "root_type_checks",
)
"""LinkML's rules that are on. Off are: naming rules (our identifiers are camelCase, values are as published), rules on
titles, descriptions, ranges, subsets and the root (lint checks those itself, with the line), and prefixes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MetamodelFault:
    """A place in a model file that does not fit the metamodel.

    Attributes:
        path: Keys and 0-based list positions down to the place.
        detail: Dutch: what is wrong and what to do; LinkML's own English where that is all there is.
        unknown_key: The last part of ``path`` is a key that LinkML does not know there.
    """

    path: tuple[str | int, ...]
    detail: str
    unknown_key: bool = False


def iter_metamodel_faults(data: Mapping[str, Any]) -> Iterator[MetamodelFault]:
    """The faults of one LinkML file, given its plain YAML data, in LinkML's order."""
    for error in _metamodel_validator().iter_errors(_join_lists(data)):
        for leaf in _iter_leaves(error):
            path = tuple(leaf.absolute_path)
            schema, instance = leaf.schema, leaf.instance
            if leaf.validator == "additionalProperties" and isinstance(schema, dict) and isinstance(instance, dict):
                for key in sorted(set(map(str, instance)) - set(schema.get("properties", ()))):
                    detail = "deze sleutel bestaat hier niet in LinkML. Verbeter de spelling of haal hem weg."
                    yield MetamodelFault(path=(*path, key), detail=detail, unknown_key=True)
            else:
                yield MetamodelFault(path=path, detail=describe_schema_error(leaf))


def iter_rule_faults(schema_file: Path) -> Iterator[str]:
    """What LinkML's rules say about a model and its imports, in LinkML's English."""
    from linkml.linter.linter import Linter
    from linkml_runtime.utils.schemaview import SchemaView

    linter = Linter({"rules": {rule: {"level": "error"} for rule in RULES}})
    try:
        view = SchemaView(str(schema_file))
        view.merge_imports()  # some rules look at the first file only
        for problem in linter.lint(view.schema):
            yield shorten(problem.message)
    except (AttributeError, KeyError, TypeError, ValueError, yaml.YAMLError) as error:  # LinkML has none of its own
        yield shorten(f"{type(error).__name__}: {error}")


def iter_record_faults(data: Mapping[str, Any], schema_file: Path) -> Iterator[MetamodelFault]:
    """The faults of a file with records, given its plain YAML data and the LinkML schema of such files."""
    for error in _record_validator(schema_file).iter_errors(data):
        path, instance = tuple(error.absolute_path), error.instance
        if error.validator == "additionalProperties" and isinstance(instance, dict):
            for key in sorted(set(map(str, instance)) - set(error.schema.get("properties", ()))):
                known = ", ".join(sorted(error.schema.get("properties", ())))
                detail = f"'{key}' is hier onbekend. Kies uit: {known}."
                yield MetamodelFault(path=(*path, key), detail=detail, unknown_key=True)
        else:
            yield MetamodelFault(path=path, detail=describe_schema_error(error))


@cache
def _metamodel_validator() -> Validator:
    key = memo_key(b"metamodel")
    text = recall(key)
    if text is None:
        from linkml.linter.linter import get_metamodel_validator

        text = json.dumps(get_metamodel_validator().schema)
        remember(key, text)
    schema = json.loads(text)
    kind = validator_for(schema)
    return kind(schema, format_checker=kind.FORMAT_CHECKER)


@cache
def _record_validator(schema_file: Path) -> Draft202012Validator:
    key = memo_key(b"records", schema_file.read_bytes())
    text = recall(key)
    if text is None:
        from linkml.generators.jsonschemagen import JsonSchemaGenerator

        text = str(JsonSchemaGenerator(str(schema_file), not_closed=False, include_null=False).serialize())
        remember(key, text)
    return Draft202012Validator(json.loads(text))


def _join_lists(data: Any) -> Any:
    """A copy in which an annotation that is a list of texts is one text.

    LinkML loads such a list and keeps it, but the JSON Schema that it makes of its metamodel has no lists there.
    """
    if isinstance(data, list):
        return [_join_lists(v) for v in data]
    if not isinstance(data, Mapping):
        return data
    copy = {key: _join_lists(value) for key, value in data.items()}
    if isinstance(notes := copy.get("annotations"), dict):
        copy["annotations"] = {name: _joined(value) for name, value in notes.items()}
    return copy


def _joined(value: Any) -> Any:
    is_texts = isinstance(value, list) and all(isinstance(v, str) for v in value)
    return ", ".join(value) if is_texts else value


def _iter_leaves(error: ValidationError) -> Iterator[ValidationError]:
    """The faults behind one of the kind "fits none of these": those of the alternative that was meant."""
    branches: dict[Any, list[ValidationError]] = {}
    for part in error.context or ():
        branches.setdefault(part.schema_path[0], []).append(part)
    meant = [b for b in branches.values() if not any(p.validator == "type" and not p.path for p in b)]
    if len(meant) != 1:
        yield error
        return
    for part in meant[0]:
        yield from _iter_leaves(part)
