"""Definitions that are nearly the same, and the annotation that permits it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from ddas_generators.lint.element import Element, ElementKind
from ddas_generators.lint.fault import Fault
from ddas_generators.lint.finding import LintFinding
from ddas_generators.lint.lint_model import LintModel
from ddas_generators.lint.words import content_words

__all__ = ["check_same_as", "check_similarity"]

LARGEST_LIKENESS = 0.8
"""Part of the content words, in order, that two definitions may share (``difflib`` ratio)."""

_NUMBER = re.compile(r"\d+")


def check_similarity(model: LintModel) -> Iterator[LintFinding]:
    """No two definitions are nearly the same, unless one of the two says ``zelfde_als`` the other."""
    texts = [(e, content_words(e.text("description"))) for e in model.elements]
    counted = [(e, words, Counter(words)) for e, words in texts if words]
    for (first, words, count), (second, other, other_count) in combinations(counted, 2):
        total = len(words) + len(other)
        if 2 * min(len(words), len(other)) <= LARGEST_LIKENESS * total:
            continue
        if 2 * (count & other_count).total() <= LARGEST_LIKENESS * total or _permitted(first, second):
            continue
        ratio = SequenceMatcher(None, words, other, autojunk=False).ratio()
        if ratio > LARGEST_LIKENESS:
            yield second.fault(
                Fault.DEFINITION_ALIKE,
                f"de definitie lijkt voor {int(ratio * 100)} % op die van {first.path}. Schrijf wat dit anders "
                f"maakt, of zet de annotatie 'zelfde_als: {first.path}' als de betekenis echt gelijk is.",
                "description",
            )


def check_same_as(model: LintModel) -> Iterator[LintFinding]:
    """``zelfde_als`` names another element that exists."""
    known = model.paths(ElementKind.CLASS, ElementKind.ATTRIBUTE, ElementKind.TYPE, ElementKind.ENUM, ElementKind.VALUE)
    for element in model.elements:
        for path in element.note_texts("zelfde_als"):
            if path not in known or path == element.path:
                yield element.fault(
                    Fault.SAME_AS_UNKNOWN,
                    f"'zelfde_als' noemt '{path}', maar dat bestaat niet of is dit element zelf. "
                    "Noem een ander element, zoals Objecttype.veld of Waardenlijst.code.",
                    "annotations",
                    "zelfde_als",
                )


def _permitted(first: Element, second: Element) -> bool:
    if first.path in second.note_texts("zelfde_als") or second.path in first.note_texts("zelfde_als"):
        return True
    # Types are often told apart by a number alone ("hoogstens 5 tekens"), and numbers are no content words.
    return first.kind is second.kind is ElementKind.TYPE and _numbers(first) != _numbers(second)


def _numbers(element: Element) -> list[str]:
    return _NUMBER.findall(element.text("description"))
