"""Specification → XSD 1.0 for the XML form of a delivery: the same content, for systems that work in XML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from ddas.delivery.xml_form.shape import MAX_DIGITS, SPELLINGS, item_element, root_element
from ddas.standard.alternative_words import alternatives_in_words
from ddas.standard.field_words import obligation_sentences
from ddas.standard.specification import Attribute, CodeList, DataType, ObjectType, Specification
from ddas.standard.status import STUDY_NOTICE
from ddas.standard.value_kinds import ValueKind
from ddas.standard.wire_schema import WIRE_SCHEMA_FILE
from ddas_generators.emit.artefact import Artefact

__all__ = ["FILE_NAME", "build_xsd", "emit_xsd"]

FILE_NAME = "uitwisselmodel.xsd"
_XS = "http://www.w3.org/2001/XMLSchema"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def emit_xsd(specification: Specification) -> Iterable[Artefact]:
    """The XSD as one file."""
    schema = build_xsd(specification)
    etree.indent(schema, space="  ")
    yield Artefact(FILE_NAME, etree.tostring(schema, encoding="UTF-8", xml_declaration=True) + b"\n")


def build_xsd(specification: Specification) -> etree._Element:
    """The XSD as a tree: root element, object types with their lists, code lists, data types.

    Raises:
        ModelError: a list without a name for its items, or a type that XML has no spelling for.
    """
    namespace = specification.id.xml_namespace
    schema = etree.Element(f"{{{_XS}}}schema", nsmap={"xs": _XS, "ddas": namespace})
    schema.set("targetNamespace", namespace)
    schema.set("elementFormDefault", "qualified")
    schema.set("version", specification.version)
    _annotate(schema, *_opening(specification))
    root = specification.root_type
    element = _add(schema, "element", name=root_element(specification), type=_reference(root.name))
    _annotate(element, f"Het hele bericht. {root.definition}")
    for object_type in specification.exchanged_types:
        _add_object_type(schema, specification, object_type)
    used = {a.range for _, a in specification.iter_attributes()}
    for code_list in specification.code_lists:
        if code_list.name in used:
            _add_code_list(schema, code_list)
    for data_type in specification.data_types:
        if data_type.name in used:
            _add_data_type(schema, data_type)
    return schema


def _opening(specification: Specification) -> Iterator[str]:
    taken = "CBS neemt dit niet aan." if specification.status.is_study else "CBS neemt JSON aan, geen XML."
    yield (
        f"{taken} Dit schema beschrijft dezelfde inhoud voor systemen die met XML werken. "
        "Zet een aanlevering om naar JSON voordat u haar aanbiedt."
    )
    title = ". ".join(part for part in (specification.title, specification.description) if part)
    if title:
        yield title
    standing = STUDY_NOTICE if specification.status.is_study else "Het gepubliceerde JSON Schema gaat voor."
    yield f"Gemaakt uit het model van {specification.id.code}. {standing}"


def _add_object_type(schema: etree._Element, specification: Specification, object_type: ObjectType) -> None:
    attributes = object_type.exchanged_attributes
    declared = _add(schema, "complexType", name=object_type.name)
    ways = alternatives_in_words(object_type)
    unchecked = ("Dit schema kan dat niet nagaan.",) if ways else ()
    _annotate(declared, " ".join([f"{object_type.label}. {object_type.definition}", *ways, *unchecked]))
    group = _add(declared, "all")
    for attribute in attributes:
        kind = f"{object_type.name}.{attribute.name}" if attribute.many else attribute.range
        element = _add(group, "element", name=attribute.name, type=_reference(kind))
        if not attribute.required:
            element.set("minOccurs", "0")
        _annotate(element, _description(attribute), json_key=attribute.wire_name, specification=specification)
    for attribute in attributes:
        if attribute.many:
            _add_list(schema, specification, object_type, attribute)


def _add_list(
    schema: etree._Element, specification: Specification, object_type: ObjectType, attribute: Attribute
) -> None:
    """The type of a wrapper element. The dot in its name keeps it apart from every object type."""
    declared = _add(schema, "complexType", name=f"{object_type.name}.{attribute.name}")
    _annotate(declared, f"De lijst '{attribute.label}' van {object_type.label}, met een element per onderdeel.")
    item = _add(_add(declared, "sequence"), "element", name=item_element(attribute), type=_reference(attribute.range))
    item.set("minOccurs", str(attribute.min_items))
    item.set("maxOccurs", "unbounded" if attribute.max_items is None else str(attribute.max_items))
    target = specification.target(attribute.range)
    _annotate(item, f"Een onderdeel van de lijst '{attribute.label}': {target.label}. {target.definition}")


def _description(attribute: Attribute) -> str:
    parts = [f"{attribute.label}. {attribute.definition}", *obligation_sentences(attribute)]
    if attribute.unique_items:
        parts.append("Elk onderdeel van de lijst is anders; dit schema kan dat niet nagaan.")
    if attribute.deprecated:
        parts.append(attribute.deprecated)
    return " ".join(parts)


def _add_code_list(schema: etree._Element, code_list: CodeList) -> None:
    declared = _add(schema, "simpleType", name=code_list.name)
    _annotate(declared, f"{code_list.label}. {code_list.definition}")
    restriction = _add(declared, "restriction", base="xs:string")
    for value in code_list.values:
        _annotate(_add(restriction, "enumeration", value=value.value), value.definition)


def _add_data_type(schema: etree._Element, data_type: DataType) -> None:
    spelling = SPELLINGS[data_type.kind]
    declared = _add(schema, "simpleType", name=data_type.name)
    _annotate(declared, f"{data_type.label}. {data_type.definition}")
    restriction = _add(declared, "restriction", base=f"xs:{spelling.base}")
    if data_type.kind is ValueKind.WHOLE_NUMBER:
        _add(restriction, "totalDigits", value=str(MAX_DIGITS))
    if spelling.pattern is not None:
        _add(restriction, "pattern", value=spelling.pattern)


def _reference(name: str) -> str:
    return f"ddas:{name}"


def _add(parent: etree._Element, tag: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{_XS}}}{tag}", attributes)


def _annotate(
    parent: etree._Element, *texts: str, json_key: str | None = None, specification: Specification | None = None
) -> None:
    annotation = _add(parent, "annotation")
    for text in texts:
        documentation = _add(annotation, "documentation")
        documentation.set(_LANG, "nl")
        documentation.text = text
    if json_key is not None and specification is not None:
        appinfo = _add(annotation, "appinfo", source=specification.id.artefact_uri(WIRE_SCHEMA_FILE))
        appinfo.text = json_key
