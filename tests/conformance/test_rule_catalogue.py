"""The catalogue of rules: complete, linked, and the same on every run."""

from __future__ import annotations

import re

import pytest

from ddas.rules.kinds import RULE_KINDS
from ddas.validation.structure.fault_codes import STRUCTURAL_RULES
from ddas_generators.emit.documents import anchors
from ddas_generators.emit.documents.documentation import build_documentation
from ddas_generators.emit.documents.rule_catalogue import build_rule_catalogue, emit_rule_catalogue
from tests.conformance.corpora import IN_USE
from tests.conftest import STANDARDS, load_past, load_standard


def test_every_kind_is_one_dutch_sentence() -> None:
    assert [k.name for k in RULE_KINDS if not re.fullmatch(r"[A-Z][^.]+\.", k.sentence)] == []


@pytest.mark.parametrize("code", IN_USE)
def test_every_rule_has_its_place_and_two_examples(code: str) -> None:
    specification = load_standard(code)
    text = build_rule_catalogue(specification)
    assert text == build_rule_catalogue(specification)
    _, *pieces = re.split(r'^<a id="([A-Z]+-\d\w+)"></a>', text, flags=re.MULTILINE)
    sections = dict(zip(pieces[::2], pieces[1::2], strict=True))
    assert list(sections) == [r.id for r in specification.rules]
    for rule in specification.rules:
        section = sections[rule.id]
        assert f'<a id="{anchors.rule_anchor(rule.id)}"></a>' in section
        assert section.count("\n```json\n") == 2, rule.id
        assert {"**Goed:**", "**Fout:**"} == set(re.findall(r"^\*\*\w+:\*\*", section, re.MULTILINE)), rule.id
        for row in ("Niveau", "Melding", "Wat te doen", "Velden", "Soort regel", "Geldt sinds", "Bron"):
            assert f"\n| {row} |" in section, (rule.id, row)
        assert re.search(r"^\| Velden \| .*\w.* \|$", section, re.MULTILINE), rule.id
        assert ("| Gaat vóór |" in section) is bool(rule.silences)


@pytest.mark.parametrize("code", IN_USE)
def test_links_lead_somewhere(code: str) -> None:
    specification = load_standard(code)
    text = build_rule_catalogue(specification)
    own = set(re.findall(r'<a id="([^"]+)">', text))
    document = set(
        re.findall(r'<a id="([^"]+)">', build_documentation(specification, load_past(specification.id.code)))
    )
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) - own == set()
    assert set(re.findall(r"\]\(documentatie\.md#([^)]+)\)", text)) - document == set()
    assert len(re.findall(r'<a id="[A-Z]+-S\d\d">', text)) == len(STRUCTURAL_RULES)


def test_versions_out_of_use_have_no_catalogue() -> None:
    assert {c for c in STANDARDS if list(emit_rule_catalogue(load_standard(c)))} == set(IN_USE)
