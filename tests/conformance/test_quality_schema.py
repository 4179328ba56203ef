"""The quality schema refuses only what the validator finds, and all that it says it covers."""

from __future__ import annotations

import json
import re
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from ddas.rules.kinds import find_kind
from ddas.rules.rule_kind import KeyKind
from ddas.rules.schema_patterns import ascii_digits, whole_text
from ddas_generators.emit.deliveries.corpus.case import ConformanceCase
from ddas_generators.emit.schemas.quality.build import (
    QUALITY_SCHEMA_FILE,
    Coverage,
    build_quality_schema,
    coverage_of,
    emit_quality_schema,
)
from tests.conformance.corpora import IN_USE, corpus
from tests.conftest import STANDARDS, load_standard
from tests.wire.ajv import NODE, ajv_verdicts


@cache
def schema_of(code: str) -> dict[str, Any]:
    return build_quality_schema(load_standard(code))


@cache
def verdicts(code: str) -> tuple[tuple[ConformanceCase, bool], ...]:
    """Every case, and whether the schema accepts it."""
    validator = Draft202012Validator(schema_of(code), format_checker=FormatChecker())
    return tuple((case, validator.is_valid(case.document)) for case in corpus(code))


def coverage_by_rule(code: str) -> dict[str, Coverage]:
    specification = load_standard(code)
    return {r.id: coverage_of(specification, r) for r in specification.rules}


def is_worth_refusing(code: str, rule_id: str) -> bool:
    """A fault of structure, a rule of level fout or waarschuwing, or a rule about unknown keys."""
    rule = load_standard(code).rule(rule_id)
    return rule is None or rule.level != "info" or isinstance(find_kind(rule.kind), KeyKind)


@pytest.mark.parametrize("code", IN_USE)
def test_is_a_schema(code: str) -> None:
    Draft202012Validator.check_schema(schema_of(code))
    assert schema_of(code)["$id"].endswith(f"/{QUALITY_SCHEMA_FILE}")
    assert "niet de standaard" in schema_of(code)["description"]


@pytest.mark.parametrize("code", IN_USE)
def test_refuses_only_what_the_validator_finds(code: str) -> None:
    refused = [case for case, accepted in verdicts(code) if not accepted]
    assert [c.name for c in refused if not any(is_worth_refusing(code, f.rule) for f in c.findings)] == []


@pytest.mark.parametrize("code", IN_USE)
def test_refuses_every_case_of_the_rules_it_covers(code: str) -> None:
    coverage = coverage_by_rule(code)
    missed = [
        case.name
        for case, accepted in verdicts(code)
        if accepted and any(coverage.get(f.rule, Coverage.WHOLE) is Coverage.WHOLE for f in case.findings)
    ]
    assert missed == []


@pytest.mark.parametrize("code", IN_USE)
def test_a_rule_in_part_refuses_at_least_one_case(code: str) -> None:
    in_part = {id for id, coverage in coverage_by_rule(code).items() if coverage is Coverage.PART}
    refused = {c.about for c, accepted in verdicts(code) if not accepted}
    assert in_part or load_standard(code).status.is_study  # a study has few rules
    assert in_part <= refused


@pytest.mark.parametrize("code", IN_USE)
def test_every_rule_is_named(code: str) -> None:
    text = schema_of(code)["description"]
    assert [r.id for r in load_standard(code).rules if not re.search(rf"\b{r.id}\b", text)] == []


def test_versions_out_of_use_have_no_schema() -> None:
    assert {c for c in STANDARDS if list(emit_quality_schema(load_standard(c)))} == set(IN_USE)


@pytest.mark.node
@pytest.mark.skipif(
    not (NODE / "node_modules").is_dir() or shutil.which("node") is None,
    reason="the npm packages are not installed: npm ci --prefix tests/node",
)
@pytest.mark.parametrize("code", IN_USE)
def test_ajv_strict_agrees_on_every_case(code: str, tmp_path: Path) -> None:
    path = tmp_path / QUALITY_SCHEMA_FILE
    path.write_text(json.dumps(schema_of(code)), encoding="utf-8")
    told = ajv_verdicts(path, [case.document for case, _ in verdicts(code)])
    ours = [accepted for _, accepted in verdicts(code)]
    differ = [(c.name, a) for (c, _), a, b in zip(verdicts(code), ours, told, strict=True) if a != b]
    # Ajv's own formats refuse odd e-mail addresses and moments that the yardstick of the publishers accepts.
    range_of = {f"{o.name}.{a.name}": a.range for o, a in load_standard(code).iter_attributes()}
    rules = load_standard(code).rules
    odd = {f"regel-{r.id}" for r in rules if {"Email", "DatumTijd"} & {range_of.get(f) for f in r.fields}}
    assert [name for name, accepted in differ if not accepted or name.rsplit("-", 2)[0] not in odd] == []


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [(r"\d{9}", "[0-9]{9}"), (r"[\dA-F]+", "[0-9A-F]+"), (r"\\d", r"\\d"), (r"[\]\d]\d", r"[\]0-9][0-9]")],
)
def test_digits_are_written_out(pattern: str, expected: str) -> None:
    assert ascii_digits(pattern) == expected


@pytest.mark.parametrize(
    ("pattern", "blank", "text", "fits"),
    [
        ("[0-9]{4}|Onbekend", True, "0363", True),
        ("[0-9]{4}|Onbekend", True, "Onbekend", True),
        ("[0-9]{4}|Onbekend", True, " \t", True),
        ("[0-9]{4}|Onbekend", False, "", False),
        ("[0-9]{4}|Onbekend", True, "0363\n", False),
        ("[0-9]{4}|Onbekend", True, "x0363", False),
        ("", True, "", True),
        ("", True, "x", False),
    ],
)
def test_the_whole_text_must_fit(pattern: str, blank: bool, text: str, fits: bool) -> None:
    assert bool(re.search(whole_text(pattern, blank=blank), text)) is fits
