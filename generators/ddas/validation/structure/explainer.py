"""Structure: what the wire schema refuses in an object, as facts. A walker made from the specification.

Same verdict, same places and same order as ``reference_validator`` over the wire schema, which takes some thirty times
as long (``tests/validation/test_structure_oracle.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ddas.findings import Pointer
from ddas.standard.alternatives import make_alternatives_check
from ddas.standard.specification import Attribute, CodeList, ObjectType, Specification
from ddas.standard.value_kinds import WIRE_FORMS
from ddas.validation.structure.wire_values import FORMATS, WIRE_CLASSES, canonical_form, is_of_class

__all__ = ["Explainer", "StructuralFault", "make_explainer"]


@dataclass(frozen=True, slots=True)
class StructuralFault:
    """A place that the wire schema refuses.

    ``kind``: the JSON Schema keyword, for ``format`` with the format behind it (``format:date``). ``pointer`` names
    the missing or unknown key itself where that is the fault. ``value`` serves hints and is never shown.
    """

    kind: str
    pointer: Pointer
    value: object = field(repr=False)


_Faults = list[StructuralFault]
_Walk = Callable[[Any, Pointer, _Faults], None]
"""(value, its pointer, list to which its faults are added)."""

_Accepts = Callable[[Any], object]
"""Something true for the right values of the right class."""

_Entry = tuple[int, Pointer, type, str, _Accepts | None, _Walk | None]
"""Of a known key: its place in the schema, its step in a pointer, the class of its values, the kind of fault when
``_Accepts`` refuses, and for objects and lists the walk instead."""


class Explainer:
    """Finds every structural fault of plain JSON values; thread-safe once made, holds nothing of what it sees."""

    __slots__ = ("_root", "_specification", "_walks")

    def __init__(self, specification: Specification) -> None:
        self._specification = specification
        self._root = specification.root
        self._walks: dict[str, _Walk] = {}

    def explain(self, value: object, object_type: str | None = None) -> list[StructuralFault]:
        """All faults, in the order of the schema: fields, missing keys, alternatives, unknown keys.

        Args:
            value: What ``json.loads`` gives; numbers that JSON lacks (NaN) are not expected.
            object_type: Name of the object type that the value should be; None is the whole message.
        """
        faults: _Faults = []
        self._walk(object_type or self._root)(value, (), faults)
        return faults

    def accepts(self, value: object, object_type: str | None = None) -> bool:
        """Whether there is no fault."""
        return not self.explain(value, object_type)

    def walk_of(self, attribute: Attribute) -> _Walk:
        """The walk through the value of one field."""
        _, _, expected, kind, accepts, walk = self._entry(0, attribute)
        return walk or _make_single_walk(expected, kind, accepts)

    def _walk(self, name: str) -> _Walk:
        walk = self._walks.get(name)
        if walk is None:
            object_type = self._specification.object_type(name)
            if object_type is None:
                raise KeyError(name)
            walk = self._walks[name] = self._object_walk(object_type)
        return walk

    def _object_walk(self, object_type: ObjectType) -> _Walk:
        attributes = object_type.exchanged_attributes
        entries = {a.wire_name: self._entry(index, a) for index, a in enumerate(attributes)}
        required = tuple(a.wire_name for a in attributes if a.required)
        return _make_object_walk(entries, required, object_type.closed, make_alternatives_check(object_type))

    def _entry(self, place: int, attribute: Attribute) -> _Entry:
        expected, kind, accepts, walk = self._value_check(attribute.range)
        if attribute.many:
            walk = _make_list_walk(attribute, walk or _make_single_walk(expected, kind, accepts))
        return place, (attribute.wire_name,), expected, kind, accepts, walk

    def _value_check(self, name: str) -> tuple[type, str, _Accepts | None, _Walk | None]:
        target = self._specification.target(name)
        expected = WIRE_CLASSES[target.kind]
        if isinstance(target, ObjectType):
            return expected, "type", None, self._walk(name)
        if isinstance(target, CodeList):
            return expected, "enum", frozenset(v.value for v in target.values).__contains__, None
        return expected, f"format:{WIRE_FORMS[target.kind].format}", FORMATS[target.kind], None


def make_explainer(specification: Specification) -> Explainer:
    """The explainer of a standard; object types are prepared when first met."""
    return Explainer(specification)


def _make_single_walk(expected: type, kind: str, accepts: _Accepts | None) -> _Walk:
    """For single values in a list."""

    def walk(value: Any, pointer: Pointer, faults: _Faults) -> None:
        if not is_of_class(value, expected):
            faults.append(StructuralFault("type", pointer, value))
        elif accepts is not None and not accepts(value):
            faults.append(StructuralFault(kind, pointer, value))

    return walk


def _make_list_walk(attribute: Attribute, walk_item: _Walk) -> _Walk:
    low, high, unique = attribute.min_items, attribute.max_items, attribute.unique_items

    def walk(value: Any, pointer: Pointer, faults: _Faults) -> None:
        if not isinstance(value, list):
            faults.append(StructuralFault("type", pointer, value))
            return
        if len(value) < low:
            faults.append(StructuralFault("minItems", pointer, value))
        if high is not None and len(value) > high:
            faults.append(StructuralFault("maxItems", pointer, value))
        if unique and len(value) > 1 and len({canonical_form(item) for item in value}) < len(value):
            faults.append(StructuralFault("uniqueItems", pointer, value))
        for index, item in enumerate(value):
            walk_item(item, (*pointer, index), faults)

    return walk


def _make_object_walk(
    entries: Mapping[str, _Entry],
    required: tuple[str, ...],
    closed: bool,
    fits: Callable[[Mapping[str, object]], bool] | None,
) -> _Walk:
    needed = frozenset(required)
    entry_of = entries.get

    def walk(value: Any, pointer: Pointer, faults: _Faults) -> None:
        if not isinstance(value, dict):
            faults.append(StructuralFault("type", pointer, value))
            return
        before, last, ordered, unknown = len(faults), 0, True, False
        for key, inner in value.items():
            entry = entry_of(key)
            if entry is None:
                unknown = closed
                continue
            place, step, expected, kind, accepts, walk_inner = entry
            if place < last:
                ordered = False
            last = place
            if walk_inner is not None:
                walk_inner(inner, pointer + step, faults)
            elif inner.__class__ is not expected:
                if not is_of_class(inner, expected):
                    faults.append(StructuralFault("type", pointer + step, inner))
            elif accepts is not None and not accepts(inner):
                faults.append(StructuralFault(kind, pointer + step, inner))
        if not ordered and len(faults) > before + 1:
            depth = len(pointer)
            faults[before:] = sorted(faults[before:], key=lambda fault: entries[str(fault.pointer[depth])][0])
        if not needed <= value.keys():
            faults += [StructuralFault("required", (*pointer, key), None) for key in required if key not in value]
        if fits is not None and not fits(value):
            faults.append(StructuralFault("oneOf", pointer, value))
        if unknown:
            faults += [StructuralFault("additionalProperties", (*pointer, k), None) for k in value if k not in entries]

    return walk
