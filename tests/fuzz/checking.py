"""What must hold for every input, however strange: a report, no value in it, and the same verdict as the reference."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

from ddas.standard.catalog import find_specification
from ddas.standard.wire_schema import build_json_schema
from ddas.validation.validate import validate
from tests.fuzz.mutating import CANARY, RECORD_LISTS

__all__ = ["check_input", "check_records"]


@cache
def _reference(code: str) -> Draft202012Validator:
    return Draft202012Validator(build_json_schema(find_specification(code)), format_checker=FormatChecker())


def check_input(content: bytes, code: str) -> None:
    """Raises AssertionError, or whatever the product raises, when something is wrong."""
    report = validate(content, code)
    assert CANARY not in report.to_json(), "the report shows a value"
    totals = report.files[0].totals
    unreadable = any("-B" in rule for rule in totals)
    try:
        delivery: Any = json.loads(content.decode("utf-8"), parse_constant=_refuse)
    except (ValueError, RecursionError):
        assert unreadable, "JSON that cannot be read was accepted"
        return
    if unreadable:
        return  # stricter than json on purpose: half surrogates, a BOM, no delivery at all
    structural = any("-S" in rule for rule in totals)
    assert structural != _reference(code).is_valid(delivery), "another verdict than the reference"


def check_records(content: bytes, code: str) -> int:
    """As ``check_input``, record by record; gives the number of records."""
    report = validate(content, code, max_per_rule=0)
    assert CANARY not in report.to_json(), "the report shows a value"
    file = report.files[0]
    refused = [rule for rule in file.totals if "-B" in rule]
    assert not refused, f"JSON that can be read was refused: {refused}"
    found = {_record(finding.pointer) for finding in file.findings if "-S" in finding.rule}
    delivery = json.loads(content)
    errors = _reference(code).iter_errors(delivery)
    wanted = {_record("".join(f"/{step}" for step in error.absolute_path)) for error in errors}
    assert found == wanted, "other records are at fault than the reference says"
    return sum(len(v.get(name, [])) for v in delivery["leveringen"] for name in RECORD_LISTS)


def _record(pointer: str) -> str:
    return "/".join(pointer.split("/")[:5])


def _refuse(name: str) -> Any:
    raise ValueError(name)
