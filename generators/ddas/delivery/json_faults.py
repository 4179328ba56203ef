"""What ``json`` finds wrong in a text, by our names.

Stricter than ``json.loads`` where software in other languages would stumble: NaN and Infinity, and halves of surrogate
pairs are refused (RFC 8259 section 8.2).
"""

from __future__ import annotations

import json
import re
from typing import NoReturn

from ddas.delivery.file_fault_name import FileFaultName

__all__ = ["BadConstantError", "find_lone_surrogate", "name_syntax_fault", "refuse_constant"]

_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|.)", re.DOTALL)
_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")
_SYNTAX = (
    ("Expecting ',' delimiter", FileFaultName.COMMA),
    ("Expecting ':' delimiter", FileFaultName.COLON),
    ("Expecting property name", FileFaultName.KEY),
    ("Illegal trailing comma", FileFaultName.EXTRA_COMMA),
    ("Expecting value", FileFaultName.VALUE),
    ("Extra data", FileFaultName.AFTER_THE_END),
    ("Invalid control character", FileFaultName.LINE_BREAK_IN_TEXT),
    ("Invalid \\", FileFaultName.BACKSLASH),
    ("Unterminated string", FileFaultName.OPEN_TEXT),
)


class BadConstantError(ValueError):
    """NaN or Infinity was met; json gives no position."""


def name_syntax_fault(error: json.JSONDecodeError) -> FileFaultName:
    """The fault that ``json`` means; its own texts are English."""
    return next((name for start, name in _SYNTAX if error.msg.startswith(start)), FileFaultName.NO_JSON)


def refuse_constant(_name: str) -> NoReturn:
    """For ``parse_constant`` of json: raises BadConstantError."""
    raise BadConstantError


def find_lone_surrogate(text: str) -> int | None:
    """Offset of the first escape that is half of a surrogate pair, or None."""
    if _SURROGATE_ESCAPE.search(text) is None:
        return None
    high: re.Match[str] | None = None
    for match in _ESCAPE.finditer(text):
        code = int(match[1], 16) if match[1] else 0
        if high is not None:
            if high.end() == match.start() and 0xDC00 <= code <= 0xDFFF:
                high = None
                continue
            return high.start()
        if 0xDC00 <= code <= 0xDFFF:
            return match.start()
        high = match if 0xD800 <= code <= 0xDBFF else None
    return None if high is None else high.start()
