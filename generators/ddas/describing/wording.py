"""Dutch words for the parts of a specification: the same in the documents and in the terminal."""

from __future__ import annotations

from collections.abc import Mapping

from ddas.rules.kinds import find_kind
from ddas.rules.rule_kind import ValuePart
from ddas.standard.specification import Attribute, CodeList, DataType, ObjectType, Specification
from ddas.standard.value_kinds import ValueKind

__all__ = [
    "askers_in_words",
    "cardinality_in_words",
    "ground_in_words",
    "openness_in_words",
    "personal_data_in_words",
    "purposes_in_words",
    "source_titles",
    "type_in_words",
]

_CHECKED_BY_SCHEMA: Mapping[ValueKind, str] = {
    ValueKind.TEXT: "tekst",
    ValueKind.EMAIL: "een e-mailadres",
    ValueKind.DATE: "een bestaande datum in de vorm jjjj-mm-dd",
    ValueKind.DATE_TIME: "een datum met tijd en tijdzone volgens RFC 3339",
    ValueKind.WHOLE_NUMBER: "een geheel getal",
    ValueKind.BOOLEAN: "true of false",
}
_NO_QUESTION = "geen bekende vraag"
_NOBODY_KNOWN = "voor zover bekend niemand"
_PERSONAL = {
    "direct": "Ja, dit kan iemand direct aanwijzen.",
    "indirect": "Ja, dit zegt iets over een persoon.",
    "nee": "Nee.",
}


def cardinality_in_words(attribute: Attribute) -> str:
    """How often the field can stand in its object: ``precies 1 keer``, ``1 tot 2 keer``."""
    if not attribute.many:
        return "precies 1 keer" if attribute.required else "0 of 1 keer"
    low, high = attribute.min_items, attribute.max_items
    if high is None:
        times = f"{low} of meer keer"
    elif low == high:
        times = f"precies {low} keer"
    else:
        times = f"{low} tot {high} keer"
    return times if attribute.required or low == 0 else f"{times}, als de lijst er staat"


def ground_in_words(specification: Specification, ground: str) -> str:
    """What the obligation rests on: the schema, the title of a source, or our own reading."""
    if ground == "schema":
        return "het gepubliceerde schema"
    return source_titles(specification, (ground,))[0]


def source_titles(specification: Specification, codes: tuple[str, ...]) -> tuple[str, ...]:
    """The titles of sources, in the order of their codes; a code without a source stands for itself."""
    title_by_code = {s.code: s.title for s in specification.sources}
    return tuple(title_by_code.get(code, code) for code in codes)


def purposes_in_words(specification: Specification, attribute: Attribute) -> str:
    """The known questions for which the field is used; empty for a part, and when the standard says it of no field."""
    if attribute.purposes:
        return ", ".join(attribute.purposes)
    if specification.object_type(attribute.range) is not None:
        return ""
    return _NO_QUESTION if any(a.purposes for _, a in specification.iter_attributes()) else ""


def askers_in_words(specification: Specification, asked_by: tuple[str, ...]) -> str:
    """Of an element of a study: who asks municipalities for it now; empty for another standard."""
    if not specification.status.is_study:
        return ""
    return "; ".join(source_titles(specification, asked_by)) or _NOBODY_KNOWN


def personal_data_in_words(code: str) -> str:
    """Whether the field says something about a person, as a sentence."""
    return _PERSONAL.get(code, code)


def openness_in_words(closed: bool) -> str:
    """Whether the object accepts other keys, as a sentence."""
    if closed:
        return "Nee. Het schema weigert een object met een sleutel die hier niet staat."
    return "Ja. Het schema accepteert ook sleutels die hier niet staan."


def type_in_words(specification: Specification, object_type: ObjectType, attribute: Attribute) -> tuple[str, ...]:
    """What a value of the field must look like, as sentences, and which part of it the schema and the rules check."""
    target = specification.target(attribute.range)
    sentences: list[str] = []
    if isinstance(target, ObjectType):
        sentences.append(f"{'Een lijst van objecten' if attribute.many else 'Een object'} ‘{target.label}’.")
    elif isinstance(target, CodeList):
        sentences.append(f"Een waarde uit de lijst ‘{target.label}’: {_values(target)}.")
        sentences.append("Het schema controleert dat de waarde in de lijst staat.")
    else:
        exact = any(e.attribute == attribute.name for a in object_type.alternatives for e in a.lengths)
        field = f"{object_type.name}.{attribute.name}"
        sentences += _data_type_in_words(specification, target, field, length_checked=exact)
    if attribute.unique_items:
        sentences.append("Elke waarde komt één keer voor in de lijst. Het schema controleert dat.")
    return tuple(sentences)


def _data_type_in_words(
    specification: Specification, data_type: DataType, field: str, *, length_checked: bool
) -> list[str]:
    sentences = [data_type.definition]
    unchecked: list[ValuePart] = []
    if data_type.length is not None:
        if not length_checked:
            unchecked.append(ValuePart.LENGTH)
        if data_type.pattern is None and str(data_type.length) not in data_type.definition:
            sentences.append(f"Hoogstens {data_type.length} tekens.")
    if data_type.pattern is not None:
        unchecked.append(ValuePart.SPELLING)
    code_list = specification.code_list(data_type.code_list or "")
    if code_list is not None:
        unchecked.append(ValuePart.VALUE)
        sentences.append(f"De waarden zijn: {_values(code_list)}.")
    checked = _CHECKED_BY_SCHEMA[data_type.kind]
    exception = f", maar niet {' en '.join(unchecked)}" if unchecked else ""
    of_length = f" van {data_type.length} tekens" if length_checked else ""
    sentences.append(f"Het schema controleert dat het {checked}{of_length} is{exception}.")
    for rule in specification.rules:
        kind = find_kind(rule.kind)
        if kind is not None and kind.value_part in unchecked and field in rule.fields:
            sentences.append(f"ddas controleert {kind.value_part} wel, met regel {rule.id}.")
    return sentences


def _values(code_list: CodeList) -> str:
    return ", ".join(v.value for v in code_list.values)
