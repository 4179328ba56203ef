"""Types: what LinkML needs, and the properties that rules look at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ddas_generators.lint.element import Element, ElementKind
from ddas_generators.lint.fault import Fault
from ddas_generators.lint.finding import LintFinding
from ddas_generators.lint.lint_model import LintModel
from ddas_generators.model.linkml_types import FORMATS, LINKML_TYPES

__all__ = ["check_types", "is_pattern"]

_BASE_TYPES = tuple(sorted(set(LINKML_TYPES.values())))


def check_types(model: LintModel) -> Iterator[LintFinding]:
    """Every type has its three LinkML parts, and properties that a program can use."""
    enums = model.names(ElementKind.ENUM)
    used = {attribute.text("range") for attribute in model.of(ElementKind.ATTRIBUTE)}
    for element in model.of(ElementKind.TYPE):
        if element.text("typeof") not in _BASE_TYPES:
            yield element.fault(
                Fault.TYPE_INCOMPLETE,
                f"'typeof' ontbreekt of is geen basistype. Kies uit: {', '.join(_BASE_TYPES)}.",
                *(("typeof",) if element.text("typeof") else ()),
            )
        for key in ("base", "uri"):
            if not element.text(key):
                yield element.fault(
                    Fault.TYPE_INCOMPLETE, f"'{key}' ontbreekt. Neem die over van een ander type met dezelfde 'typeof'."
                )
        for name, message in _iter_wrong_properties(element, enums, used=element.name in used):
            yield element.fault(Fault.TYPE_FACET_WRONG, message, "annotations", name)


def _iter_wrong_properties(element: Element, enums: frozenset[str], *, used: bool) -> Iterator[tuple[str, str]]:
    notes = element.notes
    if "lengte" in notes and not _is_length(element.note("lengte")):
        yield "lengte", "'lengte' is geen geheel getal vanaf 1. Vul het grootste aantal tekens in."
    if "formaat" in notes and element.note("formaat") not in FORMATS:
        yield "formaat", f"dit formaat bestaat niet. Kies uit: {', '.join(FORMATS)}."
    if "patroon" in notes and not is_pattern(element.note("patroon")):
        yield "patroon", "'patroon' is geen reguliere expressie, of heeft een ^ of $ die er niet hoort. Verbeter het."
    # A shared type may name a code list that only the models that use the type have.
    if used and "waardenlijst" in notes and element.note_text("waardenlijst") not in enums:
        yield "waardenlijst", "deze waardenlijst bestaat niet. Noem een waardenlijst uit het model."


def _is_length(value: object) -> bool:
    return type(value) is int and value > 0


def is_pattern(value: object) -> bool:
    """Whether this is a regular expression without anchors at its ends."""
    if not isinstance(value, str) or value.startswith("^") or value.endswith("$"):
        return False
    try:
        re.compile(value)
    except re.error:
        return False
    return True
