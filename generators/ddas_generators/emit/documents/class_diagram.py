"""Specification → a class diagram for PlantUML, with the words of MIM for what each thing is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ddas.standard.alternative_words import alternatives_in_words
from ddas.standard.specification import Attribute, CodeList, ObjectType, Specification
from ddas_generators.emit.artefact import Artefact

__all__ = ["DIAGRAM_FILE", "emit_class_diagram"]

DIAGRAM_FILE = "klassendiagram.puml"


def emit_class_diagram(specification: Specification) -> Iterable[Artefact]:
    """The diagram as one file."""
    yield Artefact(DIAGRAM_FILE, "".join(f"{line}\n" for line in _lines(specification)).encode())


def _lines(specification: Specification) -> Iterator[str]:
    yield f"@startuml {specification.id.python_module}"
    yield f"title {_plain(specification.title)} {specification.version}"
    yield f"' Status: {specification.status}. Gemaakt uit {specification.id.code}; het JSON Schema gaat voor."
    yield "hide empty members"
    yield "hide circle"
    for object_type in specification.object_types:
        yield ""
        yield from _class(specification, object_type)
    for code_list in specification.code_lists:
        yield ""
        yield from _enum(code_list)
    yield ""
    for object_type in specification.object_types:
        for attribute in object_type.attributes:
            yield from _relation(specification, object_type, attribute)
    yield "@enduml"


def _class(specification: Specification, object_type: ObjectType) -> Iterator[str]:
    """Fields with a single value; a field with objects is a relation."""
    yield f'class "{_plain(object_type.label)}" as {object_type.name} <<Objecttype>> {{'
    for attribute in object_type.attributes:
        if specification.object_type(attribute.range) is None:
            yield f"  {{field}} {_plain(attribute.wire_name)} : {attribute.range} [{_occurrence(attribute)}]"
    yield "}"
    notes = alternatives_in_words(object_type)
    if object_type.exchanged and object_type.closed:
        notes = (*notes, "Andere velden zijn niet toegestaan.")
    if notes:
        yield f"note bottom of {object_type.name}"
        yield from (f"  {_plain(note)}" for note in notes)
        yield "end note"


def _enum(code_list: CodeList) -> Iterator[str]:
    yield f'enum "{_plain(code_list.label)}" as {code_list.name} <<Enumeratie>> {{'
    yield from (f"  {{field}} {_plain(value.value)}" for value in code_list.values)
    yield "}"


def _relation(specification: Specification, owner: ObjectType, attribute: Attribute) -> Iterator[str]:
    if specification.object_type(attribute.range) is not None:
        count = _occurrence(attribute)
        yield f'{owner.name} *-- "{count}" {attribute.range} : {_plain(attribute.wire_name)}'
    elif specification.code_list(attribute.range) is not None:
        yield f"{owner.name} ..> {attribute.range} : {_plain(attribute.wire_name)}"


def _occurrence(attribute: Attribute) -> str:
    """How often it stands in the object, as MIM writes it."""
    if not attribute.many:
        return "1" if attribute.required else "0..1"
    fewest = attribute.min_items if attribute.required else 0
    most = "*" if attribute.max_items is None else str(attribute.max_items)
    return most if str(fewest) == most else f"{fewest}..{most}"


def _plain(text: str) -> str:
    """On one line, without the marks that PlantUML and its Creole read as orders."""
    line = " ".join(text.split())
    return "".join(f"<U+{ord(c):04X}>" if c in '{}<>~"' else c for c in line)
