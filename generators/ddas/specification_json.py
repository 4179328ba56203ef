"""Specification to and from ``specification.json``; one generic pass over the dataclasses."""

from __future__ import annotations

import dataclasses
import json
import types
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from ddas.errors import DdasError
from ddas.specification import Specification

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
    decoded = _decode(Specification, data, "")
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


def _decode(kind: Any, value: Any, path: str) -> object:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        inner = next(a for a in get_args(kind) if a is not type(None))
        return None if value is None else _decode(inner, value, path)
    if origin is tuple:
        if not isinstance(value, list):
            raise _wrong(path)
        return tuple(_decode(get_args(kind)[0], v, f"{path}/{i}") for i, v in enumerate(value))
    if dataclasses.is_dataclass(kind):
        assert isinstance(kind, type)  # the specification names classes, never instances
        return _decode_object(kind, value, path)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        try:
            return kind(value)
        except ValueError as error:
            raise _wrong(path) from error
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise _wrong(path)
    return value


@cache
def _type_hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _decode_object(kind: type, value: Any, path: str) -> object:
    fields = {f.name: f for f in dataclasses.fields(kind) if f.init}
    if not isinstance(value, dict) or set(value) - set(fields):
        raise _wrong(path)
    hints = _type_hints(kind)
    try:
        return kind(**{k: _decode(hints[k], v, f"{path}/{k}") for k, v in value.items()})
    except TypeError as error:
        raise _wrong(path) from error


def _wrong(path: str) -> DdasError:
    return DdasError(f"De specificatie klopt niet bij {path or 'het begin'}. Maak haar opnieuw met: ddas generate")
