"""The whole corpus of a standard: structure, rules and what is right."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from ddas.errors import ModelError
from ddas.findings import Level
from ddas.rules.cases.case_fragments import case_document
from ddas.standard.practice_case import PracticeCase
from ddas.standard.specification import Example, Rule, RuleCase, Specification
from ddas_generators.emit.deliveries.corpus.case import ConformanceCase, ExpectedFinding
from ddas_generators.emit.deliveries.corpus.small_bases import list_clean_examples, list_small_bases
from ddas_generators.emit.deliveries.corpus.structural_cases import iter_structural_cases

__all__ = ["build_corpus"]


def build_corpus(specification: Specification) -> tuple[ConformanceCase, ...]:
    """Every case, in reading order: examples, practice, structure, rules."""
    clean = list_clean_examples(specification)
    bases = list_small_bases(specification, clean)
    return (
        *_iter_examples(clean),
        *_iter_practice(specification),
        *iter_structural_cases(specification, bases),
        *_iter_rule_cases(specification),
    )


def _iter_examples(clean: tuple[Example, ...]) -> Iterator[ConformanceCase]:
    for example in clean:
        yield ConformanceCase(
            name=f"voorbeeld-{example.name}",
            kind="voorbeeld",
            about=example.name,
            tries=f"{example.title}.",
            document=json.loads(example.content),
        )


def _iter_practice(specification: Specification) -> Iterator[ConformanceCase]:
    counts: Counter[str] = Counter()
    for case in specification.practice:
        counts[case.topic] += 1
        yield ConformanceCase(
            name=f"praktijk-{case.topic}-{counts[case.topic]}",
            kind="praktijk",
            about=case.name,
            tries=case.explanation,
            document=case_document(specification, case),
            findings=tuple(sorted(_iter_remarks(specification, case))),
        )


def _iter_remarks(specification: Specification, case: PracticeCase) -> Iterator[ExpectedFinding]:
    for remark in case.remarks:
        rule = specification.rule(remark.rule)
        if rule is None:
            raise ModelError(
                f"Situatie '{case.name}': de regel {remark.rule} bestaat niet. Noem bij 'opmerkingen' een andere."
            )
        yield from (ExpectedFinding(place, rule.id, Level(rule.level)) for place in remark.places)


def _iter_rule_cases(specification: Specification) -> Iterator[ConformanceCase]:
    for rule in specification.rules:
        counts = {"goed": 0, "fout": 0}
        for case in rule.cases:
            sort = "fout" if case.places else "goed"
            counts[sort] += 1
            yield _rule_case(specification, rule, case, f"regel-{rule.id}-{sort}-{counts[sort]}")


def _rule_case(specification: Specification, rule: Rule, case: RuleCase, name: str) -> ConformanceCase:
    return ConformanceCase(
        name=name,
        kind="regel",
        about=rule.id,
        tries=f"{rule.name}: {case.name[0].lower()}{case.name[1:]}.",
        document=case_document(specification, case),
        findings=tuple(sorted(ExpectedFinding(place, rule.id, Level(rule.level)) for place in case.places)),
    )
