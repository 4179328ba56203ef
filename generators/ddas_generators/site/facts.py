"""Facts that pages show and that follow from the model: cases of rules, questions, the glossary, the core."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from ddas.rules.cases.case_fragments import show_case
from ddas.rules.cases.json_patch import split_pointer
from ddas.standard.specification import (
    Attribute,
    Example,
    ObjectType,
    Obligation,
    Rule,
    RuleCase,
    Specification,
)
from ddas.standard.wire_tree import build_wire_tree
from ddas_generators.site.addresses import code_list_address, code_value_address, object_type_address, phase_address

__all__ = [
    "CaseSteps",
    "Core",
    "Question",
    "Term",
    "case_steps",
    "common_questions",
    "glossary",
    "place_in_words",
    "required_core",
]

_OPERATIONS = {
    "add": "Erbij",
    "replace": "Anders",
    "remove": "Weg",
    "copy": "Gekopieerd",
    "move": "Verplaatst",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSteps:
    """A case of a rule, ready to show.

    ``base``: name of the example that it starts from. ``changes``: what is done, the place in words, and the value as
    JSON (empty when there is none). ``fragment``: JSON of the object around the place where the rule fires, or around
    the first change. ``places``: in words.
    """

    name: str
    base: str
    example: Example | None
    changes: tuple[tuple[str, str, str], ...]
    fragment: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question with its answer in sentences, and the name of what it is about (``link_to`` finds it)."""

    anchor: str
    question: str
    answer: tuple[str, ...]
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the glossary. ``kind``: Dutch word for what it is."""

    term: str
    kind: str
    definition: str
    address: str


@dataclass(frozen=True, slots=True)
class Core:
    """What must at least be right: fields by the schema, by a rule, on a condition, and rules of level fout."""

    by_schema: tuple[tuple[ObjectType, Attribute], ...]
    otherwise: tuple[tuple[ObjectType, Attribute], ...]
    conditional: tuple[tuple[ObjectType, Attribute], ...]
    rules: tuple[Rule, ...]


def required_core(specification: Specification) -> Core:
    """The fields and rules that decide whether a delivery is usable."""
    fields = tuple(specification.iter_attributes())
    required = [f for f in fields if f[1].obligation is Obligation.REQUIRED]
    return Core(
        by_schema=tuple(f for f in required if f[1].enforced_by == ("schema",)),
        otherwise=tuple(f for f in required if f[1].enforced_by != ("schema",)),
        conditional=tuple(f for f in fields if f[1].obligation is Obligation.CONDITIONAL),
        rules=tuple(r for r in specification.rules if r.level == "fout"),
    )


def case_steps(specification: Specification, rule: Rule, case: RuleCase) -> CaseSteps:
    """The case with its changes and the piece of the delivery that they leave.

    Raises:
        DdasError: the patch does not fit the example.
    """
    changes = tuple(
        (
            _OPERATIONS.get(o["op"], str(o["op"])),
            place_in_words(specification, str(o["path"])),
            json.dumps(o["value"], ensure_ascii=False, indent=2) if "value" in o else "",
        )
        for o in json.loads(case.patch)
    )
    return CaseSteps(
        name=case.name,
        base=case.base,
        example=next((e for e in specification.examples if e.name == case.base), None),
        changes=changes,
        fragment="\n".join(show_case(specification, rule, case)),
        places=tuple(place_in_words(specification, p) for p in case.places),
    )


def place_in_words(specification: Specification, pointer: str) -> str:
    """``/leveringen/0/verhuringen/2/vertrek`` → ``Levering 1, Verhuring 3, vertrek``."""
    nodes = build_wire_tree(specification).nodes
    steps: tuple[str, ...] = ()
    words: list[str] = []
    for part in split_pointer(pointer):
        node = nodes.get(steps)
        if node is not None and node.attribute.many and part.isdigit() and words:
            words[-1] = f"{node.attribute.item or node.attribute.wire_name} {int(part) + 1}"
            continue
        if part == "-" and words:
            words[-1] = f"{words[-1]}, achteraan"
            continue
        steps = (*steps, part)
        words.append(part)
    return ", ".join(words) or "het hele bestand"


def common_questions(specification: Specification) -> list[tuple[str, list[Question]]]:
    """Questions by heading: when a field is needed, what to do with known faults, what a rule asks."""
    return [
        ("Wanneer vul ik dit veld in?", list(_iter_condition_questions(specification))),
        ("Bekende fouten in de publicaties", list(_iter_erratum_questions(specification))),
        ("Wat doe ik met deze melding?", list(_iter_rule_questions(specification))),
    ]


def _iter_condition_questions(specification: Specification) -> Iterator[Question]:
    for object_type, attribute in specification.iter_attributes():
        if attribute.obligation is Obligation.CONDITIONAL:
            yield Question(
                anchor=f"wanneer-{object_type.name}-{attribute.name}",
                question=f"{object_type.label}: wanneer moet ‘{attribute.label}’ gevuld zijn?",
                answer=("Dit veld is verplicht als dit geldt:", attribute.condition, *attribute.explanation[:1]),
                about=(f"{object_type.name}.{attribute.name}", *attribute.enforced_by),
            )


def _iter_erratum_questions(specification: Specification) -> Iterator[Question]:
    for erratum in specification.errata:
        yield Question(
            anchor=f"vraag-{erratum.id}",
            question=erratum.title,
            answer=(erratum.fault, erratum.reading),
            about=erratum.fields,
        )


def _iter_rule_questions(specification: Specification) -> Iterator[Question]:
    for rule in specification.rules:
        answer = (rule.remedy, *((rule.explanation,) if rule.explanation else ()))
        yield Question(anchor=f"melding-{rule.id}", question=rule.message, answer=answer, about=(rule.id,))


def glossary(specification: Specification) -> list[tuple[str, list[Term]]]:
    """First letter → terms: object types, code lists, their values, and phases, in Dutch order."""
    terms = [Term(o.label, "objecttype", o.definition, object_type_address(o.name)) for o in specification.object_types]
    for code_list in specification.code_lists:
        terms.append(Term(code_list.label, "waardenlijst", code_list.definition, code_list_address(code_list.name)))
        for value in code_list.values:
            address = code_value_address(code_list.name, value.code)
            terms.append(Term(value.label, f"waarde bij {code_list.label}", value.definition, address))
    terms += [Term(p.title, "fase", p.description, phase_address(p.code)) for p in specification.phases]
    by_letter: dict[str, list[Term]] = {}
    for term in sorted(terms, key=lambda t: (t.term.casefold(), t.kind)):
        letter = term.term[:1].upper()
        by_letter.setdefault(letter if letter.isalpha() else "0–9", []).append(term)
    return sorted(by_letter.items())
