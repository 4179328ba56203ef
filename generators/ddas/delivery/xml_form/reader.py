"""XML form of a delivery → its JSON content.

Reads the shape (names, lists, types of single values) and leaves the judgement of the content to the JSON rules.
Document types are refused, so that no entity is ever expanded or fetched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from ddas.delivery.xml_form.shape import (
    MAX_DEPTH,
    MAX_DIGITS,
    SPELLINGS,
    WHITE_SPACE,
    collapse,
    item_element,
    root_element,
)
from ddas.errors import DdasError
from ddas.standard.specification import Attribute, Specification
from ddas.standard.value_kinds import ValueKind

__all__ = ["from_xml"]

_ENCODINGS = frozenset({"utf-8", "utf-16", "us-ascii", "iso-8859-1", "windows-1252"})
_IGNORED = frozenset(
    f"http://www.w3.org/2001/XMLSchema-instance {name}"
    for name in ("schemaLocation", "noNamespaceSchemaLocation", "type")
)
_HINT = "Vergelijk het bestand met het XSD van de standaard."


def from_xml(data: bytes, specification: Specification) -> dict[str, object]:
    """The JSON content of a delivery in XML, by wire name, in the order of the document.

    Args:
        data: The whole XML document.
        specification: The standard that names its elements.

    Raises:
        DdasError: not XML, a document type in it, or not the shape of this standard; the message gives the line.
    """
    reader = _Reader(specification)
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise DdasError(
            f"Regel {error.lineno}: dit is geen goed gevormde XML. Controleer of het bestand heel is en of elk element "
            "wordt afgesloten."
        ) from error
    return reader.content


@dataclass(slots=True, kw_only=True)
class _ObjectFrame:
    """An open object element. ``children``: its attributes by element name."""

    name: str
    key: str
    children: dict[str, Attribute]
    content: dict[str, object] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class _ListFrame:
    """An open wrapper element; ``attribute`` is the list it holds."""

    name: str
    key: str
    attribute: Attribute
    content: list[object] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class _ValueFrame:
    """An open element with a single value. ``content``: its text, in the pieces the parser gave."""

    name: str
    key: str
    kind: ValueKind
    content: list[str] = field(default_factory=list)


_Frame = _ObjectFrame | _ListFrame | _ValueFrame


class _Reader:
    """Follows the parser's events with a stack of open elements, root first."""

    def __init__(self, specification: Specification) -> None:
        self.content: dict[str, object] = {}
        self._specification = specification
        self._namespace = specification.id.xml_namespace
        self._stack: list[_Frame] = []
        self._children = {o.name: {a.name: a for a in o.exchanged_attributes} for o in specification.object_types}
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.XmlDeclHandler = self._declaration
        self.parser.StartDoctypeDeclHandler = self._document_type
        self.parser.StartElementHandler = self._start
        self.parser.CharacterDataHandler = self._text
        self.parser.EndElementHandler = self._end

    def _refuse(self, sentences: str) -> NoReturn:
        raise DdasError(f"Regel {self.parser.CurrentLineNumber}: {sentences}")

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.lower() not in _ENCODINGS:
            self._refuse("deze tekencodering wordt niet gelezen. Sla het bestand op als UTF-8.")

    def _document_type(self, *_parts: object) -> None:
        self._refuse("een aanlevering heeft geen DOCTYPE. Haal de DOCTYPE weg.")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if attributes.keys() - _IGNORED:
            self._refuse(f"een element heeft hier geen attributen. Haal het attribuut weg. {_HINT}")
        if len(self._stack) >= MAX_DEPTH:
            self._refuse(f"meer dan {MAX_DEPTH} elementen staan in elkaar. {_HINT}")
        namespace, _, local = name.rpartition(" ")
        if namespace != self._namespace:
            self._refuse(f"dit element hoort niet bij {self._namespace}. Controleer de xmlns van het bestand.")
        self._stack.append(self._child(self._stack[-1], local) if self._stack else self._root(local))

    def _root(self, name: str) -> _Frame:
        expected = root_element(self._specification)
        if name != expected:
            self._refuse(f"het bestand begint niet met het element '{expected}'. {_HINT}")
        return _ObjectFrame(name=name, key="", children=self._children[self._specification.root])

    def _child(self, parent: _Frame, name: str) -> _Frame:
        if isinstance(parent, _ListFrame):
            if name != item_element(parent.attribute):
                self._refuse(f"in '{parent.name}' staan alleen elementen '{parent.attribute.item}'. {_HINT}")
            return self._single(parent.attribute, name)
        attribute = parent.children.get(name) if isinstance(parent, _ObjectFrame) else None
        if attribute is None:
            self._refuse(f"dit element hoort niet in '{parent.name}'. Haal het weg of verbeter de naam. {_HINT}")
        if attribute.wire_name in parent.content:
            self._refuse(f"'{name}' staat twee keer in '{parent.name}'. Haal er een weg.")
        if attribute.many:
            return _ListFrame(name=name, key=attribute.wire_name, attribute=attribute)
        return self._single(attribute, name)

    def _single(self, attribute: Attribute, name: str) -> _Frame:
        kind = self._specification.target(attribute.range).kind
        if kind is ValueKind.OBJECT:
            return _ObjectFrame(name=name, key=attribute.wire_name, children=self._children[attribute.range])
        return _ValueFrame(name=name, key=attribute.wire_name, kind=kind)

    def _text(self, text: str) -> None:
        frame = self._stack[-1]
        if isinstance(frame, _ValueFrame):
            frame.content.append(text)
        elif text.strip(WHITE_SPACE):
            self._refuse(f"in '{frame.name}' staat tekst waar elementen horen. Haal de tekst weg. {_HINT}")

    def _end(self, _name: str) -> None:
        frame = self._stack.pop()
        value = self._value(frame) if isinstance(frame, _ValueFrame) else frame.content
        parent = self._stack[-1] if self._stack else None
        if isinstance(parent, _ObjectFrame):
            parent.content[frame.key] = value
        elif isinstance(parent, _ListFrame):
            parent.content.append(value)
        elif isinstance(frame, _ObjectFrame):
            self.content = frame.content

    def _value(self, frame: _ValueFrame) -> object:
        text = "".join(frame.content)
        if frame.kind is ValueKind.CODE:
            return text
        spelling = SPELLINGS[frame.kind]
        if spelling.collapses:
            text = collapse(text)
        if frame.kind is ValueKind.BOOLEAN:
            if text not in ("true", "false"):
                self._refuse(f"in '{frame.name}' hoort true of false. Verbeter de waarde.")
            return text == "true"
        if frame.kind is ValueKind.WHOLE_NUMBER:
            if not re.fullmatch(spelling.pattern or "", text) or len(text.lstrip("-")) > MAX_DIGITS:
                self._refuse(
                    f"in '{frame.name}' hoort een geheel getal van hoogstens {MAX_DIGITS} cijfers, zonder plusteken, "
                    "komma of nullen vooraan. Verbeter de waarde."
                )
            return int(text)
        return text
