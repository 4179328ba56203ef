"""A record with something wrong in it, read piece by piece: what is right in it costs little.

Same faults in the same order as ``Explainer``, and the same for rules to look at as ``RecordTypes.clean``. A piece that
its strict type takes is right as a whole; only where a type refuses, Python looks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec
from msgspec import Raw, Struct

from ddas.delivery.exact_value import read_value
from ddas.delivery.unreadable import UnreadableDelivery
from ddas.findings import Pointer
from ddas.standard.specification import Attribute, ObjectType, Specification
from ddas.validation.structure.explainer import Explainer, StructuralFault
from ddas.validation.structure.record_types import RecordTypes

__all__ = ["PieceReader", "ReadPieces"]

_DECODE_FIELDS: Callable[[Any], dict[str, Raw]] = msgspec.json.Decoder(dict[str, Raw]).decode
_DECODE_ITEMS: Callable[[Any], list[Raw]] = msgspec.json.Decoder(list[Raw]).decode
_REFUSED = (msgspec.MsgspecError, UnicodeDecodeError)

_DECODE_TEXT: Callable[[Any], str] = msgspec.json.Decoder(str).decode
_MOST_MISSES = 8
_QUOTE, _BRACE, _BRACKET = b'"{['

_Faults = list[StructuralFault]
_Read = Callable[[Raw, Pointer, _Faults], tuple[Any, Any]]
"""(bytes, their pointer, list to which faults are added) → the value as ``ReadPieces`` has it, and cleaned."""


@dataclass(frozen=True, slots=True)
class ReadPieces:
    """One record.

    Attributes:
        value: As ``json.loads`` gives it, but with typed objects where all is right.
        record: What can be used of it, for rules to look at.
        faults: What is wrong; pointers start at the record.
    """

    value: Mapping[str, Any] = field(repr=False)
    record: Struct = field(repr=False)
    faults: _Faults = field(repr=False)


class _Tried:
    """Takes what is right; looks at the rest. What was wrong many times in a row is no longer tried first."""

    __slots__ = ("_decode", "_look", "_misses")

    def __init__(self, decode: Callable[[Any], Any], look: _Read) -> None:
        self._decode = decode
        self._look = look
        self._misses = 0

    def read(self, raw: Raw, pointer: Pointer, faults: _Faults) -> tuple[Any, Any]:
        """See ``_Read``."""
        if self._misses < _MOST_MISSES:
            try:
                value = self._decode(raw)
            except _REFUSED:
                self._misses += 1
            else:
                self._misses = 0
                return value, value
        before = len(faults)
        found = self._look(raw, pointer, faults)
        if len(faults) == before:
            self._misses = 0
        return found


_Field = tuple[int, str, Pointer, _Read]
"""Of a field: its place in the schema, its name, its step in a pointer, and how it is read."""


class PieceReader:
    """Reads records of one standard; holds nothing of what it sees."""

    def __init__(self, specification: Specification, types: RecordTypes, explainer: Explainer) -> None:
        self._specification = specification
        self._types = types
        self._explainer = explainer
        self._readers: dict[str, _Read] = {}

    def read(self, raw: Raw, object_type: str) -> ReadPieces | None:
        """A record that its type refused; None: it must be read as a whole."""
        faults: _Faults = []
        try:
            value, record = self._reader(object_type)(raw, (), faults)
        except (*_REFUSED, UnreadableDelivery, RecursionError):
            return None
        return ReadPieces(value, record, faults)

    def _reader(self, name: str) -> _Read:
        reader = self._readers.get(name)
        if reader is None:
            object_type = self._specification.object_type(name)
            if object_type is None:
                raise KeyError(name)
            fields = {a.wire_name: self._field(place, a) for place, a in enumerate(object_type.exchanged_attributes)}
            reader = self._readers[name] = _make_object_reader(object_type, fields, self._types.lenient(name))
        return reader

    def _field(self, place: int, attribute: Attribute) -> _Field:
        look = self._make_look(attribute)
        if attribute.many and attribute.unique_items:  # the type of a list does not see that two items are equal
            return place, attribute.name, (attribute.wire_name,), look
        decode = msgspec.json.Decoder(self._types.strict_field(attribute)).decode
        held = self._specification.object_type(attribute.range)
        if held is not None and not held.alternatives:
            inner = self._reader(held.name)
            item_decode = msgspec.json.Decoder(self._types.strict(held.name)).decode
            look = _make_list_reader(attribute, item_decode, inner, look) if attribute.many else _either(inner, look)
        return place, attribute.name, (attribute.wire_name,), _Tried(decode, look).read

    def _make_look(self, attribute: Attribute) -> _Read:
        walk, convert = self._explainer.walk_of(attribute), self._types.converter_of(attribute)

        def look(raw: Raw, pointer: Pointer, faults: _Faults) -> tuple[Any, Any]:
            value = _read_plain(raw)
            walk(value, pointer, faults)
            return value, convert(value)

        return look


def _read_plain(raw: Raw) -> Any:
    """As ``json.loads``; most of what is wrong is a text."""
    if memoryview(raw)[0] == _QUOTE:
        try:
            return _DECODE_TEXT(raw)
        except _REFUSED:  # half a character
            pass
    return read_value(bytes(raw))


def _either(inner: _Read, look: _Read) -> _Read:
    """Piece by piece what is an object."""

    def read(raw: Raw, pointer: Pointer, faults: _Faults) -> tuple[Any, Any]:
        return (inner if memoryview(raw)[0] == _BRACE else look)(raw, pointer, faults)

    return read


def _make_list_reader(attribute: Attribute, decode: Callable[[Any], Any], inner: _Read, look: _Read) -> _Read:
    """Item by item, when all are objects and there are neither too few nor too many."""
    low, high = attribute.min_items, attribute.max_items
    read_item = _Tried(decode, inner).read

    def read(raw: Raw, pointer: Pointer, faults: _Faults) -> tuple[Any, Any]:
        if memoryview(raw)[0] != _BRACKET:
            return look(raw, pointer, faults)
        items = _DECODE_ITEMS(raw)
        fits = low <= len(items) and (high is None or len(items) <= high)
        if not fits or any(memoryview(item)[0] != _BRACE for item in items):
            return look(raw, pointer, faults)
        values, cleaned = [], []
        for index, item in enumerate(items):
            value, made = read_item(item, (*pointer, index), faults)
            values.append(value)
            cleaned.append(made)
        return values, cleaned

    return read


def _make_object_reader(object_type: ObjectType, fields: Mapping[str, _Field], made: type[Struct]) -> _Read:
    required = tuple(a.wire_name for a in object_type.exchanged_attributes if a.required)
    needed, closed = frozenset(required), object_type.closed
    field_of = fields.get

    def read(raw: Raw, pointer: Pointer, faults: _Faults) -> tuple[Any, Any]:
        parts = _DECODE_FIELDS(raw)
        before, last, ordered, unknown = len(faults), 0, True, False
        values: dict[str, Any] = {}
        held: dict[str, Any] = {}
        for key, inner in parts.items():
            known = field_of(key)
            if known is None:
                unknown = closed
                values[key] = _read_plain(inner)
                continue
            place, name, step, read_field = known
            values[key], held[name] = read_field(inner, pointer + step, faults)
            if place < last:
                ordered = False
            last = place
        if not ordered and len(faults) > before + 1:
            depth = len(pointer)
            faults[before:] = sorted(faults[before:], key=lambda fault: fields[str(fault.pointer[depth])][0])
        if not needed <= parts.keys():
            faults += [StructuralFault("required", (*pointer, key), None) for key in required if key not in parts]
        if unknown:
            faults += [StructuralFault("additionalProperties", (*pointer, k), None) for k in parts if k not in fields]
        return values, made(**held)

    return read
