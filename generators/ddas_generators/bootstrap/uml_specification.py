"""A UML model → the specification of a version. What a UML model never says comes from a neighbour version.

That is the message around the object types, whether an object is closed, and the key of a relation without a role.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ddas.errors import DdasError
from ddas.rendering.printable import make_printable
from ddas.standard.identifiers import camel_case, first_free, pascal_case
from ddas.standard.identity import Version
from ddas.standard.specification import (
    Attribute,
    CodeList,
    CodeValue,
    DataType,
    ObjectType,
    Obligation,
    Specification,
    TextSource,
)
from ddas.standard.status import Status
from ddas_generators.bootstrap.uml import UmlClass, UmlModel, UmlProperty
from ddas_generators.bootstrap.uml_types import find_data_type

__all__ = ["UmlReading", "specification_of_uml"]

_GROUND = "informatiemodel"


@dataclass(frozen=True, slots=True, kw_only=True)
class UmlReading:
    """The specification, and in Dutch what of the UML model is not in it or comes from elsewhere."""

    specification: Specification
    notes: tuple[str, ...]


def specification_of_uml(uml: UmlModel, *, version: str, neighbour: Specification) -> UmlReading:
    """The structure of a UML model in the message of its neighbour.

    Raises:
        DdasError: the version is not one, or a field has a type that nobody knows; with its line.
    """
    Version.parse(version)
    return _Reader(uml, neighbour, version).read()


class _Reader:
    """Gathers object types, and notes of what is left out."""

    def __init__(self, uml: UmlModel, neighbour: Specification, version: str) -> None:
        self._uml = uml
        self._neighbour = neighbour
        self._version = version
        self._class_by_id = {c.id: c for c in uml.classes}
        self._list_by_id = {e.id: _list_name(e.name) for e in uml.enumerations}
        self._relation_by_id = {a.id: a.name for a in uml.associations}
        self._data_types: dict[str, DataType] = {}
        self._notes: list[str] = []

    def read(self) -> UmlReading:
        self._note_rest()
        read = {name: self._object(c, name) for c in self._uml.classes for name in (pascal_case(c.name),)}
        read = self._without_circles(read)
        kept = {o.name: _plain(o) for o in self._neighbour.exchanged_types if o.name not in read}
        order = _reachable(self._neighbour.root, read | kept)
        for name in (n for n in read if n not in order):
            self._notes.append(f"{name}: geen ander onderdeel verwijst ernaar. Verbind het, of haal het weg.")
        names = [*order, *(n for n in read if n not in order)]
        objects = tuple((read | kept)[n] for n in names)
        taken = [n for n in order if n in kept]
        if taken:
            self._notes.append(
                f"Staat niet in de export, overgenomen uit {self._neighbour.id.code}: {', '.join(taken)}."
            )
        return UmlReading(specification=self._specification(objects), notes=tuple(self._notes))

    def _specification(self, objects: tuple[ObjectType, ...]) -> Specification:
        neighbour = self._neighbour
        used = {a.range for o in objects for a in o.attributes}
        lists = {name: _code_list(name, e.values) for e in self._uml.enumerations for name in (_list_name(e.name),)}
        lists |= {c.name: c for c in neighbour.code_lists if c.name in used and c.name not in lists}
        types = {t.name: t for t in neighbour.data_types if t.name in used} | self._data_types
        return replace(
            neighbour,
            version=self._version,
            status=Status.UNKNOWN,
            revision=0,
            object_types=objects,
            code_lists=tuple(lists.values()),
            data_types=tuple(types.values()),
            sources=(TextSource(code=_GROUND, title="Gepubliceerd informatiemodel", kind="publicatie"),),
            rules=(),
            errata=(),
            examples=(),
            renames=(),
            value_renames=(),
            declared_changes=(),
        )

    def _note_rest(self) -> None:
        for skipped in self._uml.skipped:
            self._notes.append(
                f"Regel {skipped.line}: klasse '{_shown(skipped.name)}' is geen objecttype. Niet gelezen."
            )
        reached = {p.association for c in self._uml.classes for p in c.properties}
        for relation in self._uml.associations:
            if relation.id not in reached:
                self._notes.append(
                    f"Regel {relation.line}: relatie '{_shown(relation.name)}' heeft geen richting. Niet gelezen."
                )

    def _object(self, uml_class: UmlClass, name: str) -> ObjectType:
        known = self._neighbour.object_type(name)
        attributes: list[Attribute] = []
        for part in self._properties(uml_class, ()):
            attribute = self._attribute(name, known, part, attributes)
            if attribute is not None:
                attributes.append(attribute)
        return ObjectType(
            name=name,
            label=uml_class.name,
            definition="",
            uri=f"{self._neighbour.domain.code}:{name}",
            exchanged=True,
            closed=known is not None and known.closed,
            attributes=tuple(attributes),
        )

    def _properties(self, uml_class: UmlClass, below: Sequence[str]) -> list[UmlProperty]:
        """What it inherits, then its own."""
        found: list[UmlProperty] = []
        for parent in uml_class.parents:
            general = self._class_by_id.get(parent)
            if general is None or parent in below:
                name = _shown(self._uml.names.get(parent, "onbekend"))
                self._notes.append(
                    f"Regel {uml_class.line}: {_shown(uml_class.name)} is een soort '{name}', en dat staat niet in de "
                    "export. Wat het daarvan erft, is niet gelezen."
                )
            else:
                found += self._properties(general, (*below, uml_class.id))
        return found + list(uml_class.properties)

    def _attribute(
        self, owner: str, known: ObjectType | None, part: UmlProperty, before: Sequence[Attribute]
    ) -> Attribute | None:
        range_name = self._range(part)
        if range_name is None:
            relation = part.name or self._relation_by_id.get(part.association, "")
            target = self._uml.names.get(part.type_id, "onbekend")
            self._notes.append(
                f"Regel {part.line}: {owner}, relatie '{_shown(relation)}' naar '{_shown(target)}': dat objecttype "
                f"staat niet in de export en niet in {self._neighbour.id.code}. Niet gelezen."
            )
            return None
        taken = {a.wire_name for a in before}
        wire_name = part.name or next((k for k in self._keys(known, range_name, part) if k not in taken), "")
        if not wire_name or wire_name in taken:
            raise DdasError(
                f"Regel {part.line}: {owner} heeft twee keer '{_shown(wire_name or range_name)}'. Geef in Enterprise "
                "Architect elk veld en elke relatie een eigen naam."
            )
        name = first_free(camel_case(wire_name), {a.name.casefold() for a in before})
        required = part.fewest > 0
        many = part.most != 1
        return Attribute(
            name=name,
            wire_name=wire_name,
            label=wire_name,
            definition="",
            uri=f"{self._neighbour.domain.code}:{owner}.{name}",
            exchanged=True,
            range=range_name,
            required=required,
            many=many,
            min_items=part.fewest if many else 0,
            max_items=part.most if many else None,
            obligation=Obligation.REQUIRED if required else Obligation.REQUESTED,
            enforced_by=("schema",) if required else (),
            ground="schema" if required else _GROUND,
            personal_data="",
        )

    def _keys(self, known: ObjectType | None, range_name: str, part: UmlProperty) -> list[str]:
        """For a relation without a role: the keys that the neighbour has for the same thing, then its own name."""
        same = [] if known is None else [a.wire_name for a in known.exchanged_attributes if a.range == range_name]
        return [k for k in (*same, self._relation_by_id.get(part.association, ""), camel_case(range_name)) if k]

    def _range(self, part: UmlProperty) -> str | None:
        """Name of the range; None for a class that nobody knows."""
        if part.type_id in self._list_by_id:
            return self._list_by_id[part.type_id]
        name = self._uml.names.get(part.type_id, "")
        if part.type_id in self._class_by_id or part.association:
            found = pascal_case(name) if name else ""
            kept = self._neighbour.object_type(found)
            return found if part.type_id in self._class_by_id or (kept is not None and kept.exchanged) else None
        return self._data_type(name or part.type_id.rpartition("_")[2], part)

    def _data_type(self, name: str, part: UmlProperty) -> str:
        found = find_data_type(name, self._neighbour)
        if found is None:
            raise DdasError(
                f"Regel {part.line}: het type '{_shown(name)}' van het veld '{_shown(part.name)}' is onbekend. "
                "Kies in Enterprise Architect een enumeratie of een type van MIM, zoals CharacterString of Date."
            )
        self._data_types[found.name] = found
        return found.name

    def _without_circles(self, objects: dict[str, ObjectType]) -> dict[str, ObjectType]:
        """A message cannot hold an object inside itself: the relation that closes a circle is left out."""
        result = dict(objects)
        for name in objects:
            kept = []
            for attribute in result[name].attributes:
                if attribute.range in result and name in _reachable(attribute.range, result):
                    self._notes.append(f"{name}.{attribute.wire_name}: deze relatie loopt in een kring. Niet gelezen.")
                else:
                    kept.append(attribute)
            result[name] = replace(result[name], attributes=tuple(kept))
        return result


def _plain(object_type: ObjectType) -> ObjectType:
    """Its structure alone: whether a field that the schema does not ask for is due, is for the new version to say."""
    return replace(
        object_type,
        attributes=tuple(
            replace(
                a,
                obligation=Obligation.REQUIRED if a.required else Obligation.REQUESTED,
                condition="",
                enforced_by=("schema",) if a.required else (),
                ground="schema" if a.required else _GROUND,
            )
            for a in object_type.exchanged_attributes
        ),
    )


def _reachable(start: str, objects: Mapping[str, ObjectType]) -> list[str]:
    """The object types from ``start`` on, in reading order."""
    order: list[str] = []
    pending = [start]
    while pending:
        name = pending.pop()
        if name in objects and name not in order:
            order.append(name)
            pending += [a.range for a in reversed(objects[name].attributes) if a.exchanged]
    return order


def _list_name(name: str) -> str:
    plain = pascal_case(name)
    return plain if plain.startswith("Enum") else f"Enum{plain}"


def _code_list(name: str, values: Sequence[str]) -> CodeList:
    codes: list[str] = []
    for value in values:
        codes.append(first_free(camel_case(value), {c.casefold() for c in codes}))
    return CodeList(
        name=name,
        label=name,
        definition="",
        exchanged=True,
        values=tuple(CodeValue(value=v, code=c, label=v, definition="") for v, c in zip(values, codes, strict=True)),
    )


def _shown(name: str) -> str:
    return make_printable(name[:100])
