"""Definitions that are missing, say too little, or only say their own name again."""

from __future__ import annotations

from collections.abc import Iterator

from ddas_generators.lint.element import Element
from ddas_generators.lint.fault import Fault
from ddas_generators.lint.finding import LintFinding
from ddas_generators.lint.lint_model import LintModel
from ddas_generators.lint.words import content_words, name_words

__all__ = ["check_definitions"]

FEWEST_NEW_WORDS = 4
"""So many different content words a definition needs beyond those of its label, its name and its owner."""

LARGEST_REPEATED_PART = 0.5
"""A definition of which more than this part of the content words stands in its own label or name is circular."""


def check_definitions(model: LintModel) -> Iterator[LintFinding]:
    """Every class, attribute, type, enum and value has a definition that says something."""
    for element in model.elements:
        definition = element.text("description")
        if element.borrows:
            continue
        if not definition:
            yield element.fault(
                Fault.DEFINITION_MISSING,
                "de definitie ontbreekt. Schrijf bij 'description' in één of twee zinnen wat dit betekent.",
            )
            continue
        words = frozenset(content_words(definition))
        if _is_circular(element, definition):
            yield element.fault(
                Fault.DEFINITION_CIRCULAR,
                "de definitie begint met de eigen naam of herhaalt vooral die. Leg met andere woorden uit wat het is.",
                "description",
            )
        elif (new := len(words - _own_words(element) - _owner_words(element))) < FEWEST_NEW_WORDS:
            yield element.fault(
                Fault.DEFINITION_THIN,
                f"de definitie zegt te weinig: naast de woorden van het label staan er {new} woorden met betekenis in. "
                f"Schrijf er minstens {FEWEST_NEW_WORDS}, bijvoorbeeld wie dit vastlegt en wanneer.",
                "description",
            )


def _own_words(element: Element) -> frozenset[str]:
    return frozenset((*content_words(element.text("title")), *name_words(element.name)))


def _owner_words(element: Element) -> frozenset[str]:
    return frozenset() if element.owner is None else _own_words(element.owner)


def _is_circular(element: Element, definition: str) -> bool:
    """Whether it opens with its own name ("Postcode van ..."), or has little else than words of its label and name.

    A name further on is no fault: many are plain words, such as ``naam`` and ``schulden``.
    """
    words = content_words(definition)
    for name in (content_words(element.wire_name), name_words(element.name)):
        if name and words[: len(name)] == name:
            return True
    return len(frozenset(words) & _own_words(element)) > LARGEST_REPEATED_PART * len(frozenset(words))
