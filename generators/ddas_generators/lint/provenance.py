"""Where a name comes from when its meaning comes from no publication, and for which question a field is used."""

from __future__ import annotations

from collections.abc import Iterator

from ddas.standard.specification import Purpose
from ddas_generators.lint.element import Element, ElementKind
from ddas_generators.lint.fault import Fault
from ddas_generators.lint.finding import LintFinding
from ddas_generators.lint.lint_model import LintModel

__all__ = ["check_name_sources", "check_purposes"]

_NONE = "geen"


def check_name_sources(model: LintModel) -> Iterator[LintFinding]:
    """``bron_naam`` stands exactly where ``bron`` names no publication, and names a source that is listed."""
    kinds = {e.name: e.text("soort") for e in model.of(ElementKind.SOURCE)}
    for element in model.of(ElementKind.ATTRIBUTE, ElementKind.VALUE):
        meaning, named = element.note_texts("bron"), element.note_texts("bron_naam")
        published = any(kinds.get(code) == "publicatie" for code in meaning)
        if meaning and not published and not named and not model.is_study and _is_exchanged(element):
            yield element.fault(
                Fault.NAME_SOURCE_MISSING,
                "'bron' noemt geen publicatie. Zeg bij 'bron_naam' welke publicatie de naam geeft, zoals json-schema.",
                "annotations",
                "bron",
            )
        if published and named:
            yield element.fault(
                Fault.NAME_SOURCE_SUPERFLUOUS,
                "'bron' noemt al een publicatie. Haal 'bron_naam' weg, of haal de publicatie bij 'bron' weg.",
                "annotations",
                "bron_naam",
            )
        for code in named:
            if code not in kinds:
                yield element.fault(
                    Fault.SOURCE_UNKNOWN,
                    f"de bron '{code}' staat niet in bronnen.yaml. Verbeter de spelling of voeg de bron daar toe.",
                    "annotations",
                    "bron_naam",
                )


def check_purposes(model: LintModel) -> Iterator[LintFinding]:
    """Every exchanged field with a value of its own says for which known question it is used; a part does not."""
    parts = model.names(ElementKind.CLASS)
    for element in model.of(ElementKind.ATTRIBUTE):
        message = _purpose_fault(element, is_part=element.text("range") in parts)
        if message:
            yield element.fault(
                Fault.PURPOSE_WRONG, message, *(("annotations", "waarvoor") if element.has_note("waarvoor") else ())
            )


def _purpose_fault(element: Element, *, is_part: bool) -> str:
    named = element.note_texts("waarvoor")
    if is_part:
        return "een onderdeel heeft geen 'waarvoor'. Schrijf het bij de velden erin." if named else ""
    if not named:
        wanted = element.exchanged and not element.borrows
        return f"'waarvoor' ontbreekt. Kies uit: {', '.join(Purpose)}, of schrijf '{_NONE}'." if wanted else ""
    if named != (_NONE,) and (set(named) - set(Purpose) or len(set(named)) < len(named)):
        return f"'waarvoor' klopt niet. Noem elk een keer, uit: {', '.join(Purpose)}. Of schrijf alleen '{_NONE}'."
    return ""


def _is_exchanged(element: Element) -> bool:
    """A value belongs to the exchange model when its list does."""
    return element.exchanged or (
        element.owner is not None and element.kind is ElementKind.VALUE and element.owner.exchanged
    )
