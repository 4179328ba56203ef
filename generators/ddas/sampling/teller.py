"""From what a story tells, in identifiers of the model, to the keys and values of one version on the wire.

A story says ``Client.geboortedatum`` and ``nulProcentAanbod``; how a version writes these, and whether it has them at
all, stands in its specification.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ddas.standard.specification import Attribute, CodeList, ObjectType, Specification

__all__ = ["OnWire", "Teller", "Told"]

Told = dict[str, Any]
"""An object in identifiers: attribute name → value, told object or list of them."""


class OnWire(dict[str, Any]):
    """An object that is on the wire already, as part of something that is told."""

    __slots__ = ()


_Convert = Callable[[Any], Any]
_PER_EURO = {"BedragInCenten": 100}
"""Data type → number of its units in a euro; every other amount is in euros."""


@dataclass(frozen=True, slots=True)
class _Way:
    """Some attributes that stand in an object together with, or instead of, others."""

    required: frozenset[str]
    absent: frozenset[str]


class Teller:
    """The wire of ``specification``.

    ``predecessors``: the versions before it, newest first. A code value that it does not know is looked up there, and
    followed through the renames that the versions declare.
    """

    def __init__(self, specification: Specification, predecessors: Sequence[Specification] = ()) -> None:
        self.specification = specification
        self._lineage = (specification, *predecessors)
        self._converters: dict[str, _Convert | None] = {}

    def tell(self, object_type: str, told: Told) -> dict[str, Any]:
        """The object as this version writes it; what this version does not have is left out. Uses up what is told."""
        convert = self._converter(object_type)
        result: dict[str, Any] = convert(told) if convert is not None else told
        return result

    def tell_once(self, object_type: str, told: Told) -> OnWire:
        """The object for use in many others that are told, without being told again and again."""
        return OnWire(self.tell(object_type, told))

    def value(self, code_list: str, code: str) -> str | None:
        """How this version writes the code value; None when it has no such value."""
        return _follow(self._lineage, code_list, code)

    def values(self, code_list: str, *codes: str) -> tuple[str, ...]:
        """Those of the code values that this version has; when it has none, all that its list has.

        One blank when it has no such list: then it has no field for these values either.
        """
        known = tuple(v for v in (self.value(code_list, code) for code in codes) if v is not None)
        return known or self._all_values(code_list) or ("",)

    def has_list(self, code_list: str) -> bool:
        """Whether this version has the code list."""
        return self.specification.code_list(code_list) is not None

    def requires(self, object_type: str, attribute: str) -> bool:
        """Whether the wire schema of this version refuses an object without the attribute."""
        found = self.specification.object_type(object_type)
        return found is not None and any(a.name == attribute and a.required for a in found.exchanged_attributes)

    def _all_values(self, code_list: str) -> tuple[str, ...]:
        found = self.specification.code_list(code_list)
        return tuple(v.value for v in found.values) if found else ()

    def _converter(self, name: str) -> _Convert | None:
        """What turns an object of this type into wire form; None when the wire is what is told."""
        if name not in self._converters:
            object_type = self.specification.object_type(name)
            # While it is made, objects of the same type inside it use what it becomes.
            self._converters[name] = lambda told: self._converters[name](told)  # type: ignore[misc]
            self._converters[name] = self._object_converter(object_type) if object_type else None
        return self._converters[name]

    def _object_converter(self, object_type: ObjectType) -> _Convert:
        steps = {a.name: (a.wire_name, self._field_converter(a)) for a in object_type.exchanged_attributes}
        ways = tuple(_iter_ways(object_type))
        inner = tuple((name, convert) for name, (_, convert) in steps.items() if convert is not None)
        same = all(name == wire for name, (wire, _) in steps.items())
        convert = _Same(frozenset(steps), inner) if same else _Renaming(steps)
        return _Choosing(ways, convert) if ways else convert

    def _field_converter(self, attribute: Attribute) -> _Convert | None:
        if self.specification.object_type(attribute.range) is None:
            factor = _PER_EURO.get(attribute.range)
            return factor.__mul__ if factor is not None else None
        convert = self._converter(attribute.range)
        if not attribute.many or convert is None:
            return convert
        return lambda items: [convert(item) for item in items]


class _Same:
    """Objects whose identifiers are their keys: what the version does not have goes; what is inside is converted."""

    __slots__ = ("_inner", "_names")

    def __init__(self, names: frozenset[str], inner: tuple[tuple[str, _Convert], ...]) -> None:
        self._names = names
        self._inner = inner

    def __call__(self, told: Told) -> Told:
        if not told.keys() <= self._names:
            told = {name: value for name, value in told.items() if name in self._names}
        for name, convert in self._inner:
            if name in told:
                told[name] = convert(told[name])
        return told


class _Renaming:
    """Objects with other keys than their identifiers."""

    __slots__ = ("_steps",)

    def __init__(self, steps: Mapping[str, tuple[str, _Convert | None]]) -> None:
        self._steps = steps

    def __call__(self, told: Told) -> dict[str, Any]:
        if type(told) is OnWire:
            return told
        find = self._steps.get
        result = {}
        for name, value in told.items():
            step = find(name)
            if step is not None:
                key, convert = step
                result[key] = value if convert is None else convert(value)
        return result


class _Choosing:
    """Objects that may be filled in one of several ways: the first one for which everything is told."""

    __slots__ = ("_convert", "_ways")

    def __init__(self, ways: tuple[_Way, ...], convert: _Convert) -> None:
        self._ways = ways
        self._convert = convert

    def __call__(self, told: Told) -> dict[str, Any]:
        way = next((w for w in self._ways if w.required <= told.keys()), None)
        if way is not None:
            told = {name: value for name, value in told.items() if name not in way.absent}
        result: dict[str, Any] = self._convert(told)
        return result


def _iter_ways(object_type: ObjectType) -> Iterator[_Way]:
    for alternative in object_type.alternatives:
        yield _Way(frozenset(alternative.required), frozenset(alternative.absent))


def _follow(lineage: Sequence[Specification], code_list: str, code: str) -> str | None:
    newest, older = lineage[0], lineage[1:]
    own = newest.code_list(code_list)
    if own is None:
        return None
    value = next((v.value for v in own.values if v.code == code), None)
    if value is not None or not older:
        return value
    old = _follow(older, code_list, code)
    renamed = (r.new for r in newest.value_renames if r.code_list == code_list and r.old == old)
    return next(renamed, old if _has_value(own, old) else None)


def _has_value(code_list: CodeList, value: str | None) -> bool:
    return any(v.value == value for v in code_list.values)
