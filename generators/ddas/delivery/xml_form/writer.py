"""JSON content of a delivery → its XML form.

The lines are written here and not by ``xml.etree``, which cannot write a carriage return as a reference, so that
readers would turn it into a line feed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NoReturn
from xml.sax.saxutils import escape, quoteattr

from ddas.delivery.xml_form.shape import MAX_DEPTH, MAX_DIGITS, SPELLINGS, collapse, item_element, root_element
from ddas.errors import DdasError
from ddas.standard.specification import Attribute, ObjectType, Specification
from ddas.standard.value_kinds import ValueKind

__all__ = ["to_xml"]

_Path = tuple[str | int, ...]

# Everything outside the production Char of XML 1.0, section 2.2.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# What JSON Schema takes for a date-time; XML takes less.
_JSON_DATE_TIME = re.compile(
    r"(?!0000)\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)",
    re.ASCII | re.IGNORECASE,
)


def to_xml(delivery: Mapping[str, object], specification: Specification) -> bytes:
    """The XML form of a delivery: UTF-8, indented, elements in the order of the specification.

    Nothing is lost: ``from_xml`` gives the same content back. The content is not judged; a date that does not exist
    is written as it stands.

    Args:
        delivery: The JSON content by wire name, as ``json.loads`` gives it.
        specification: The standard that names its fields.

    Raises:
        DdasError: the delivery holds what XML cannot express; the message opens with its JSON Pointer.
    """
    writer = _Writer(specification)
    writer.write_root(delivery)
    return ("\n".join(writer.lines) + "\n").encode()


def _refuse(path: _Path, sentences: str) -> NoReturn:
    pointer = "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)
    raise DdasError(f"{pointer or 'Het hele bericht'}: {sentences}")


class _Writer:
    """Collects the lines of one document."""

    def __init__(self, specification: Specification) -> None:
        self._specification = specification
        self.lines = ['<?xml version="1.0" encoding="UTF-8"?>']

    def write_root(self, delivery: object) -> None:
        specification = self._specification
        name = root_element(specification)
        namespace = quoteattr(specification.id.xml_namespace)
        self._write_object(specification.root_type, delivery, (), name, f"{name} xmlns={namespace}", 1)

    def _write_object(
        self, object_type: ObjectType, value: object, path: _Path, element: str, start: str, depth: int
    ) -> None:
        if not isinstance(value, Mapping):
            _refuse(path, "hier hoort een object. Verbeter dit in de JSON; 'ddas validate' noemt elke fout.")
        attributes = object_type.exchanged_attributes
        known = {a.wire_name for a in attributes}
        for position, key in enumerate(value, start=1):
            if key not in known:
                _refuse(
                    path,
                    f"sleutel {position} hoort niet bij {object_type.label or object_type.name} en heeft geen plaats "
                    "in XML. Haal de sleutel weg; 'ddas validate' noemt hem.",
                )
        present = [a for a in attributes if a.wire_name in value]
        if self._open(start, path, depth, empty=not present):
            for attribute in present:
                self._write_attribute(attribute, value[attribute.wire_name], (*path, attribute.wire_name), depth + 1)
            self._close(element, depth)

    def _write_attribute(self, attribute: Attribute, value: object, path: _Path, depth: int) -> None:
        if value is None:
            _refuse(path, "null heeft geen plaats in XML. Laat het veld weg.")
        if not attribute.many:
            self._write_value(attribute, value, path, attribute.name, depth)
            return
        if not isinstance(value, list | tuple):
            _refuse(path, "hier hoort een lijst. Verbeter dit in de JSON; 'ddas validate' noemt elke fout.")
        if self._open(attribute.name, path, depth, empty=not value):
            for index, item in enumerate(value):
                self._write_value(attribute, item, (*path, index), item_element(attribute), depth + 1)
            self._close(attribute.name, depth)

    def _write_value(self, attribute: Attribute, value: object, path: _Path, element: str, depth: int) -> None:
        target = self._specification.target(attribute.range)
        if isinstance(target, ObjectType):
            self._write_object(target, value, path, element, element, depth)
            return
        text = _spelled(target.kind, value, path)
        if bad := _NO_XML.search(text):
            _refuse(
                path, f"teken {bad.start() + 1} van de tekst is een stuurteken dat niet in XML kan staan. Haal het weg."
            )
        escaped = escape(text, {"\r": "&#13;"})
        self.lines.append(f"{'  ' * (depth - 1)}<{element}>{escaped}</{element}>")

    def _open(self, start: str, path: _Path, depth: int, *, empty: bool) -> bool:
        """Write a start tag, or a whole empty element; tells whether the element stays open."""
        if depth > MAX_DEPTH:
            _refuse(path, f"meer dan {MAX_DEPTH} elementen staan in elkaar. Maak de aanlevering minder diep.")
        self.lines.append(f"{'  ' * (depth - 1)}<{start}{'/' if empty else ''}>")
        return not empty

    def _close(self, element: str, depth: int) -> None:
        self.lines.append(f"{'  ' * (depth - 1)}</{element}>")


def _spelled(kind: ValueKind, value: object, path: _Path) -> str:
    if kind is ValueKind.BOOLEAN:
        if not isinstance(value, bool):
            _refuse(path, "hier hoort true of false. Verbeter de waarde.")
        return "true" if value else "false"
    if kind is ValueKind.WHOLE_NUMBER:
        return _spelled_integer(value, path)
    if not isinstance(value, str):
        _refuse(path, "hier hoort een tekst. Zet de waarde tussen aanhalingstekens.")
    if kind is not ValueKind.CODE:
        _check_text(kind, value, path)
    return value


def _spelled_integer(value: object, path: _Path) -> str:
    number = int(value) if isinstance(value, float) and value.is_integer() else value
    if isinstance(number, bool) or not isinstance(number, int):
        _refuse(path, "hier hoort een geheel getal. Verbeter de waarde.")
    if abs(number) >= 10**MAX_DIGITS:
        _refuse(path, f"een getal heeft in XML hoogstens {MAX_DIGITS} cijfers. Verbeter de waarde.")
    return str(int(number))


def _check_text(kind: ValueKind, text: str, path: _Path) -> None:
    spelling = SPELLINGS[kind]
    if spelling.collapses and collapse(text) != text:
        _refuse(path, "XML bewaart de witruimte rond deze waarde niet. Haal de witruimte weg.")
    if kind is ValueKind.DATE_TIME and _JSON_DATE_TIME.fullmatch(text):
        assert spelling.pattern is not None  # narrows the type: every date-time has one
        if not re.fullmatch(spelling.pattern, text):
            _refuse(
                path,
                "XML kent deze schrijfwijze van een tijdstip niet. Schrijf T en Z als hoofdletter, hoogstens negen "
                "cijfers achter de komma en hoogstens 14 uur verschil, zoals in 2025-07-15T09:30:00+02:00.",
            )
