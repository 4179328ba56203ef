"""The yardstick for structure: ``jsonschema`` with format checking, and the faults it finds as facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from ddas.findings import Pointer
from ddas.standard.value_kinds import WIRE_FORMS
from ddas.validation.structure.explainer import StructuralFault

__all__ = ["iter_structural_faults", "make_validator"]

_FORMATS = tuple(sorted(form.format for form in WIRE_FORMS.values() if form.format is not None))


def make_validator(schema: Mapping[str, Any]) -> Draft202012Validator:
    """The reference validator for a wire schema: formats are checked, as the publishers' validators do."""
    return Draft202012Validator(schema, format_checker=FormatChecker(formats=_FORMATS))


def iter_structural_faults(validator: Draft202012Validator, document: object) -> Iterator[StructuralFault]:
    """Every fault once, in the order of the schema; of several at one place only the most telling."""
    errors = list(validator.iter_errors(document))
    wrong_type = {tuple(e.absolute_path) for e in errors if e.validator == "type"}
    listed: set[tuple[Pointer, str]] = set()
    for error in errors:
        path: Pointer = tuple(error.absolute_path)
        keyword = str(error.validator)
        if keyword != "type" and path in wrong_type:
            continue
        if keyword == "oneOf" and _fits_without_unknown_keys(validator, error):
            continue
        if keyword in ("required", "additionalProperties"):
            if (path, keyword) not in listed:
                listed.add((path, keyword))
                yield from _key_faults(keyword, path, error)
        else:
            kind = f"format:{error.validator_value}" if keyword == "format" else keyword
            yield StructuralFault(kind, path, error.instance)


def _fits_without_unknown_keys(validator: Draft202012Validator, error: ValidationError) -> bool:
    """Whether only keys that the object itself refuses keep it from one of the alternatives."""
    instance: Any = error.instance
    schema: Any = error.schema
    if schema.get("additionalProperties", True) is not False:
        return False
    known = {key: value for key, value in instance.items() if key in schema["properties"]}
    return bool(validator.evolve(schema={"oneOf": error.validator_value}).is_valid(known))


def _key_faults(keyword: str, path: Pointer, error: ValidationError) -> Iterator[StructuralFault]:
    instance: Any = error.instance
    schema: Any = error.schema
    keys = (
        [k for k in schema["required"] if k not in instance]
        if keyword == "required"
        else [k for k in instance if k not in schema["properties"]]
    )
    for key in keys:
        yield StructuralFault(keyword, (*path, key), None)
