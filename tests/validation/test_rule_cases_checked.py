"""The failing cases in the rule records, through the whole check: what each rule itself finds, and nothing else."""

from __future__ import annotations

import json

import pytest

from ddas.delivery.source import open_delivery
from ddas.validation.checking import check_against
from ddas.validation.options import CheckOptions
from tests.conftest import load_standard
from tests.model.rule_cases import WITH_CASES, delivery_of


@pytest.mark.parametrize("code", WITH_CASES)
def test_check_finds_what_the_cases_say(code: str) -> None:
    specification = load_standard(code)
    wrong = {}
    for rule in specification.rules:
        for case in rule.cases:
            if not case.places:
                continue
            content = json.dumps(delivery_of(specification, case), ensure_ascii=False).encode()
            with open_delivery(content) as source:
                report = check_against(source, specification, CheckOptions())
            found = sorted((f.rule, f.pointer) for f in report.findings)
            if found != sorted((rule.id, place) for place in case.places):
                wrong[f"{rule.id} {case.name}"] = found
    assert wrong == {}
