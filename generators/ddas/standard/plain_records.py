"""Frozen records to and from plain JSON: one generic pass over their dataclasses."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

__all__ = ["WrongPlainError", "from_plain", "to_plain"]

R = TypeVar("R")
_Decoder = Callable[[Any], Any]

_ALWAYS = "format"
"""The field that is written also when it has its default value."""


class WrongPlainError(Exception):
    """A value does not fit. ``path``: the steps to it, innermost first."""

    def __init__(self) -> None:
        super().__init__()
        self.path: list[str] = []


def to_plain(value: object) -> Any:
    """The value as JSON has it; fields of records with their default value are left out."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            f.name: to_plain(getattr(value, f.name))
            for f in dataclasses.fields(value)
            if f.init and (f.name == _ALWAYS or getattr(value, f.name) != _default(f))
        }
    if isinstance(value, tuple):
        return [to_plain(v) for v in value]
    return str(value) if isinstance(value, StrEnum) else value


def from_plain(record: type[R], data: object) -> R:
    """The record that plain JSON describes.

    Raises:
        WrongPlainError: a key is unknown, missing, or holds something else.
    """
    kind: Any = record
    made: R = _decoder(kind)(data)
    return made


def _default(field: dataclasses.Field[Any]) -> object:
    return field.default if field.default_factory is dataclasses.MISSING else field.default_factory()


@cache
def _decoder(kind: Any) -> _Decoder:
    """The function that reads plain JSON as this type; made once per type."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        inner = _decoder(next(a for a in get_args(kind) if a is not type(None)))
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        return _tuple_decoder(_decoder(get_args(kind)[0]))
    if origin is Mapping:
        return _plain_decoder(dict)
    if dataclasses.is_dataclass(kind):
        assert isinstance(kind, type)  # records name classes, never instances
        return _object_decoder(kind)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _enum_decoder(kind)
    return _plain_decoder(kind)


def _plain_decoder(kind: type) -> _Decoder:
    def decode(value: Any) -> Any:
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise WrongPlainError
        return value

    return decode


def _enum_decoder(kind: type[StrEnum]) -> _Decoder:
    def decode(value: Any) -> StrEnum:
        try:
            return kind(value)
        except ValueError:
            raise WrongPlainError from None

    return decode


def _tuple_decoder(decode_item: _Decoder) -> _Decoder:
    def decode(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise WrongPlainError
        items = []
        try:
            for item in value:
                items.append(decode_item(item))
        except WrongPlainError as error:
            error.path.append(str(len(items)))
            raise
        return tuple(items)

    return decode


def _object_decoder(kind: type) -> _Decoder:
    hints = get_type_hints(kind)
    decoders = {f.name: _decoder(hints[f.name]) for f in dataclasses.fields(kind) if f.init}

    def decode(value: Any) -> Any:
        if not isinstance(value, dict):
            raise WrongPlainError
        found = {}
        key = ""
        try:
            for key, inner in value.items():
                decode_value = decoders.get(key)
                if decode_value is None:
                    raise WrongPlainError
                found[key] = decode_value(inner)
        except WrongPlainError as error:
            error.path.append(key)
            raise
        try:
            return kind(**found)
        except TypeError:
            raise WrongPlainError from None

    return decode
