"""Names: spelling of identifiers, and collisions of identifiers, wire names, codes and search words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ddas_generators.lint.doubles import iter_doubles
from ddas_generators.lint.element import Element, ElementKind
from ddas_generators.lint.fault import Fault
from ddas_generators.lint.finding import LintFinding
from ddas_generators.lint.lint_model import LintModel

__all__ = ["check_codes", "check_collisions", "check_search_words", "check_spelling", "is_well_spelled"]

_CAMEL = re.compile(r"[a-z][A-Za-z0-9]*")
_PASCAL = re.compile(r"[A-Z][A-Za-z0-9]*")
_NAMED = (ElementKind.CLASS, ElementKind.ENUM, ElementKind.TYPE)


def is_well_spelled(element: Element) -> bool:
    """Whether the name of a class, enum, type or attribute is written as such names are."""
    return bool((_CAMEL if element.kind is ElementKind.ATTRIBUTE else _PASCAL).fullmatch(element.name))


def check_spelling(model: LintModel) -> Iterator[LintFinding]:
    """Names of classes, enums and types are PascalCase, those of attributes camelCase, all ASCII."""
    for element in model.of(*_NAMED, ElementKind.ATTRIBUTE):
        if is_well_spelled(element):
            continue
        if element.kind is ElementKind.ATTRIBUTE:
            yield element.fault(
                Fault.NAME_SPELLING,
                "de naam van een veld begint met een kleine letter en heeft alleen de letters a-z en cijfers, zoals "
                "statutaireNaam. Verander de naam en zet de naam in het bericht bij 'alias'.",
            )
        else:
            yield element.fault(
                Fault.NAME_SPELLING,
                f"de naam van een {element.kind} begint met een hoofdletter en heeft alleen de letters a-z en "
                "cijfers, zoals PlanVanAanpak. Verander de naam.",
            )


def check_collisions(model: LintModel) -> Iterator[LintFinding]:
    """No two names that are the same when case is ignored; no wire name twice in a class.

    Wire names may differ in case only: such pairs have been published.
    """
    groups = [model.of(*_NAMED), *(model.parts(owner) for owner in model.of(ElementKind.CLASS))]
    for group in groups:
        for first, second in iter_doubles((e.name.casefold(), e) for e in group):
            yield second.fault(
                Fault.NAME_DOUBLE,
                f"de naam is, los van hoofdletters, gelijk aan {first.path} ({first.source.locate(*first.key)}). "
                "Geef een van de twee een andere naam.",
            )
    for owner in model.of(ElementKind.CLASS):
        for first, second in iter_doubles((e.wire_name, e) for e in model.parts(owner)):
            yield second.fault(
                Fault.WIRE_NAME_DOUBLE,
                f"de naam in het bericht is gelijk aan die van {first.path}. Verbeter een van de twee bij 'alias'.",
                "alias",
            )


def check_codes(model: LintModel) -> Iterator[LintFinding]:
    """Every value of an enum has a camelCase code that no other value of it has, also when case is ignored."""
    for owner in model.of(ElementKind.ENUM):
        values = model.parts(owner)
        for value in values:
            code = value.note_text("code")
            if not code:
                yield value.fault(
                    Fault.CODE_MISSING,
                    "de code ontbreekt. Schrijf bij 'code' een naam zonder spaties, zoals planVanAanpak.",
                )
            elif not _CAMEL.fullmatch(code):
                yield value.fault(
                    Fault.NAME_SPELLING,
                    "de code begint met een kleine letter en heeft alleen de letters a-z en cijfers. Verander de code.",
                    "annotations",
                    "code",
                )
        for first, second in iter_doubles((v.note_text("code").casefold(), v) for v in values):
            yield second.fault(
                Fault.CODE_DOUBLE,
                f"de code is, los van hoofdletters, gelijk aan die van '{first.name}'. Geef een van de twee een "
                "andere code.",
                "annotations",
                "code",
            )


def check_search_words(model: LintModel) -> Iterator[LintFinding]:
    """No search word stands twice with one element, also when case is ignored."""
    for element in model.elements:
        words = element.texts("aliases")
        for _, index in iter_doubles((w.casefold(), i) for i, w in enumerate(words)):
            yield element.fault(
                Fault.SEARCH_WORD_DOUBLE,
                f"het zoekwoord '{words[index]}' staat er twee keer. Haal er een weg.",
                "aliases",
                index,
            )
