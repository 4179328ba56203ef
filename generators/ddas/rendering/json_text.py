"""Data as JSON text that any program can read and no terminal is steered by."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

__all__ = ["dump_json"]

_ODD = re.compile(r"[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufffe\uffff]")
"""Characters that ``json`` leaves as they are: controls, marks that turn text around, half surrogates."""

_DEPTH = 4
"""From this depth a value stands on one line: in our reports one finding. Lines keep large reports fast and small."""

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def dump_json(data: object) -> str:
    """JSON text with a line per finding, ending with a newline; odd characters as ``\\uXXXX``."""
    return "".join(_iter_pieces(data, 0)) + "\n"


def _iter_pieces(data: object, depth: int) -> Iterator[str]:
    if depth == _DEPTH or not data or not isinstance(data, dict | list):
        yield _ODD.sub(lambda m: f"\\u{ord(m[0]):04x}", _encode(data))
        return
    margin = "\n" + "  " * (depth + 1)
    is_object = isinstance(data, dict)
    yield "{" if is_object else "["
    for index, item in enumerate(data):
        yield f",{margin}" if index else margin
        if is_object:
            yield f"{_encode(item)}: "
        yield from _iter_pieces(data[item] if is_object else item, depth + 1)
    yield "\n" + "  " * depth + ("}" if is_object else "]")
