"""Whether a field must be delivered: obligation, condition, what enforces it, and on what ground."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ddas.standard.specification import Obligation
from ddas_generators.lint.element import Element, ElementKind
from ddas_generators.lint.fault import Fault
from ddas_generators.lint.finding import LintFinding
from ddas_generators.lint.lint_model import LintModel

__all__ = ["OWN_READING", "check_conditions", "check_enforcement", "check_grounds", "check_obligations"]

FEWEST_WORDS_OF_SENTENCE = 4
OWN_READING = "eigen duiding"
"""The ground of an obligation that no publication states."""

_STRICT = (Obligation.REQUIRED, Obligation.CONDITIONAL)


def check_obligations(model: LintModel) -> Iterator[LintFinding]:
    """Every attribute has an obligation that fits the wire schema."""
    for element in model.of(ElementKind.ATTRIBUTE):
        value = element.note("verplichting")
        if value is None:
            yield element.fault(
                Fault.OBLIGATION_MISSING, f"'verplichting' ontbreekt. Kies uit: {', '.join(Obligation)}."
            )
        elif value not in tuple(Obligation):
            yield _at(
                element,
                "verplichting",
                Fault.OBLIGATION_UNKNOWN,
                f"de verplichting '{value}' bestaat niet. Kies uit: {', '.join(Obligation)}.",
            )
        elif not element.exchanged and value != Obligation.NOT_REQUESTED:
            yield _at(
                element,
                "verplichting",
                Fault.OBLIGATION_CONTRADICTS,
                "dit veld wordt niet uitgewisseld. Schrijf 'verplichting: niet gevraagd'.",
            )
        elif element.exchanged and element.data.get("required") is True and value != Obligation.REQUIRED:
            yield _at(
                element,
                "verplichting",
                Fault.OBLIGATION_CONTRADICTS,
                "het schema eist dit veld ('required'). Schrijf 'verplichting: verplicht'.",
            )


def check_conditions(model: LintModel) -> Iterator[LintFinding]:
    """A condition stands exactly where it is needed, is a sentence, and names only rules that exist."""
    rules = model.names(ElementKind.RULE)
    rule_id = re.compile(rf"\b{model.rule_prefix}-\d+[a-z]?\b")
    for element in model.of(ElementKind.ATTRIBUTE):
        conditional = element.note("verplichting") == Obligation.CONDITIONAL
        text = element.note_text("voorwaarde")
        if not text:
            if conditional:
                yield element.fault(
                    Fault.CONDITION_MISSING,
                    "de voorwaarde ontbreekt. Schrijf bij 'voorwaarde' in een zin wanneer het veld verplicht is.",
                )
            continue
        if not conditional:
            yield _at(
                element,
                "voorwaarde",
                Fault.CONDITION_SUPERFLUOUS,
                "er is een voorwaarde, maar het veld is niet voorwaardelijk. Haal de voorwaarde weg of verander de "
                "verplichting.",
            )
        elif not _is_sentence(text):
            yield _at(
                element,
                "voorwaarde",
                Fault.CONDITION_NO_SENTENCE,
                "de voorwaarde is geen zin. Begin met een hoofdletter, eindig met een punt en gebruik minstens "
                f"{FEWEST_WORDS_OF_SENTENCE} woorden.",
            )
        for name in sorted(set(rule_id.findall(text)) - rules):
            yield _at(element, "voorwaarde", Fault.RULE_UNKNOWN, _unknown_rule(name))


def check_enforcement(model: LintModel) -> Iterator[LintFinding]:
    """Every exchanged attribute says what notices its absence, in agreement with the wire schema."""
    rules = model.names(ElementKind.RULE)
    for element in model.of(ElementKind.ATTRIBUTE):
        named = element.note_texts("afgedwongen")
        for name in named:
            if name not in rules and name not in ("schema", "geen"):
                yield _at(element, "afgedwongen", Fault.RULE_UNKNOWN, _unknown_rule(name))
        if not named and element.exchanged:
            yield element.fault(
                Fault.ENFORCED_MISSING,
                "'afgedwongen' ontbreekt. Schrijf 'schema', het id van een regel, of 'geen'.",
            )
        elif named and (message := _contradiction(element, named)):
            yield _at(element, "afgedwongen", Fault.ENFORCED_CONTRADICTS, message)


def _contradiction(element: Element, named: tuple[str, ...]) -> str:
    required = element.data.get("required") is True
    if required and "schema" not in named:
        return "het schema eist dit veld ('required'). Schrijf 'afgedwongen: schema'."
    if not required and "schema" in named and not _is_demanded_in_a_way(element):
        return "het schema eist dit veld niet. Noem een regel of 'geen', of zet 'required: true'."
    if "geen" in named and len(named) > 1:
        return "'geen' staat naast een andere waarde. Haal een van de twee weg."
    if "geen" in named and element.note("verplichting") in _STRICT:
        return (
            f"niets merkt het als dit veld ontbreekt, maar het is {element.note('verplichting')}. "
            "Noem de regel die dit controleert, of verander de verplichting."
        )
    return ""


def _is_demanded_in_a_way(element: Element) -> bool:
    """Whether one of the alternatives of the class (``exactly_one_of``) requires this attribute."""
    ways = element.owner.data.get("exactly_one_of") if element.owner is not None else None
    for way in ways if isinstance(ways, list) else ():
        conditions = way.get("slot_conditions") if isinstance(way, Mapping) else None
        condition = conditions.get(element.name) if isinstance(conditions, Mapping) else None
        if isinstance(condition, Mapping) and condition.get("required") is True:
            return True
    return False


def check_grounds(model: LintModel) -> Iterator[LintFinding]:
    """Every obligation says on what it rests."""
    publications = {e.name for e in model.of(ElementKind.SOURCE) if e.text("soort") == "publicatie"}
    known = {"schema", OWN_READING, *publications}
    for element in model.of(ElementKind.ATTRIBUTE):
        ground = element.note("grond")
        if ground is None:
            yield element.fault(
                Fault.GROUND_MISSING,
                "'grond' ontbreekt. Schrijf 'schema', de code van een publicatie uit bronnen.yaml, of "
                f"'{OWN_READING}'.",
            )
        elif not isinstance(ground, str) or ground not in known:
            yield _at(
                element,
                "grond",
                Fault.GROUND_UNKNOWN,
                f"'{ground}' kan geen grond zijn. Kies uit: {', '.join(sorted(known))}.",
            )


def _is_sentence(text: str) -> bool:
    return not text[0].islower() and text.endswith(".") and len(text.split()) >= FEWEST_WORDS_OF_SENTENCE


def _unknown_rule(name: str) -> str:
    return f"de regel '{name}' staat niet in regels.yaml. Verbeter het id of voeg de regel daar toe."


def _at(element: Element, annotation: str, fault: Fault, message: str) -> LintFinding:
    return element.fault(fault, message, "annotations", annotation)
