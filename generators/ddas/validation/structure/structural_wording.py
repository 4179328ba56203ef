"""Dutch words for structural faults: what is wrong, what is expected, what to do. Never the value itself.

The words are data (``fault_codes``); this module only says which case holds and fills in the facts of the field.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ddas.standard.alternative_words import join_words
from ddas.standard.alternatives import intended_alternative
from ddas.standard.places import item_word
from ddas.standard.specification import Attribute, CodeList, DataType, ObjectType, Specification
from ddas.standard.value_kinds import ValueKind
from ddas.validation.structure.explainer import StructuralFault
from ddas.validation.structure.fault_codes import (
    EXPECTED_WORDS,
    FOUND_WORDS,
    NAMED_TEXTS,
    STRUCTURAL_CASES,
    FaultCase,
)

__all__ = ["Wording", "word_alternatives", "word_fault", "word_unknown_key"]

Wording = tuple[str, str]
"""Message and remedy."""

_NAME = re.compile(r"\{([a-z_]+)\}")
_LIST = "lijst"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """What the cases ask and the texts tell of one fault, by the words of the file."""

    value: object
    answers: Mapping[str, Any]
    words: Mapping[str, str]


def word_fault(specification: Specification, fault: StructuralFault, attribute: Attribute) -> Wording:
    """Message and remedy for a structural fault at a field that the model knows."""
    in_list = bool(fault.pointer) and isinstance(fault.pointer[-1], int)
    facts = _facts_of_field(specification, fault.value, attribute, in_list=in_list)
    message, remedy = _choose(STRUCTURAL_CASES[fault.kind], facts)
    return message, remedy


def word_unknown_key(similar: str | None) -> Wording:
    """Message and remedy for a key that a closed object does not know; ``similar``: the key it probably should be."""
    facts = _Facts(value=None, answers={"lijkt": similar is not None}, words={"lijkt_op": similar or ""})
    message, remedy = _choose(STRUCTURAL_CASES["additionalProperties"], facts)
    return message, remedy


def word_alternatives(object_type: ObjectType, value: object) -> Wording:
    """Message and remedy for an object that is not filled in one of its ways; of ``value`` only known keys count."""
    facts = _facts_of_ways(object_type, value if isinstance(value, Mapping) else {})
    message, remedy = _choose(STRUCTURAL_CASES["oneOf"], facts)
    return message, remedy


def _choose(cases: tuple[FaultCase, ...], facts: _Facts) -> tuple[str, ...]:
    """The texts of the first case that holds, filled in. The last case of a row has no conditions."""
    case = next(c for c in cases if all(_holds(name, asked, facts) for name, asked in c.conditions.items()))
    return tuple(_NAME.sub(lambda match: _fill(match[1], facts), text) for text in case.texts)


def _holds(name: str, asked: Any, facts: _Facts) -> bool:
    test = _VALUE_TESTS.get(name)
    if test is not None:
        return test(facts.value, asked)
    answer = facts.answers[name]
    return answer in asked if isinstance(asked, list) else answer is asked


def _fill(name: str, facts: _Facts) -> str:
    if name in NAMED_TEXTS:
        return _choose(NAMED_TEXTS[name], facts)[0]
    return facts.words[name]


def _facts_of_field(specification: Specification, value: object, attribute: Attribute, *, in_list: bool) -> _Facts:
    kind, code_list = _target(specification, attribute)
    expected = str(kind) if in_list or not attribute.many else _LIST
    found = _class_of(value)
    return _Facts(
        value=value,
        answers={
            "gevonden": found,
            "verwacht": expected,
            "onderdeel_van_lijst": in_list,
            "waardenlijst": code_list is not None,
            "verplichting": str(attribute.obligation),
            "vereist": attribute.required,
        },
        words={
            "sleutel": attribute.wire_name,
            "omschrijving": attribute.definition,
            "voorwaarde": attribute.condition,
            "gevonden": FOUND_WORDS[found],
            "verwacht": EXPECTED_WORDS[expected],
            "waarden": ", ".join(v.value for v in code_list.values) if code_list else "",
            "minstens": str(attribute.min_items),
            "hoogstens": str(attribute.max_items),
            "onderdeel": item_word(specification, attribute),
        },
    )


def _facts_of_ways(object_type: ObjectType, value: Mapping[str, object]) -> _Facts:
    ways = object_type.alternatives
    intended = intended_alternative(object_type, value)

    def keys(names: Iterable[str]) -> str:
        return join_words([f"`{object_type.wire_name_of(name)}`" for name in names], "en")

    words = {
        "manieren": ", of ".join(a.title for a in ways),
        "nodig": ", of ".join(keys(a.required) for a in ways),
    }
    if intended is None:
        return _Facts(value=None, answers={"manier": "geen"}, words=words)
    missing = [n for n in intended.required if object_type.wire_name_of(n) not in value]
    extra = [n for n in intended.absent if object_type.wire_name_of(n) in value]
    sizes = [f"{keys((e.attribute,))} {e.characters} tekens" for e in intended.lengths]
    words |= {
        "gekozen": keys(intended.required),
        "ontbreekt": keys(missing),
        "te_veel": keys(extra),
        "lengtes": join_words(sizes, "en"),
    }
    answer = "onvolledig" if missing else "te veel" if extra else "lengte"
    return _Facts(value=None, answers={"manier": answer}, words=words)


def _target(specification: Specification, attribute: Attribute) -> tuple[ValueKind, CodeList | None]:
    """What one value of the field should be, and the list that it is a value of."""
    target = specification.target(attribute.range)
    if isinstance(target, CodeList):
        return target.kind, target
    return target.kind, specification.code_list((target.code_list or "") if isinstance(target, DataType) else "")


def _class_of(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true of false"
    if isinstance(value, float) and not value.is_integer():
        return "gebroken getal"
    if isinstance(value, int | float):
        return "getal"
    if isinstance(value, str):
        return "tekst" if value else "lege tekst"
    return "lijst" if isinstance(value, list) else "onderdeel"


def _is_blank(value: object, asked: Any) -> bool:
    return (isinstance(value, str) and not value.strip()) is asked


def _fits(value: object, pattern: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(pattern, value) is not None


_VALUE_TESTS: Mapping[str, Callable[[object, Any], bool]] = {"leeg": _is_blank, "patroon": _fits}
"""The conditions on the value itself, which is looked at and never told."""
