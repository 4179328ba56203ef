"""The conformance corpus: complete, the same on every run, and as our own validator and the wire schema judge it."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from ddas.errors import ModelError
from ddas.findings import Level
from ddas.standard.practice_case import PracticeRemark
from ddas.standard.wire_schema import build_json_schema
from ddas_generators.emit.deliveries.corpus.archive import (
    MANIFEST_FILE,
    MANIFEST_SCHEMA_FILE,
    build_manifest,
    build_manifest_schema,
    emit_conformance,
)
from ddas_generators.emit.deliveries.corpus.case import ConformanceCase
from ddas_generators.emit.deliveries.corpus.corpus import build_corpus
from ddas_generators.emit.deliveries.corpus.small_bases import check_document
from tests.conformance.corpora import IN_USE, archive, corpus
from tests.conftest import STANDARDS, load_standard

MOST_BYTES = 3_000_000


def judged(code: str, case: ConformanceCase) -> list[str]:
    """How our validator differs from what the case expects."""
    report = check_document(load_standard(code), case.document)
    made = sorted((f.pointer, f.rule, f.level) for f in report.findings)
    expected = sorted((f.pointer, f.rule, f.level) for f in case.findings)
    problems = [] if made == expected else [f"{case.name}: {made} instead of {expected}"]
    return problems if report.verdict == case.verdict else [*problems, f"{case.name}: {report.verdict}"]


def differences(code: str, cases: tuple[ConformanceCase, ...]) -> list[str]:
    return [text for c in cases for text in judged(code, c)]


@pytest.mark.slow
@pytest.mark.parametrize("code", IN_USE)
def test_validator_finds_exactly_what_every_case_expects(code: str) -> None:
    assert differences(code, corpus(code)) == []


@pytest.mark.parametrize("code", IN_USE)
def test_validator_finds_exactly_what_a_sample_expects(code: str) -> None:
    assert differences(code, corpus(code)[::25]) == []


@pytest.mark.parametrize("code", IN_USE)
def test_wire_schema_judges_as_the_cases_say(code: str) -> None:
    schema = Draft202012Validator(build_json_schema(load_standard(code)), format_checker=FormatChecker())
    for case in corpus(code):
        keywords = {e.validator for e in schema.iter_errors(case.document)}
        if "type" in keywords:
            keywords.discard("enum")  # a value of another type is in no list either; that is one fault
        if "additionalProperties" in keywords:
            keywords.discard("oneOf")  # a way that is closed refuses the unknown key as well; that is one fault
        assert keywords == ({case.keyword} if case.keyword else set()), case.name


@pytest.mark.parametrize("code", IN_USE)
def test_every_field_has_its_faults(code: str) -> None:
    specification = load_standard(code)
    tried = {(c.about, c.keyword) for c in corpus(code) if c.kind == "opbouw"}
    for object_type, attribute in specification.iter_attributes():
        field = f"{object_type.name}.{attribute.name}"
        data_type = specification.data_type(attribute.range)
        expected = {
            "type": True,
            "required": attribute.required,
            "enum": specification.code_list(attribute.range) is not None,
            "format": data_type is not None and data_type.format is not None,
            "minItems": attribute.min_items > 0,
            "maxItems": attribute.max_items is not None,
            "uniqueItems": attribute.unique_items,
        }
        assert {k for k, wanted in expected.items() if wanted} == {k for f, k in tried if f == field}, field
    closed = {o.name for o in specification.exchanged_types if o.closed}
    assert {about for about, keyword in tried if keyword == "additionalProperties"} == closed


@pytest.mark.parametrize("code", IN_USE)
def test_every_rule_has_passing_and_failing_cases(code: str) -> None:
    for rule in load_standard(code).rules:
        verdicts = {bool(c.findings) for c in corpus(code) if c.about == rule.id}
        assert verdicts == {True, False}, rule.id


@pytest.mark.parametrize("code", IN_USE)
def test_names_are_unique_and_safe(code: str) -> None:
    names = [c.name.lower() for c in corpus(code)]
    assert len(set(names)) == len(names)
    assert all(n.isascii() and n.replace("-", "").replace("_", "").isalnum() and len(n) < 100 for n in names)


@pytest.mark.parametrize("code", IN_USE)
def test_manifest_follows_its_schema_and_names_every_file(code: str) -> None:
    with zipfile.ZipFile(io.BytesIO(archive(code))) as files:
        manifest = json.loads(files.read(MANIFEST_FILE))
        schema = json.loads(files.read(MANIFEST_SCHEMA_FILE))
        Draft202012Validator.check_schema(schema)
        assert [e.message for e in Draft202012Validator(schema).iter_errors(manifest)] == []
        cases = {c["file"]: c for c in manifest["cases"]}
        assert {n for n in files.namelist() if n.startswith("cases/")} == cases.keys()
        by_name = {c.name: c.document for c in corpus(code)}
        assert all(json.loads(files.read(file)) == by_name[c["name"]] for file, c in cases.items())
    assert manifest == build_manifest(load_standard(code), corpus(code))
    assert schema == build_manifest_schema(load_standard(code))


@pytest.mark.parametrize("code", IN_USE)
def test_archive_is_small_and_the_same_every_time(code: str) -> None:
    (again,) = emit_conformance(load_standard(code))
    assert again.content == archive(code)
    assert len(again.content) < MOST_BYTES


def test_versions_out_of_use_have_no_corpus() -> None:
    others = [code for code in STANDARDS if code not in IN_USE]
    assert others
    assert [a for code in others for a in emit_conformance(load_standard(code))] == []


@pytest.mark.parametrize("code", ["shv-v1.0", "vs-v1.2"])
def test_every_situation_from_practice_is_a_case_that_no_rule_holds_up(code: str) -> None:
    cases = [c for c in corpus(code) if c.kind == "praktijk"]
    assert [(c.about, c.tries) for c in cases] == [(p.name, p.explanation) for p in load_standard(code).practice]
    assert cases
    assert {f.level for c in cases for f in c.findings} == {Level.INFO}
    assert all(c.is_accepted and c.verdict != "fout" for c in cases)
    with zipfile.ZipFile(io.BytesIO(archive(code))) as files:
        readme = files.read("LEESMIJ.md").decode()
    assert f"- {len(cases)} goede leveringen uit de praktijk" in readme


def test_readme_is_silent_about_practice_where_there_is_none() -> None:
    assert not load_standard("vs-v1.0").practice
    with zipfile.ZipFile(io.BytesIO(archive("vs-v1.0"))) as files:
        assert "goede leveringen uit de praktijk" not in files.read("LEESMIJ.md").decode()


def test_a_remark_of_a_rule_that_is_not_there_is_an_error() -> None:
    specification = load_standard("vs-v1.2")
    case = replace(specification.practice[0], remarks=(PracticeRemark(rule="VS-999", places=("",)),))
    with pytest.raises(ModelError, match=r"VS-999"):
        build_corpus(replace(specification, practice=(case,)))
