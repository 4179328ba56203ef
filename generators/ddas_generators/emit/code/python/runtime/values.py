"""Reading of single values and lists, as strict as JSON Schema."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Self, SupportsIndex, TypeVar

from ddas_generators.emit.code.python.runtime.faults import _T, _at, _Rejected

__all__ = ["Tijdstip"]

_Code = TypeVar("_Code", bound=StrEnum)

_EXAMPLE = "2025-01-31T12:00:00+01:00"
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
# Een regeleinde achter het tijdstip mag: de controle op het schema laat dat ook toe.
_MOMENT = re.compile(
    r"(\d{4}-\d{2}-\d{2})[Tt]((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(\.\d+)?"
    r"([Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)\n?",
    re.ASCII,
)


class Tijdstip(datetime.datetime):
    """Een tijdstip dat onthoudt hoe het geschreven was."""

    spelling: str | None = None
    """De tekst uit de JSON. Leeg bij een tijdstip dat in code is gemaakt."""

    @classmethod
    def uit_tekst(cls, tekst: str) -> Self:
        """Lees een tijdstip met tijdzone volgens RFC 3339.

        Cijfers na de microseconden blijven alleen in de spelling bewaard.

        Raises:
            ValueError: de tekst is geen bestaand tijdstip met een tijdzone.
        """
        match = _MOMENT.fullmatch(tekst)
        if match is None:
            raise ValueError("geen tijdstip volgens RFC 3339")
        date, time, fraction, zone = match.group(1, 2, 3, 4)
        micros = (fraction or ".")[:7].ljust(7, "0")
        moment = cls.fromisoformat(f"{date}T{time}{micros}{zone.upper()}")
        moment.spelling = tekst
        return moment

    def __reduce_ex__(self, protocol: SupportsIndex) -> str | tuple[object, ...]:
        if self.spelling is None:
            return super().__reduce_ex__(protocol)
        return (type(self).uit_tekst, (self.spelling,))


def _read_text(value: object) -> str:
    if not isinstance(value, str):
        raise _Rejected("hier hoort tekst")
    return value


def _read_email(value: object) -> str:
    if not isinstance(value, str) or "@" not in value:
        raise _Rejected("hier hoort een e-mailadres met een @")
    return value


def _read_integer(value: object) -> int:
    """Lees een geheel getal. In JSON is 2.0 hetzelfde getal als 2."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    raise _Rejected("hier hoort een geheel getal")


def _read_boolean(value: object) -> bool:
    if not isinstance(value, bool):
        raise _Rejected("hier hoort true of false")
    return value


def _read_date(value: object) -> datetime.date:
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            pass
    raise _Rejected("hier hoort een bestaande datum in de vorm jjjj-mm-dd")


def _read_moment(value: object) -> datetime.datetime:
    if isinstance(value, str):
        try:
            return Tijdstip.uit_tekst(value)
        except ValueError:
            pass
    raise _Rejected(f"hier hoort een tijdstip met tijdzone, zoals {_EXAMPLE}")


def _read_code(codes: type[_Code]) -> Callable[[object], _Code]:
    def read(value: object) -> _Code:
        if isinstance(value, str):
            try:
                return codes(value)
            except ValueError:
                pass
        raise _Rejected(f"kies een waarde uit de lijst: {', '.join(codes)}")

    return read


def _read_list(
    read: Callable[[object], _T],
    *,
    minimum: int = 0,
    maximum: int | None = None,
    unique: bool = False,
) -> Callable[[object], list[_T]]:
    def read_items(value: object) -> list[_T]:
        if not isinstance(value, list):
            raise _Rejected("hier hoort een lijst")
        if len(value) < minimum:
            raise _Rejected(f"in deze lijst hoort minstens {minimum}")
        if maximum is not None and len(value) > maximum:
            raise _Rejected(f"in deze lijst hoort hoogstens {maximum}")
        if unique and len({_comparable(v) for v in value}) < len(value):
            raise _Rejected("in deze lijst staat iets twee keer")
        return [_at(index, read, item) for index, item in enumerate(value)]

    return read_items


def _comparable(value: object) -> object:
    """Een vorm die gelijk is als de JSON gelijk is: true is geen 1, 2.0 is wel 2."""
    if isinstance(value, Mapping):
        return ("{", frozenset((k, _comparable(v)) for k, v in value.items()))
    if isinstance(value, list):
        return ("[", tuple(_comparable(v) for v in value))
    return ("?", value) if isinstance(value, bool) else value
