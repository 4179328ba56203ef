"""Lint knows every kind of rule, and its LinkML schema names the same kinds and parameters as the code."""

from __future__ import annotations

import dataclasses

import yaml

from ddas.rules.kinds import RULE_KINDS
from ddas.standard.specification import RuleParameters
from ddas_generators.lint.rule_parameters import PARAMETERS_BY_KIND
from tests.conftest import ROOT

SCHEMA = yaml.safe_load((ROOT / "model" / "regelschema.yaml").read_text(encoding="utf-8"))


def test_every_kind_has_its_parameters() -> None:
    assert PARAMETERS_BY_KIND.keys() == RULE_KINDS.keys()


def test_schema_names_the_kinds() -> None:
    assert SCHEMA["enums"]["Soort"]["permissible_values"].keys() == RULE_KINDS.keys()


def test_schema_has_every_parameter() -> None:
    keys = SCHEMA["classes"]["Parameters"]["attributes"].keys()
    assert len(keys) == len(dataclasses.fields(RuleParameters))
    for takes in PARAMETERS_BY_KIND.values():
        named = {key for needed in takes.needed for key in needed.split("|")} | {*takes.optional, *takes.starts}
        assert named <= keys
