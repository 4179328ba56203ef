"""Ways to spoil a delivery, and a writer of its own that turns any JSON into XML as far as XML can say it."""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from ddas.standard.specification import Attribute, CodeList, DataType, ObjectType, Specification

__all__ = ["EDGES", "Inexpressible", "change_once", "iter_single_changes", "write_any"]

EDGES: tuple[Any, ...] = (
    "", " ", "tekst", "  tekst  ", "Rood", "é😀", "regel\nregel", "regel\r\nregel", "<&>]]>\"'", "a\tb",
    "2025-01-01", "2024-02-29", "2023-02-29", "1900-02-29", "2000-02-29", "2025-13-01", "2025-00-10", "2025-04-31",
    "0000-01-01", "0001-01-01", "9999-12-31", "10000-01-01", "-2025-01-01", "2025-1-1", "01-01-2025", "20250101",
    "2025-01-01Z", "2025-01-01+01:00", "2025-W01-1", "2025-001", "２０２５-01-01",
    "2025-01-01T00:00:00", "2025-01-01T00:00:00Z", "2025-01-01T23:59:59.5-05:30", "2025-01-01T24:00:00Z",
    "2025-01-01T12:00:60Z", "2025-01-01T12:60:00Z", "2025-02-30T12:00:00Z", "0000-01-01T00:00:00Z",
    "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2025-01-01 00:00:00Z", "2025-01-01T00:00Z",
    "2025-01-01T00:00:00+0100", "2025-01-01T00:00:00+24:00", "2025-01-01T00:00:00.Z", "2025-01-01T00:00:00-00:00",
    "2025-01-01T00:00:00.123456789Z", "2025-01-01T1:00:00Z",
    "a@b", "@", "ab", "a@", "@@", "a@b\n", "één@voorbeeld.nl",
    "True", "FALSE", "ja", "1,50", "1.000", "+5", "005", "1e3", "0x10", "NaN", "INF", "12 34", "--1",
    0, 1, -1, 2.0, 2.5, -0.5, 10**17, -(10**17), True, False,
)  # fmt: skip
"""Values that each field gets in turn. Those of the documented exceptions are not among them."""

_SPACE = re.compile("[ \t\r\n]+")
_NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?", re.ASCII)

Slot = tuple[Any, Any, Attribute | None]
"""A dict or list, the key or index in it, and the attribute that stands there (None: the item of a list)."""


class Inexpressible(Exception):
    """XML has no way to say this: null, a number for a text, an object for a list."""


def iter_single_changes(specification: Specification, delivery: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Copies of the delivery, each with one thing changed at one place, every change at every place."""
    for index, (_, _, attribute) in enumerate(_slots(specification, delivery)):
        changes: list[Any] = [_DELETE, *EDGES, *_wrong_cases(specification, attribute)]
        if attribute.many:
            changes += [_Length(n) for n in range(_longest(attribute) + 1)]
        for change in changes:
            changed = copy.deepcopy(delivery)
            container, key, _ = _slots(specification, changed)[index]
            _apply(container, key, change)
            yield changed
    for index, (_, object_type) in enumerate(_objects(specification, delivery)):
        if object_type.closed:
            changed = copy.deepcopy(delivery)
            _objects(specification, changed)[index][0]["onbekend"] = "tekst"
            yield changed


def change_once(specification: Specification, delivery: dict[str, Any], rng: random.Random) -> None:
    """Change one random thing in place."""
    slots = _slots(specification, delivery)
    if not slots:
        return
    container, key, attribute = rng.choice(slots)
    options: list[Any] = [_DELETE, rng.choice(EDGES), *_wrong_cases(specification, attribute)[:1]]
    if attribute.many and isinstance(container[key], list):
        options += [_Length(rng.randint(0, _longest(attribute)))] * 3
    _apply(container, key, rng.choice(options))


class _Length(int):
    """Make a list this long."""


_DELETE = object()


def _longest(attribute: Attribute) -> int:
    """Equal items in a list that forbids them are a documented exception; every other list is tried up to four."""
    return 1 if attribute.unique_items else 4


def _apply(container: Any, key: Any, change: Any) -> None:
    if change is _DELETE:
        del container[key]
    elif isinstance(change, _Length):
        source = container[key] or [{}]
        container[key] = [copy.deepcopy(source[i % len(source)]) for i in range(change)]
    else:
        container[key] = change


def _wrong_cases(specification: Specification, attribute: Attribute) -> list[str]:
    code_list = specification.code_list(attribute.range)
    if code_list is None:
        return []
    return [v.value.swapcase() for v in code_list.values] + [v.value for v in code_list.values]


def _objects(specification: Specification, delivery: Any) -> list[tuple[dict[str, Any], ObjectType]]:
    found: list[tuple[dict[str, Any], ObjectType]] = []

    def visit(value: Any, object_type: ObjectType) -> None:
        if not isinstance(value, dict):
            return
        found.append((value, object_type))
        for attribute in object_type.exchanged_attributes:
            child = specification.object_type(attribute.range)
            if child is not None and attribute.wire_name in value:
                inner = value[attribute.wire_name]
                for item in inner if isinstance(inner, list) else [inner]:
                    visit(item, child)

    visit(delivery, specification.root_type)
    return found


def _slots(specification: Specification, delivery: Any) -> list[tuple[Any, str, Attribute]]:
    return [
        (value, a.wire_name, a)
        for value, object_type in _objects(specification, delivery)
        for a in object_type.exchanged_attributes
        if a.wire_name in value
    ]


def write_any(
    specification: Specification, delivery: dict[str, Any], rng: random.Random | None = None
) -> etree._Element:
    """The XML of a delivery, right or wrong; with ``rng`` the elements of each object stand in random order.

    Raises:
        Inexpressible: XML cannot say this, or says with it what another delivery means.
    """
    namespace = specification.id.xml_namespace
    name = specification.root[0].lower() + specification.root[1:]
    root = etree.Element(f"{{{namespace}}}{name}", nsmap={"d": namespace})

    def fill_object(element: etree._Element, value: Any, object_type: ObjectType) -> None:
        if not isinstance(value, dict):
            fill_wrong(element, value)
            return
        by_key = {a.wire_name: a for a in object_type.exchanged_attributes}
        keys = list(value)
        if rng is not None:
            rng.shuffle(keys)
        for key in keys:
            attribute = by_key.get(key)
            child = etree.SubElement(element, f"{{{namespace}}}{attribute.name if attribute else key}")
            if attribute is None:
                child.text = "tekst"
            elif not attribute.many:
                fill_value(child, value[key], attribute)
            elif isinstance(value[key], list):
                for item in value[key]:
                    fill_value(etree.SubElement(child, f"{{{namespace}}}{attribute.item}"), item, attribute)
            else:
                fill_wrong(child, value[key])

    def fill_value(element: etree._Element, value: Any, attribute: Attribute) -> None:
        object_type = specification.object_type(attribute.range)
        if object_type is not None:
            fill_object(element, value, object_type)
        else:
            kind = specification.data_type(attribute.range) or specification.code_list(attribute.range)
            assert kind is not None
            element.text = _text(value, kind)

    def fill_wrong(element: etree._Element, value: Any) -> None:
        """A single value where elements belong: text, unless it is blank and so looks like nothing at all."""
        if isinstance(value, dict | list) or value is None or not _SPACE.sub("", _plain(value)):
            raise Inexpressible
        element.text = _plain(value)

    fill_object(root, delivery, specification.root_type)
    return root


def _plain(value: Any) -> str:
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def _text(value: Any, kind: CodeList | DataType) -> str:
    base = kind.base if isinstance(kind, DataType) else "string"
    if value is None or isinstance(value, dict | list):
        raise Inexpressible
    if base == "string":
        if not isinstance(value, str):
            raise Inexpressible
        if isinstance(kind, DataType) and kind.format in ("date", "date-time"):
            _refuse_outer_space(value)
        return value
    if isinstance(value, str):
        _refuse_outer_space(value)
        if value in ("true", "false") or _NUMBER.fullmatch(value):
            raise Inexpressible
    if base == "integer" and isinstance(value, float) and value.is_integer():
        return str(int(value))
    return _plain(value)


def _refuse_outer_space(text: str) -> None:
    if _SPACE.sub(" ", text).strip(" ") != text:
        raise Inexpressible
