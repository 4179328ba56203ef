"""What stands in a decoded object, as bytes that are the same for the same content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec

from ddas.standard.specification import ObjectType, Specification

__all__ = ["Contents", "UnwritableError"]

_ENCODE = msgspec.json.Encoder().encode


class UnwritableError(Exception):
    """An object holds half a character, or a number that is too long. Says nothing of what stands there."""


@dataclass(frozen=True, slots=True)
class Contents:
    """Writes down decoded objects, without the fields in ``exceptions`` (``ObjectType.attribute``)."""

    specification: Specification
    exceptions: frozenset[str] = frozenset()

    def write(self, value: Any, object_type: str) -> bytes:
        """The bytes of an object of this type: its JSON, keys in the order of the model, absent fields left out.

        Raises:
            UnwritableError: something in it cannot be written down.
        """
        made_as = self.specification.object_type(object_type)
        if not self.exceptions and made_as is not None and _writes_itself(value, made_as):
            return _encode(value)
        return _encode(self._plain(value, made_as))

    def _plain(self, value: Any, object_type: ObjectType | None) -> Any:
        if isinstance(value, list):
            return [self._plain(item, object_type) for item in value]
        if object_type is None or value is None:
            return value
        return {
            a.wire_name: self._plain(inner, self.specification.object_type(a.range))
            for a in object_type.exchanged_attributes
            if f"{object_type.name}.{a.name}" not in self.exceptions
            if (inner := getattr(value, a.name)) is not None
        }


def _writes_itself(value: Any, object_type: ObjectType) -> bool:
    """Whether msgspec writes the object, and then all in it, just so; records that were decoded as a whole are."""
    names: tuple[str, ...] = value.__struct_encode_fields__
    leaves_out: bool = value.__struct_config__.omit_defaults
    return leaves_out and names == tuple([a.wire_name for a in object_type.exchanged_attributes])


def _encode(value: Any) -> bytes:
    try:
        return _ENCODE(value)
    except (UnicodeEncodeError, OverflowError):
        pass  # the error holds the text itself
    raise UnwritableError
