"""Deliveries for the tests: every field of a version, and every value of its code lists."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from typing import Any

from ddas.standard.specification import Attribute, ObjectType, Specification

DAYS = 28


class Maker:
    """Makes valid deliveries whose texts, dates and amounts are all different, as far as dates allow.

    ``share``: chance that an optional field stands in it; ``items``: length of lists.
    """

    def __init__(self, specification: Specification, *, share: float = 1, items: int = 1, seed: int = 1) -> None:
        self.specification = specification
        self.items = items
        self._share = share
        self._chance = random.Random(seed)
        self._number = itertools.count(1)

    def delivery(self, elements: int) -> Any:
        """A whole delivery with this many elements in each long list; code values in turn."""
        document = self._object(self.specification.root_type, {})
        for holder in (document, *document.get("leveringen", ())):
            for key, value in list(holder.items()):
                if key != "leveringen" and isinstance(value, list):
                    object_type = self._type_at(holder is document, key)
                    holder[key] = [self._object(object_type, {}) for _ in range(elements)]
        return document

    def _type_at(self, in_root: bool, key: str) -> ObjectType:
        holder = self.specification.root_type
        if not in_root:
            holder = self._range(next(a for a in holder.exchanged_attributes if a.wire_name == "leveringen"))
        return self._range(next(a for a in holder.exchanged_attributes if a.wire_name == key))

    def _range(self, attribute: Attribute) -> ObjectType:
        object_type = self.specification.object_type(attribute.range)
        assert object_type is not None
        return object_type

    def _object(self, object_type: ObjectType, made: dict[str, Any]) -> dict[str, Any]:
        for attribute in object_type.exchanged_attributes:
            always = attribute.required or (attribute.many and object_type is self.specification.root_type)
            if always or self._chance.random() < self._share:
                length = min(self.items, attribute.max_items or self.items)
                made[attribute.wire_name] = (
                    [self._value(attribute) for _ in range(length)] if attribute.many else self._value(attribute)
                )
        return made

    def _value(self, attribute: Attribute) -> Any:
        object_type = self.specification.object_type(attribute.range)
        if object_type is not None:
            return self._object(object_type, {})
        number = next(self._number)
        code_list = self.specification.code_list(attribute.range)
        if code_list is not None:
            return code_list.values[number % len(code_list.values)].value
        data_type = self.specification.data_type(attribute.range)
        assert data_type is not None
        day = f"{2000 + number // (DAYS * 12) % 90}-{number // DAYS % 12 + 1:02}-{number % DAYS + 1:02}"
        match data_type.base, data_type.format:
            case "integer", _:
                return 1_000_000 + number
            case "boolean", _:
                return number % 2 == 0
            case _, "date":
                return day
            case _, "date-time":
                return f"{day}T09:30:00Z"
            case _, "email":
                return f"w{number}@waarde.example"
            case _:
                return f"waarde {number}"


def iter_leaves(value: Any) -> Iterator[Any]:
    """Every value in a document that is no object and no list."""
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from iter_leaves(inner)
    else:
        yield value
