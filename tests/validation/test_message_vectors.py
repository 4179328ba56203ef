"""The texts of faults are data: the vectors say what they must be, in any language, and leave no case untried."""

from __future__ import annotations

import re
from typing import Any

import pytest

from ddas.findings import is_showable
from ddas.validation.structure import structural_wording
from ddas.validation.structure.fault_codes import (
    EXPECTED_WORDS,
    FILE_FAULTS,
    FOUND_WORDS,
    NAMED_TEXTS,
    SAMENLOOP,
    STRUCTURAL_CASES,
    STRUCTURAL_RULES,
    FaultCase,
)
from tests.conftest import ROOT
from tests.validation.message_vectors import place_of, read_vectors, similar_of, texts_of

VECTORS = read_vectors()
CASES = [case for cases in (*STRUCTURAL_CASES.values(), *NAMED_TEXTS.values()) for case in cases]
PAGE = ROOT / "docs" / "meldingen.md"


@pytest.mark.parametrize("vector", VECTORS["teksten"], ids=lambda v: v["naam"])
def test_texts(vector: dict[str, Any]) -> None:
    assert texts_of(vector) == (vector["melding"], vector["advies"])


def test_the_vectors_try_every_case(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen: list[int] = []
    choose = structural_wording._choose

    def noting(cases: tuple[FaultCase, ...], facts: Any) -> tuple[str, ...]:
        holds = structural_wording._holds
        chosen.append(id(next(c for c in cases if all(holds(n, asked, facts) for n, asked in c.conditions.items()))))
        return choose(cases, facts)

    monkeypatch.setattr(structural_wording, "_choose", noting)
    for vector in VECTORS["teksten"]:
        texts_of(vector)
    assert [c for c in CASES if id(c) not in chosen] == []


@pytest.mark.parametrize("vector", VECTORS["plekken"], ids=lambda v: "/".join(map(str, v["pad"])) or "alles")
def test_places(vector: dict[str, Any]) -> None:
    told = {key: vector[key] for key in ("plek", "label", "pointer")}
    assert place_of(vector["standaard"], vector["pad"]) == told


@pytest.mark.parametrize("vector", VECTORS["toonbaar"], ids=lambda v: v["sleutel"].encode("unicode_escape").decode())
def test_keys_that_may_be_shown(vector: dict[str, Any]) -> None:
    assert is_showable(vector["sleutel"]) is vector["toonbaar"]


@pytest.mark.parametrize("vector", VECTORS["lijkt"]["gevallen"], ids=lambda v: v["sleutel"])
def test_likeness_of_keys(vector: dict[str, Any]) -> None:
    assert similar_of(VECTORS["lijkt"]["velden"], vector["sleutel"]) == vector["lijkt_op"]


def test_every_row_of_cases_ends_without_conditions() -> None:
    for cases in (*STRUCTURAL_CASES.values(), *NAMED_TEXTS.values()):
        assert [c.conditions for c in cases].index({}) == len(cases) - 1


def test_patterns_mean_the_same_in_other_languages() -> None:
    patterns = [c.conditions["patroon"] for c in CASES if "patroon" in c.conditions]
    assert patterns
    for pattern in patterns:
        # Classes such as \d and \s and the dot differ between languages; so do named groups and anchors.
        plain = re.sub(r"\[[^\]]*\]", "", pattern).replace(r"\.", "")
        assert re.search(r"\\|\.|\^|\$|\(\?[^:]", plain) is None, pattern


def test_ids_are_unique_and_texts_are_sentences() -> None:
    numbers = [number for number, _ in STRUCTURAL_RULES.values()]
    assert len(set(numbers)) == len(numbers)
    texts = [text for f in (*FILE_FAULTS.values(), SAMENLOOP) for text in (f.message, f.remedy)]
    texts += [text for case in CASES for text in case.texts]
    assert [t for t in texts if not t.endswith((".", "}", "?"))] == []


def test_the_page_names_every_word_of_the_file() -> None:
    page = PAGE.read_text(encoding="utf-8")
    named = set(re.findall(r"`\{?([^`{}]+)\}?`", page))
    asked = {name for case in CASES for name in case.conditions}
    filled = {name for case in CASES for text in case.texts for name in re.findall(r"\{([a-z_]+)\}", text)}
    assert asked | (filled - NAMED_TEXTS.keys()) | FOUND_WORDS.keys() | EXPECTED_WORDS.keys() <= named
