"""A study: no work of the publishers. It asks and refuses nothing, looks official nowhere, and says who asks now."""

from __future__ import annotations

from collections.abc import Iterator

from ddas.standard.specification import Obligation
from ddas_generators.lint.element import Element, ElementKind
from ddas_generators.lint.fault import Fault
from ddas_generators.lint.finding import LintFinding
from ddas_generators.lint.lint_model import LintModel

__all__ = ["check_study"]

_MARK = "wie_vraagt"
_NOBODY = "niemand"


def check_study(model: LintModel) -> Iterator[LintFinding]:
    """A study proposes, marks who asks now, and has no fout; no other model does the first two."""
    if not model.is_study:
        yield from _iter_outside(model)
        return
    yield from _iter_official(model)
    parts = model.names(ElementKind.CLASS)
    known = model.names(ElementKind.SOURCE)
    for element in model.of(ElementKind.ATTRIBUTE, ElementKind.VALUE):
        is_field = element.kind is ElementKind.ATTRIBUTE
        if is_field and element.exchanged and element.note("verplichting") != Obligation.PROPOSED:
            message = f"niemand vraagt om een veld van een studie. Schrijf 'verplichting: {Obligation.PROPOSED}'."
            yield element.fault(Fault.STUDY_WRONG, message, "annotations", "verplichting")
        needed = is_field and element.exchanged and element.text("range") not in parts
        if needed or element.has_note(_MARK):
            yield from _mark_faults(element, known)
    for rule in model.of(ElementKind.RULE):
        if rule.text("niveau") == "fout":
            message = "een studie keurt niets af. Schrijf 'niveau: waarschuwing' of 'niveau: info'."
            yield rule.fault(Fault.STUDY_WRONG, message, "niveau")


def _iter_outside(model: LintModel) -> Iterator[LintFinding]:
    for element in model.of(ElementKind.ATTRIBUTE, ElementKind.VALUE):
        if element.note("verplichting") == Obligation.PROPOSED:
            message = f"alleen een veld van een studie is een {Obligation.PROPOSED}. Kies een andere verplichting."
            yield element.fault(Fault.STUDY_WRONG, message, "annotations", "verplichting")
        if element.has_note(_MARK):
            message = f"'{_MARK}' hoort alleen in een studie. Haal het weg."
            yield element.fault(Fault.STUDY_WRONG, message, "annotations", _MARK)


def _iter_official(model: LintModel) -> Iterator[LintFinding]:
    """The identifier of the schema, and the prefixes that its classes use."""
    schema = model.schemas[0]
    prefixes = schema.data.get("prefixes")
    used = {e.text("class_uri").partition(":")[0] for e in model.of(ElementKind.CLASS)}
    every: dict[tuple[str, ...], object] = {("id",): schema.data.get("id")}
    if prefixes:
        every |= {("prefixes", name): uri for name, uri in prefixes.items() if name in used}
    for key, uri in every.items():
        if not str(uri).startswith(model.base_uri):
            yield LintFinding(
                location=schema.locate(*key),
                subject=key[-1],
                id=Fault.STUDY_WRONG,
                message=f"deze naam lijkt officieel. Begin hem met {model.base_uri}, de 'basis' uit versies.yaml.",
            )


def _mark_faults(element: Element, known: frozenset[str]) -> Iterator[LintFinding]:
    named = element.note_texts(_MARK)
    wrong = [code for code in named if code not in known]
    if not named or (wrong and named != (_NOBODY,)):
        message = f"'{_MARK}' klopt niet. Noem de bronnen uit bronnen.yaml die hier nu om vragen, of '{_NOBODY}'."
        yield element.fault(Fault.STUDY_WRONG, message, *(("annotations", _MARK) if element.has_note(_MARK) else ()))
