"""Specification → SHACL shapes for a delivery that was read with the JSON-LD context: what the wire schema accepts.

What RDF cannot see is left to the JSON Schema: ``null``, a single value where a list of one is due, doubles in a list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ddas.delivery.xml_form.shape import SPELLINGS
from ddas.standard.alternatives import allows_only_required
from ddas.standard.specification import Alternative, Attribute, CodeList, DataType, ObjectType, Specification
from ddas.standard.value_kinds import TEXT_KINDS
from ddas_generators.emit.artefact import Artefact
from ddas_generators.emit.linked.turtle import Statements, format_turtle, inline, rdf_list, shorten, text, text_nl

__all__ = ["SHAPES_FILE", "emit_shacl"]

SHAPES_FILE = "uitwisselmodel.shacl.ttl"
_Row = tuple[str, Sequence[str]]
_ITEMS = rdf_list(("[ sh:zeroOrMorePath rdf:rest ]", "rdf:first"))


def emit_shacl(specification: Specification) -> Iterable[Artefact]:
    """The shapes of the version as Turtle."""
    writer = _Shapes(specification)
    yield Artefact(SHAPES_FILE, format_turtle(writer.prefixes, writer.blocks()).encode())


class _Shapes:
    """Knows the addresses of one specification."""

    def __init__(self, specification: Specification) -> None:
        self._specification = specification
        self.prefixes = {
            "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "sh": "http://www.w3.org/ns/shacl#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
            specification.domain.code: specification.domain.concept_uri(""),
            "vorm": f"{specification.id.uri}/vorm/",
        }

    def blocks(self) -> Iterator[Statements]:
        """A shape per object type, followed by those of its fields and lists."""
        for object_type in self._specification.exchanged_types:
            yield self._object(object_type)
            for attribute in object_type.exchanged_attributes:
                yield self._field(object_type, attribute)
                if attribute.many:
                    yield self._list(object_type, attribute)

    def _object(self, object_type: ObjectType) -> Statements:
        attributes = object_type.exchanged_attributes
        root = object_type is self._specification.root_type
        rows: list[_Row] = [
            ("a", ("sh:NodeShape",)),
            ("sh:name", (text_nl(object_type.label),)),
            ("sh:targetClass", (self._concept(object_type.name),) if root else ()),
            ("sh:targetSubjectsOf", [self._path(object_type, a) for a in attributes] if root else ()),
            ("sh:nodeKind", ("sh:BlankNodeOrIRI",)),
            *((("sh:closed", ("true",)), ("sh:ignoredProperties", ("( rdf:type )",))) if object_type.closed else ()),
            ("sh:property", [self._shape(f"{object_type.name}.{a.name}") for a in attributes]),
            ("sh:xone", self._ways(object_type)),
        ]
        return Statements(subject=self._shape(object_type.name), rows=rows)

    def _ways(self, object_type: ObjectType) -> tuple[str, ...]:
        ways = [self._way(object_type, a) for a in object_type.alternatives]
        return (rdf_list(ways),) if ways else ()

    def _way(self, object_type: ObjectType, alternative: Alternative) -> str:
        """A branch; in a closed type an unknown key is a fault of its own."""
        length_of = {e.attribute: str(e.characters) for e in alternative.lengths}
        properties = []
        for attribute in object_type.exchanged_attributes:
            path: _Row = ("sh:path", (self._path(object_type, attribute),))
            if attribute.name in alternative.required:
                size = [length_of[attribute.name]] if attribute.name in length_of else []
                properties.append(inline(path, ("sh:minCount", ("1",)), ("sh:minLength", size), ("sh:maxLength", size)))
            elif attribute.name in alternative.absent:
                properties.append(inline(path, ("sh:maxCount", ("0",))))
        sees_unknown = not object_type.closed and allows_only_required(object_type, alternative)
        return inline(
            ("sh:property", properties),
            ("sh:closed", ("true",) if sees_unknown else ()),
            ("sh:ignoredProperties", ("( rdf:type )",) if sees_unknown else ()),
        )

    def _field(self, owner: ObjectType, attribute: Attribute) -> Statements:
        name = f"{owner.name}.{attribute.name}"
        rows: list[_Row] = [
            ("a", ("sh:PropertyShape",)),
            ("sh:path", (self._path(owner, attribute),)),
            ("sh:name", (text_nl(attribute.label),)),
            ("sh:minCount", ("1",) if attribute.required else ()),
            ("sh:maxCount", ("1",)),
            *((("sh:node", (self._shape(f"{name}.lijst"),)),) if attribute.many else self._value(attribute)),
        ]
        return Statements(subject=self._shape(name), rows=rows)

    def _list(self, owner: ObjectType, attribute: Attribute) -> Statements:
        """The list itself. RDF counts equal single values once, so of those only the first is asked for."""
        is_object = self._specification.object_type(attribute.range) is not None
        fewest = attribute.min_items if is_object else min(attribute.min_items, 1)
        most = () if attribute.max_items is None else (str(attribute.max_items),)
        items = inline(
            ("sh:path", (_ITEMS,)),
            ("sh:minCount", (str(fewest),) if fewest else ()),
            ("sh:maxCount", most),
            *self._value(attribute),
        )
        return Statements(
            subject=self._shape(f"{owner.name}.{attribute.name}.lijst"),
            rows=(("a", ("sh:NodeShape",)), ("sh:nodeKind", ("sh:BlankNodeOrIRI",)), ("sh:property", (items,))),
        )

    def _value(self, attribute: Attribute) -> tuple[_Row, ...]:
        target = self._specification.target(attribute.range)
        if isinstance(target, ObjectType):
            return (("sh:node", (self._shape(target.name),)),)
        if isinstance(target, CodeList):
            return (("sh:in", (rdf_list(text(v.value) for v in target.values),)),)
        return _single(target)

    def _shape(self, name: str) -> str:
        return shorten(f"{self.prefixes['vorm']}{name}", self.prefixes)

    def _path(self, owner: ObjectType, attribute: Attribute) -> str:
        return self._concept(f"{owner.name}.{attribute.name}")

    def _concept(self, name: str) -> str:
        return shorten(self._specification.domain.concept_uri(name), self.prefixes)


def _single(data_type: DataType) -> tuple[_Row, ...]:
    spelling = SPELLINGS[data_type.kind]
    seen = spelling.pattern is not None and data_type.kind in TEXT_KINDS
    pattern = (text(f"^({spelling.pattern})$"),) if seen else ()
    return (("sh:datatype", (f"xsd:{spelling.base}",)), ("sh:pattern", pattern))
