"""The parts of a standard by name: what readers call them, so that documents and site show the same label."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ddas.describing.wording import source_titles
from ddas.rules.kinds import iter_typed_fields
from ddas.standard.specification import CodeList, ObjectType, Rule, Specification

__all__ = ["SOURCE_KINDS", "Element", "ElementKind", "find_element", "name_sources", "rule_fields", "silenced_by"]

SOURCE_KINDS = {
    "publicatie": "publicatie over de standaard",
    "vakbron": "bron uit het vak",
    "wet": "wet",
    "eigen": "eigen tekst",
}
"""Kind of a source → what readers call it."""


class ElementKind(StrEnum):
    """What a name stands for."""

    OBJECT_TYPE = "objecttype"
    FIELD = "veld"
    CODE_LIST = "waardenlijst"
    CODE_VALUE = "waarde"
    DATA_TYPE = "soort gegeven"
    RULE = "regel"


@dataclass(frozen=True, slots=True)
class Element:
    """A part of a standard. ``whole``: name of the object type, list, data type or rule; ``part``: field or code."""

    kind: ElementKind
    label: str
    whole: str
    part: str = ""


def find_element(specification: Specification, name: str) -> Element | None:
    """``ObjectType``, ``ObjectType.attribute``, ``CodeList``, ``CodeList.code``, ``DataType`` or the id of a rule.

    A part is called by its whole as well: ``Cliënt: Geboortedatum``. None for a name that is not there.
    """
    rule = specification.rule(name)
    if rule is not None:
        return Element(ElementKind.RULE, f"{rule.id} {rule.name}", rule.id)
    first, dot, second = name.partition(".")
    object_type, code_list = specification.object_type(first), specification.code_list(first)
    if dot:
        return _find_part(object_type or code_list, second)
    if object_type is not None:
        return Element(ElementKind.OBJECT_TYPE, object_type.label, first)
    if code_list is not None:
        return Element(ElementKind.CODE_LIST, code_list.label, first)
    data_type = specification.data_type(first)
    return None if data_type is None else Element(ElementKind.DATA_TYPE, data_type.label, first)


def _find_part(whole: ObjectType | CodeList | None, name: str) -> Element | None:
    if whole is None:
        return None
    if isinstance(whole, ObjectType):
        kind, label = ElementKind.FIELD, next((a.label for a in whole.attributes if a.name == name), None)
    else:
        kind, label = ElementKind.CODE_VALUE, next((v.label for v in whole.values if v.code == name), None)
    return None if label is None else Element(kind, f"{whole.label}: {label}", whole.name, name)


def name_sources(specification: Specification, codes: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Title and code of each source, in the order of the codes; the code is empty when it is not listed."""
    known = {s.code for s in specification.sources}
    titles = source_titles(specification, codes)
    return tuple((title, code if code in known else "") for code, title in zip(codes, titles, strict=True))


def rule_fields(specification: Specification, rule: Rule) -> tuple[str, ...]:
    """What the rule names; else the fields of the types that it names; else the objects that it looks at."""
    typed = (
        f"{scope}.{p.attribute.name}" for scope in rule.scopes for p in iter_typed_fields(rule, scope, specification)
    )
    return rule.fields or tuple(typed) or rule.scopes


def silenced_by(specification: Specification, rule: Rule) -> tuple[str, ...]:
    """The ids of the rules that go before this one: where one of them fires, this one keeps silent."""
    return tuple(r.id for r in specification.rules if rule.id in r.silences)
