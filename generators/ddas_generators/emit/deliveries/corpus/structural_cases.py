"""Cases of structure: per field every way in which the wire schema can refuse it, one fault each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ddas.errors import ModelError
from ddas.findings import Level, Pointer, format_pointer
from ddas.rules.cases.json_patch import apply_patch
from ddas.standard.places import Visit, iter_objects
from ddas.standard.specification import Alternative, Attribute, ObjectType, Specification
from ddas.standard.value_kinds import WIRE_FORMS, ValueKind
from ddas.validation.naming import structural_id
from ddas_generators.emit.deliveries.corpus.case import ConformanceCase, ExpectedFinding

__all__ = ["iter_structural_cases"]

_Wrong = tuple[tuple[str, str, Any], ...]
"""Slug, words and the value itself."""

_NO_TEXT: _Wrong = (("getal", "een getal in plaats van een tekst", 12345),)
_NO_LIST: _Wrong = (
    ("object", "een object in plaats van een lijst", {}),
    ("tekst", "een tekst in plaats van een lijst", ""),
)
_WRONG_CLASSES: Mapping[ValueKind, _Wrong] = {
    ValueKind.TEXT: _NO_TEXT,
    ValueKind.EMAIL: _NO_TEXT,
    ValueKind.DATE: _NO_TEXT,
    ValueKind.DATE_TIME: _NO_TEXT,
    ValueKind.WHOLE_NUMBER: (
        ("tekst", "een tekst in plaats van een getal", "12"),
        ("gebroken", "een gebroken getal", 12.5),
    ),
    ValueKind.BOOLEAN: (
        ("tekst", "een tekst in plaats van true of false", "ja"),
        ("getal", "een getal in plaats van true of false", 1),
    ),
    ValueKind.CODE: _NO_TEXT,
    ValueKind.OBJECT: (("tekst", "een tekst in plaats van een object", "tekst"),),
}
_WRONG_TEXTS: Mapping[ValueKind, _Wrong] = {
    ValueKind.TEXT: (),
    ValueKind.EMAIL: (("zonder-apenstaart", "een adres zonder apenstaartje", "balie.voorbeeld.example"),),
    ValueKind.DATE: (
        ("dag-eerst", "een datum met de dag vooraan", "31-01-2025"),
        ("bestaat-niet", "een dag die niet bestaat", "2025-02-30"),
        ("met-tijd", "een datum met een tijd erbij", "2025-01-31T00:00:00Z"),
        ("leeg", "een lege tekst", ""),
    ),
    ValueKind.DATE_TIME: (
        ("zonder-zone", "een datum en tijd zonder tijdzone", "2025-07-15T09:30:00"),
        ("zonder-tijd", "een datum zonder tijd", "2025-07-15"),
        ("leeg", "een lege tekst", ""),
    ),
    ValueKind.WHOLE_NUMBER: (),
    ValueKind.BOOLEAN: (),
    ValueKind.CODE: (
        ("niet-in-lijst", "een waarde die niet in de waardenlijst staat", "Deze waarde bestaat niet"),
        ("leeg", "een lege tekst", ""),
    ),
    ValueKind.OBJECT: (),
}
"""Values of the right class that the schema refuses all the same."""
_UNKNOWN_KEY = "verzonnenVeld"


@dataclass(frozen=True, slots=True)
class _Fault:
    """One fault. ``pointer``: where it is found, from the object that holds the field; ``step``: the JSON Patch."""

    slug: str
    words: str
    kind: str
    pointer: Pointer
    step: dict[str, Any]


def iter_structural_cases(specification: Specification, bases: Sequence[Any]) -> Iterator[ConformanceCase]:
    """The cases of every exchanged field and every closed object, in reading order.

    Args:
        specification: The standard.
        bases: Clean deliveries, best first; between them they hold every object type.

    Raises:
        ModelError: no base holds an object type.
    """
    visits = [(base, visit) for base in bases for visit in iter_objects(specification, base)]
    for object_type in specification.exchanged_types:
        of_type = [(base, visit) for base, visit in visits if visit.object_type is object_type]
        if not of_type:
            raise ModelError(f"{object_type.name}: geen voorbeeld zonder bevindingen bevat dit object. Maak er een.")
        for attribute in object_type.exchanged_attributes:
            wire_name = attribute.wire_name
            base, visit = next(((b, v) for b, v in of_type if v.value.get(wire_name)), of_type[0])
            for fault in _iter_faults(specification, attribute, visit.value.get(wire_name)):
                name = f"opbouw-{object_type.name}-{attribute.name}-{fault.slug}"
                words = f"{object_type.label}, {attribute.label}: {fault.words}."
                yield _make(specification, name, f"{object_type.name}.{attribute.name}", words, base, visit, fault)
        yield from _iter_alternative_cases(specification, object_type, of_type)
        if object_type.closed:
            base, visit = of_type[0]
            yield _unknown_key(specification, object_type, base, visit)


def _iter_alternative_cases(
    specification: Specification, object_type: ObjectType, of_type: Sequence[tuple[Any, Visit]]
) -> Iterator[ConformanceCase]:
    """Of each way to fill the object: something it needs is gone, something is there beside it, a text is too short."""
    name_of = object_type.wire_name_of
    values = {key: value for _, visit in reversed(of_type) for key, value in visit.value.items()}
    for number, alternative in enumerate(object_type.alternatives, 1):
        needed = [name_of(n) for n in alternative.required]
        fitting = ((b, v) for b, v in of_type if set(needed) <= v.value.keys())
        base, visit = next(fitting, (None, None))
        if visit is None:
            raise ModelError(f"{object_type.name}: geen schoon voorbeeld is gevuld {alternative.title}. Maak er een.")
        for key, words, step in _iter_breaches(object_type, alternative, needed, values):
            name = f"opbouw-{object_type.name}-manier-{number}-{key}"
            tries = f"{object_type.label} {alternative.title}: {words}."
            fault = _Fault(key, words, "oneOf", (), step)
            yield _make(specification, name, object_type.name, tries, base, visit, fault)


def _iter_breaches(
    object_type: ObjectType, alternative: Alternative, needed: list[str], values: Mapping[str, Any]
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Slug, words and step of each single change after which the way no longer holds, nor another."""
    name_of = object_type.wire_name_of
    for key in needed:
        yield f"zonder-{key}", f"{key} ontbreekt", {"op": "remove", "path": key}
    for key in (name_of(n) for n in alternative.absent):
        if key in values:
            yield f"naast-{key}", f"{key} staat ernaast", _put(key, values[key])
    for exact in alternative.lengths:
        key = name_of(exact.attribute)
        for slug, text in (("kort", "1" * (exact.characters - 1)), ("lang", "1" * (exact.characters + 1))):
            yield f"{key}-te-{slug}", f"{key} is te {slug}", _put(key, text)


def _unknown_key(specification: Specification, object_type: ObjectType, base: Any, visit: Visit) -> ConformanceCase:
    pointer = (_UNKNOWN_KEY,)
    step = {"op": "add", "path": _UNKNOWN_KEY, "value": "tekst"}
    fault = _Fault("onbekende-sleutel", "een sleutel die hier niet mag staan", "additionalProperties", pointer, step)
    name = f"opbouw-{object_type.name}-onbekende-sleutel"
    return _make(specification, name, object_type.name, f"{object_type.label}: {fault.words}.", base, visit, fault)


def _make(
    specification: Specification, name: str, about: str, words: str, base: Any, visit: Visit, fault: _Fault
) -> ConformanceCase:
    holder = format_pointer(visit.pointer)
    step = {k: f"{holder}/{v}" if k in ("path", "from") else v for k, v in fault.step.items()}
    pointer = format_pointer((*visit.pointer, *fault.pointer))
    return ConformanceCase(
        name=name,
        kind="opbouw",
        about=about,
        tries=words,
        keyword=fault.kind.partition(":")[0],
        document=apply_patch(base, [step]),
        findings=(ExpectedFinding(pointer, structural_id(specification, fault.kind), Level.ERROR),),
    )


def _iter_faults(specification: Specification, attribute: Attribute, value: Any) -> Iterator[_Fault]:
    name = attribute.wire_name
    at = (name,)
    if attribute.required:
        yield _Fault("ontbreekt", "ontbreekt", "required", at, {"op": "remove", "path": name})
    yield _Fault("null", "null", "type", at, _put(name, None))
    if not attribute.many:
        for slug, words, kind, wrong in _iter_wrong(specification, attribute.range):
            yield _Fault(slug, words, kind, at, _put(name, wrong))
        return
    for slug, words, wrong in _NO_LIST:
        yield _Fault(slug, words, "type", at, _put(name, wrong))
    for slug, words, kind, wrong in (("null", "null", "type", None), *_iter_wrong(specification, attribute.range)):
        step = {"op": "replace", "path": f"{name}/0", "value": wrong} if value else _put(name, [wrong])
        yield _Fault(f"onderdeel-{slug}", f"als onderdeel {words}", kind, (*at, 0), step)
    yield from _iter_wrong_sizes(specification, attribute, value)


def _put(name: str, value: Any) -> dict[str, Any]:
    return {"op": "add", "path": name, "value": value}


def _iter_wrong(specification: Specification, range: str) -> Iterator[tuple[str, str, str, Any]]:
    """Slug, words, kind of fault and value, for single values of a type."""
    kind = specification.target(range).kind
    for slug, words, value in _WRONG_CLASSES[kind]:
        yield slug, words, "type", value
    keyword = "enum" if kind is ValueKind.CODE else f"format:{WIRE_FORMS[kind].format}"
    for slug, words, text in _WRONG_TEXTS[kind]:
        yield slug, words, keyword, text


def _iter_wrong_sizes(specification: Specification, attribute: Attribute, value: Any) -> Iterator[_Fault]:
    name, at, high = attribute.wire_name, (attribute.wire_name,), attribute.max_items
    if attribute.min_items:
        yield _Fault("te-weinig", "een lijst met te weinig onderdelen", "minItems", at, _put(name, []))
    if high is not None and value and not attribute.unique_items:
        items = (value * (high + 1))[: high + 1]
        yield _Fault("te-veel", "een lijst met te veel onderdelen", "maxItems", at, _put(name, items))
    if attribute.unique_items:
        code_list = specification.code_list(attribute.range)
        first = value[0] if value else code_list.values[0].value if code_list else {}
        yield _Fault("dubbel", "een lijst met twee gelijke onderdelen", "uniqueItems", at, _put(name, [first, first]))
