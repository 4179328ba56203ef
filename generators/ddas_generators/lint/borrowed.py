"""Texts taken over from another version: they exist there, and the element has none of its own."""

from __future__ import annotations

from collections.abc import Iterator

from ddas_generators.lint.element import Element, ElementKind
from ddas_generators.lint.fault import Fault
from ddas_generators.lint.finding import LintFinding
from ddas_generators.lint.lint_model import LintModel
from ddas_generators.model.borrowed_texts import ANNOTATION

__all__ = ["check_borrowed_texts"]

_OWN_TEXTS = ("title", "description", "aliases")
_OWN_NOTES = ("bron", "bron_naam", "waarvoor")


def check_borrowed_texts(model: LintModel) -> Iterator[LintFinding]:
    """``tekst_uit`` names an element that has a text of its own, and stands where there is none.

    ``comments`` may stand beside it and then count instead: how to deliver can differ per version.
    """
    for element in model.of(ElementKind.CLASS, ElementKind.ATTRIBUTE, ElementKind.ENUM, ElementKind.VALUE):
        if element.borrows:
            yield from _iter_double_texts(element)
            yield from _iter_wrong_references(model, element)


def _iter_double_texts(element: Element) -> Iterator[LintFinding]:
    own = [(key,) for key in _OWN_TEXTS if key in element.data]
    for keys in (*own, *(("annotations", name) for name in _OWN_NOTES if name in element.notes)):
        yield element.fault(
            Fault.TEXT_DOUBLE,
            f"naast '{ANNOTATION}' staat hier '{keys[-1]}'. Neem de tekst over of schrijf hem zelf: haal een van de "
            "twee weg.",
            *keys,
        )


def _iter_wrong_references(model: LintModel, element: Element) -> Iterator[LintFinding]:
    reference = element.note(ANNOTATION)
    text = model.texts.find(reference) if isinstance(reference, str) else None
    if text is None:
        yield element.fault(
            Fault.TEXT_FROM_UNKNOWN,
            f"'{ANNOTATION}' noemt iets dat niet bestaat. Schrijf de versie en het element, zoals shv-v1.0#Client of "
            "shv-v1.0#Client.geboortedatum.",
            "annotations",
            ANNOTATION,
        )
    elif text.borrowed:
        yield element.fault(
            Fault.TEXT_FROM_CHAIN,
            f"'{ANNOTATION}' noemt een element dat zijn tekst zelf ook leent. Noem het element waar de tekst staat.",
            "annotations",
            ANNOTATION,
        )
