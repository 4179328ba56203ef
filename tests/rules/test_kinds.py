"""The facts of a kind stand in the kind: its page says the same, and nobody else knows its name."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from ddas.errors import DdasError
from ddas.rules.kinds import RULE_KINDS, counts_once, find_kind, kind_of
from ddas.rules.parameters import FROM_OBJECT, list_taken
from ddas.rules.rule_kind import KindFacts, RuleKind
from ddas.rules.running import prepare_object_rules
from ddas.standard.plain_records import from_plain, to_plain
from ddas.standard.specification import Rule
from ddas.standard.specification_json import specification_from_json, specification_to_json
from tests.conftest import ROOT, STANDARDS, load_standard

PAGES = ROOT / "docs" / "soorten-regels"
SOURCE = ROOT / "generators"
KINDS = SOURCE / "ddas" / "rules" / "kinds"
by_kind = pytest.mark.parametrize("kind", RULE_KINDS, ids=lambda k: k.name)

OTHER_WORDS = {
    "gevuld": {"rules/conditions.py"},  # a test of a condition
    "leeg": {  # a test of a condition; a file without content; an empty value
        "rules/conditions.py",
        "delivery/file_fault_name.py",
        "validation/structure/structural_wording.py",
        "emit/deliveries/corpus/structural_cases.py",
    },
    "lengte": {  # of a type; a part of a text of a structural fault
        "lint/annotations.py",
        "lint/examples.py",
        "lint/types.py",
        "model/load.py",
        "validation/structure/structural_wording.py",
    },
    "patroon": {  # of a type; a part of a text of a structural fault
        "lint/annotations.py",
        "lint/examples.py",
        "lint/types.py",
        "model/load.py",
        "validation/structure/structural_wording.py",
    },
    "samen": {"validation/rendering/html_report.py"},  # an anchor
}
"""Words that are a kind and something else too: the modules where they are the other."""


def test_each_kind_is_one_module_and_all_are_listed_by_name() -> None:
    modules = {p.stem for p in KINDS.glob("*.py")} - {"__init__"}
    found = []
    for module in sorted(modules):
        values = vars(importlib.import_module(f"ddas.rules.kinds.{module}")).values()
        found += [value for value in values if isinstance(value, KindFacts)]
    assert len(found) == len(modules)
    assert [k.name for k in RULE_KINDS] == sorted(k.name for k in found)


@by_kind
def test_parameters_are_small_frozen_records(kind: RuleKind) -> None:
    assert kind.parameters.__dataclass_params__.frozen
    taken = list_taken(kind.parameters)
    assert len({t.parameter.key for t in taken}) == len(taken) <= 8
    names = {t.name for t in taken}
    assert {start for t in taken for start in t.starts} <= names | {FROM_OBJECT}


@by_kind
def test_page_and_row_say_the_sentence_and_the_parameters(kind: RuleKind) -> None:
    page = (PAGES / f"{kind.name}.md").read_text(encoding="utf-8")
    assert page.split("\n\n")[1] == kind.sentence
    assert f"| [{kind.name}]({kind.name}.md) | {kind.sentence} |\n" in (PAGES / "index.md").read_text(encoding="utf-8")
    named = re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)
    assert sorted(named) == sorted(t.parameter.key for t in list_taken(kind.parameters))


def texts(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


NAME_FIELDS = {"pairs", "sampling", "stories"}
"""Rooms that name fields, as they must; a field can be called like a kind."""


def test_no_module_but_its_own_knows_the_name_of_a_kind() -> None:
    names = {kind.name for kind in RULE_KINDS}
    found: dict[str, set[str]] = {name: set() for name in names}
    for path in SOURCE.rglob("*.py"):
        if path.parent != KINDS and path.parent.name not in (
            "pairs",
            "sampling",
            "stories",
        ):  # those name fields, as they must
            for name in names.intersection(texts(path)):
                found[name].add(path.relative_to(SOURCE).as_posix().split("/", 1)[1])
    wrong = {name: files - OTHER_WORDS.get(name, set()) for name, files in found.items()}
    assert {name: files for name, files in wrong.items() if files} == {}
    assert OTHER_WORDS.keys() <= names


@pytest.mark.parametrize("code", STANDARDS)
def test_parameters_survive_the_specification(code: str) -> None:
    specification = load_standard(code)
    assert specification_from_json(specification_to_json(specification)) == specification
    for rule in specification.rules:
        record = kind_of(rule).read(rule)
        assert to_plain(record) == rule.parameters
        assert from_plain(type(record), rule.parameters) == record


def a_rule(kind: str, parameters: dict[str, object]) -> Rule:
    rule = next(r for r in load_standard("shv-v1.0").rules if r.parameters)
    return dataclasses.replace(rule, kind=kind, parameters=parameters)


@pytest.mark.parametrize("parameters", [{}, {"paths": "x"}, {"paths": ["x"], "nieuw": 1}, {"paths": [1]}], ids=str)
def test_parameters_of_a_newer_toolkit_are_refused_with_the_rule(parameters: dict[str, object]) -> None:
    rule = a_rule("gevuld", parameters)
    kind = find_kind("gevuld")
    assert kind is not None
    with pytest.raises(DdasError, match=rf"regel {rule.id}: .*soort gevuld\. .*ddas generate"):
        kind.read(rule)


def test_a_kind_of_a_newer_toolkit_is_kept_and_refused_when_it_must_run() -> None:
    rule = a_rule("morgen_bedacht", {"nieuw": [1, {"a": "b"}]})
    specification = dataclasses.replace(load_standard("shv-v1.0"), rules=(rule,))
    assert specification_from_json(specification_to_json(specification)) == specification
    with pytest.raises(DdasError, match=rf"Regel {rule.id} is van de soort 'morgen_bedacht'.*nieuwere versie"):
        prepare_object_rules(specification)
    assert not counts_once(rule)
