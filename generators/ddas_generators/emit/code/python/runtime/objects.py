"""What every object type can do: read and write itself."""

from __future__ import annotations

import datetime
import json
import math
import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self, TypeVar

from ddas_generators.emit.code.python.runtime.faults import (
    _T,
    OngeldigeGegevens,
    _at,
    _name,
    _Rejected,
)
from ddas_generators.emit.code.python.runtime.parsing import _parse
from ddas_generators.emit.code.python.runtime.values import Tijdstip

__all__ = ["_OpenObjecttype"]

_A = TypeVar("_A")

_TOO_DEEP = "de gegevens zijn te diep genest"
_TOO_LONG = "er staat een getal in met te veel cijfers"


class _Objecttype(ABC):
    """Wat elk objecttype kan: uit JSON lezen en naar JSON schrijven."""

    __slots__ = ()

    @classmethod
    def from_json(cls, data: Mapping[str, object] | str | bytes) -> Self:
        """Lees dit objecttype uit JSON: een mapping, tekst of bytes in UTF-8.

        Raises:
            OngeldigeGegevens: de gegevens passen niet bij de standaard.
        """
        return _checked(cls._read_any, data)

    def to_json(self) -> dict[str, object]:
        """Geef de JSON als dict. Een leeg veld (None) blijft weg.

        Raises:
            OngeldigeGegevens: de inhoud past niet bij de standaard.
        """
        return _checked(_write_checked, self)

    def to_json_text(self) -> str:
        """Geef de JSON als tekst op één regel.

        Raises:
            OngeldigeGegevens: de inhoud past niet bij de standaard.
        """
        data = self.to_json()
        try:
            text = json.dumps(data, ensure_ascii=False, allow_nan=False)
        except RecursionError:
            raise OngeldigeGegevens("", _TOO_DEEP) from None
        except ValueError:
            raise OngeldigeGegevens("", _TOO_LONG) from None
        return re.sub(r"[\ud800-\udfff]", lambda m: f"\\u{ord(m[0]):04x}", text)

    def __repr__(self) -> str:
        """Alleen welke velden gevuld zijn: de inhoud kan over personen gaan."""
        filled = [key for key, value in self._pairs() if value is not None]
        if self._extra():
            filled.append("overige sleutels")
        return f"<{type(self).__name__} met {', '.join(filled) or 'niets'}>"

    @classmethod
    def _read_any(cls, data: object) -> Self:
        return cls._read(_parse(data) if isinstance(data, str | bytes) else data)

    @classmethod
    @abstractmethod
    def _read(cls, data: object) -> Self: ...

    @abstractmethod
    def _pairs(self) -> list[tuple[str, object]]: ...

    def _extra(self) -> Mapping[str, object]:
        return {}

    def _to_dict(self) -> dict[str, object]:
        pairs = self._pairs()
        filled = [(key, value) for key, value in pairs if value is not None]
        result = {key: _at(key, _write, value) for key, value in filled}
        known = {key for key, _ in pairs}
        for position, (key, value) in enumerate(self._extra().items(), 1):
            if key in known:
                raise _Rejected("dit veld staat ook bij de overige sleutels", key)
            result[_checked_key(key, position, value)] = _copy(value)
        return result


@dataclass(slots=True, kw_only=True, repr=False)
class _OpenObjecttype(_Objecttype):
    """Een objecttype dat ook sleutels toelaat die de standaard niet kent."""

    overige_sleutels: dict[str, object] = field(default_factory=dict)
    """Sleutels die de standaard niet kent, met hun JSON-waarde."""

    def _extra(self) -> Mapping[str, object]:
        return self.overige_sleutels


class _Reader:
    """Haalt de sleutels van een JSON-object er een voor een uit."""

    __slots__ = ("_data", "_rest")

    def __init__(self, data: object) -> None:
        if not isinstance(data, Mapping):
            raise _Rejected("hier hoort een object")
        self._data: Mapping[object, object] = data
        self._rest = dict(data)

    def required(self, key: str, read: Callable[[object], _T]) -> _T:
        if key not in self._rest:
            raise _Rejected("dit verplichte veld ontbreekt", key)
        return self._take(key, read)

    def optional(self, key: str, read: Callable[[object], _T]) -> _T | None:
        return self._take(key, read) if key in self._rest else None

    def _take(self, key: str, read: Callable[[object], _T]) -> _T:
        value = self._rest.pop(key)
        if value is None:
            raise _Rejected("null mag hier niet; laat een leeg veld weg", key)
        return _at(key, read, value)

    def close(self) -> None:
        """Weiger wat er nog over is."""
        for position, key in enumerate(self._data, 1):
            if key in self._rest:
                raise _Rejected(f"{_name(key, position)} is hier onbekend")

    def rest(self) -> dict[str, object]:
        """Een kopie van wat er nog over is."""
        result: dict[str, object] = {}
        for position, key in enumerate(self._data, 1):
            if key in self._rest:
                value = self._rest[key]
                result[_checked_key(key, position, value)] = _copy(value)
        return result


def _checked(action: Callable[[_A], _T], value: _A) -> _T:
    """Maak van een interne fout een fout voor de gebruiker, los van de gegevens."""
    try:
        return action(value)
    except _Rejected as rejected:
        path, reason = rejected.path(), rejected.reason
    except RecursionError:
        path, reason = "", _TOO_DEEP
    raise OngeldigeGegevens(path, reason)


def _write_checked(value: _Objecttype) -> dict[str, object]:
    """Schrijf, en lees het weer: wat eruit komt, past altijd bij de standaard."""
    result = value._to_dict()
    value._read(result)
    return result


def _write(value: object) -> object:
    if isinstance(value, _Objecttype):
        return value._to_dict()
    if isinstance(value, list):
        return [_at(index, _write, item) for index, item in enumerate(value)]
    if isinstance(value, Tijdstip) and value.spelling is not None:
        return value.spelling
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value


def _checked_key(key: object, position: int, value: object) -> str:
    """De onbekende sleutel zelf, als die en de waarde eronder JSON zijn."""
    if not isinstance(key, str) or not _is_json(value):
        raise _Rejected(f"{_name(key, position)} of de inhoud ervan is geen JSON")
    return key


def _is_json(value: object) -> bool:
    if isinstance(value, Mapping):
        return all(isinstance(k, str) and _is_json(v) for k, v in value.items())
    if isinstance(value, list):
        return all(_is_json(item) for item in value)
    if isinstance(value, float):
        return math.isfinite(value)
    return value is None or isinstance(value, str | int)


def _copy(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _copy(item) for key, item in value.items()}
    return [_copy(item) for item in value] if isinstance(value, list) else value
