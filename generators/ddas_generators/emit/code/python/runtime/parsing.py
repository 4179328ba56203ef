"""From JSON text to plain values, without loss."""

from __future__ import annotations

import json
import math

from ddas_generators.emit.code.python.runtime.faults import _name, _Rejected

__all__ = ["_parse"]


def _parse(data: str | bytes) -> object:
    try:
        text = data if isinstance(data, str) else data.decode("utf-8")
    except UnicodeDecodeError:
        raise _Rejected("dit is geen UTF-8") from None
    if text.startswith("\ufeff"):
        raise _Rejected("dit begint met een BOM; sla het op als UTF-8 zonder BOM")
    try:
        parsed: object = json.loads(
            text,
            parse_constant=_refuse_constant,
            parse_float=_parse_float,
            object_pairs_hook=_parse_object,
        )
    except json.JSONDecodeError as error:
        place = f"regel {error.lineno}, kolom {error.colno}"
        raise _Rejected(f"dit is geen geldige JSON (bij {place})") from None
    except ValueError:
        raise _Rejected("er staat een getal in met te veel cijfers") from None
    return parsed


def _refuse_constant(_: str) -> object:
    raise _Rejected("NaN en Infinity zijn geen JSON")


def _parse_float(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise _Rejected("er staat een getal in dat te groot is")
    return number


def _parse_object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    result: dict[str, object] = {}
    for position, (key, value) in enumerate(pairs, 1):
        if key in result:
            raise _Rejected(f"{_name(key, position)} staat twee keer in één object")
        result[key] = value
    return result
