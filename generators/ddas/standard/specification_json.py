"""Specification to and from ``specification.json``; one generic pass over the dataclasses."""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Callable
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from ddas.errors import DdasError
from ddas.standard.specification import Specification

__all__ = ["specification_from_json", "specification_to_json"]

FORMAT = 1


def specification_to_json(specification: Specification) -> str:
    """The text of ``specification.json``; fields with their default value are left out."""
    return json.dumps(_encode(specification), ensure_ascii=False, indent=1) + "\n"


def specification_from_json(text: str | bytes) -> Specification:
    """Read ``specification.json``.

    Raises:
        DdasError: not JSON, not a specification, or written by a newer toolkit.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DdasError("De specificatie is geen leesbare JSON. Maak haar opnieuw met: ddas generate") from error
    if not isinstance(data, dict) or not isinstance(data.get("format"), int):
        raise DdasError("Dit bestand is geen specificatie van DDAS. Kies een specification.json van ddas.")
    if data["format"] > FORMAT:
        raise DdasError(
            f"Deze specificatie heeft vorm {data['format']}; deze ddas leest tot en met vorm {FORMAT}. "
            "Installeer een nieuwere versie van de toolkit."
        )
    try:
        decoded = _decoder(Specification)(data)
    except _WrongError as error:
        place = "/".join(["", *reversed(error.path)]) or "het begin"
        raise DdasError(f"De specificatie klopt niet bij {place}. Maak haar opnieuw met: ddas generate") from None
    assert isinstance(decoded, Specification)  # narrows the type: _decode builds the class it is given
    return decoded


def _encode(value: object) -> object:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            f.name: _encode(getattr(value, f.name))
            for f in dataclasses.fields(value)
            if f.init and (f.name == "format" or getattr(value, f.name) != f.default)
        }
    if isinstance(value, tuple):
        return [_encode(v) for v in value]
    return str(value) if isinstance(value, StrEnum) else value


_Decoder = Callable[[Any], Any]


class _WrongError(Exception):
    """A value does not fit. ``path``: the steps to it, innermost first."""

    def __init__(self) -> None:
        super().__init__()
        self.path: list[str] = []


@cache
def _decoder(kind: Any) -> _Decoder:
    """The function that reads plain JSON as this type; made once per type."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        inner = _decoder(next(a for a in get_args(kind) if a is not type(None)))
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        return _tuple_decoder(_decoder(get_args(kind)[0]))
    if dataclasses.is_dataclass(kind):
        assert isinstance(kind, type)  # the specification names classes, never instances
        return _object_decoder(kind)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _enum_decoder(kind)
    return _plain_decoder(kind)


def _plain_decoder(kind: type) -> _Decoder:
    def decode(value: Any) -> Any:
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise _WrongError
        return value

    return decode


def _enum_decoder(kind: type[StrEnum]) -> _Decoder:
    def decode(value: Any) -> StrEnum:
        try:
            return kind(value)
        except ValueError:
            raise _WrongError from None

    return decode


def _tuple_decoder(decode_item: _Decoder) -> _Decoder:
    def decode(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise _WrongError
        items = []
        try:
            for item in value:
                items.append(decode_item(item))
        except _WrongError as error:
            error.path.append(str(len(items)))
            raise
        return tuple(items)

    return decode


def _object_decoder(kind: type) -> _Decoder:
    hints = get_type_hints(kind)
    decoders = {f.name: _decoder(hints[f.name]) for f in dataclasses.fields(kind) if f.init}

    def decode(value: Any) -> Any:
        if not isinstance(value, dict):
            raise _WrongError
        found = {}
        key = ""
        try:
            for key, inner in value.items():
                decode_value = decoders.get(key)
                if decode_value is None:
                    raise _WrongError
                found[key] = decode_value(inner)
        except _WrongError as error:
            error.path.append(key)
            raise
        try:
            return kind(**found)
        except TypeError:
            raise _WrongError from None

    return decode
