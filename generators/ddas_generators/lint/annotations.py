"""Annotations: the closed vocabulary, and those whose value comes from a list."""

from __future__ import annotations

from collections.abc import Iterator

from ddas_generators.lint.element import Element, ElementKind
from ddas_generators.lint.fault import Fault
from ddas_generators.lint.finding import LintFinding
from ddas_generators.lint.lint_model import LintModel

__all__ = ["VOCABULARY", "check_personal_data", "check_phases", "check_sources", "check_vocabulary"]

VOCABULARY: dict[ElementKind, frozenset[str]] = {
    ElementKind.CLASS: frozenset({"bron", "fase", "tekst_uit", "zelfde_als"}),
    ElementKind.ATTRIBUTE: frozenset(
        {
            "afgedwongen",
            "bron",
            "bron_naam",
            "fase",
            "grond",
            "item",
            "persoonsgegeven",
            "tekst_uit",
            "verplichting",
            "voorwaarde",
            "waarvoor",
            "wie_vraagt",
            "zelfde_als",
        }
    ),
    ElementKind.TYPE: frozenset({"bron", "formaat", "lengte", "patroon", "waardenlijst", "zelfde_als"}),
    ElementKind.ENUM: frozenset({"bron", "tekst_uit", "zelfde_als"}),
    ElementKind.VALUE: frozenset({"bron", "bron_naam", "code", "tekst_uit", "wie_vraagt", "zelfde_als"}),
}
"""Which annotations may stand on which kind of element."""

PERSONAL_DATA = ("direct", "indirect", "nee")
_SOURCED = (ElementKind.CLASS, ElementKind.ATTRIBUTE, ElementKind.ENUM, ElementKind.VALUE)
_RECORDS = (ElementKind.RULE, ElementKind.ERRATUM, ElementKind.PHASE)


def check_vocabulary(model: LintModel) -> Iterator[LintFinding]:
    """No annotation outside the vocabulary, none on the wrong kind of element."""
    every = frozenset().union(*VOCABULARY.values())
    for element in model.elements:
        allowed = VOCABULARY[element.kind]
        choices = ", ".join(sorted(allowed))
        for name in map(str, element.notes):
            if name not in every:
                yield element.fault(
                    Fault.ANNOTATION_UNKNOWN,
                    f"de annotatie '{name}' bestaat niet. Kies uit: {choices}.",
                    "annotations",
                    name,
                )
            elif name not in allowed:
                yield element.fault(
                    Fault.ANNOTATION_MISPLACED,
                    f"de annotatie '{name}' hoort niet bij een {element.kind}. Kies uit: {choices}.",
                    "annotations",
                    name,
                )


def check_sources(model: LintModel) -> Iterator[LintFinding]:
    """Every text says where it comes from, and only from sources that are listed."""
    known = model.names(ElementKind.SOURCE)
    for element in model.of(*_SOURCED, ElementKind.TYPE, *_RECORDS):
        named, keys = _sources(element)
        if not named and element.kind is not ElementKind.TYPE and not element.borrows:
            yield element.fault(
                Fault.SOURCE_MISSING,
                "de bron ontbreekt. Noem bij 'bron' een code uit bronnen.yaml, of 'eigen omschrijving'.",
            )
        for code in named:
            if code not in known:
                yield element.fault(
                    Fault.SOURCE_UNKNOWN,
                    f"de bron '{code}' staat niet in bronnen.yaml. Verbeter de spelling of voeg de bron daar toe.",
                    *keys,
                )


def _sources(element: Element) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sources that an element names, and the keys where they stand in it."""
    if element.kind in _RECORDS:
        return element.texts("bron"), ("bron",)
    return element.note_texts("bron"), ("annotations", "bron")


def check_phases(model: LintModel) -> Iterator[LintFinding]:
    """What is exchanged belongs to a phase, and only to phases that are listed."""
    known = model.names(ElementKind.PHASE)
    for element in model.of(ElementKind.CLASS, ElementKind.ATTRIBUTE):
        phase = element.note("fase")
        if phase is None:
            if element.exchanged:
                yield element.fault(
                    Fault.PHASE_MISSING,
                    "de fase ontbreekt. Noem bij 'fase' een code uit procesfasen.yaml.",
                )
        elif not isinstance(phase, str) or phase not in known:
            yield element.fault(
                Fault.PHASE_UNKNOWN,
                f"de fase '{phase}' staat niet in procesfasen.yaml. Kies uit: {', '.join(sorted(known))}.",
                "annotations",
                "fase",
            )


def check_personal_data(model: LintModel) -> Iterator[LintFinding]:
    """Every attribute says whether it is personal data."""
    for element in model.of(ElementKind.ATTRIBUTE):
        if element.note("persoonsgegeven") not in PERSONAL_DATA:
            yield element.fault(
                Fault.PERSONAL_DATA_WRONG,
                f"'persoonsgegeven' ontbreekt of heeft een verkeerde waarde. Kies uit: {', '.join(PERSONAL_DATA)}.",
                *(("annotations", "persoonsgegeven") if element.has_note("persoonsgegeven") else ()),
            )
