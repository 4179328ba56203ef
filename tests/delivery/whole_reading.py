"""Bytes → JSON document, or the one fault that stops reading: the plain reading that the stream is compared with.

Stricter than ``json.loads`` where software in other languages would stumble: a byte order mark, NaN and
Infinity, and halves of surrogate pairs are refused (RFC 8259 sections 6, 8.1 and 8.2).
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import NoReturn

from ddas.delivery.file_fault_name import FileFaultName

__all__ = ["Document", "Unreadable", "read_document"]


@dataclass(frozen=True, slots=True)
class Document:
    """A JSON text and the value in it."""

    text: str
    value: object


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why bytes are no JSON document. ``offset``: characters, or None."""

    fault: FileFaultName
    offset: int | None = None
    text: str = ""


class _BadConstantError(ValueError):
    """NaN or Infinity was met; json gives no position."""


_BOMS = (
    (b"\xef\xbb\xbf", FileFaultName.BYTE_ORDER_MARK),
    (b"\xff\xfe", FileFaultName.UTF_16),
    (b"\xfe\xff", FileFaultName.UTF_16),
)
_CONSTANT_OR_STRING = re.compile(r'"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b', re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|.)", re.DOTALL)
_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")
_LONG_NUMBER = re.compile(r'"(?:[^"\\]|\\.)*"|-?\d{4301,}', re.DOTALL)
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


def read_document(data: bytes) -> Document | Unreadable:
    """Read bytes as JSON in UTF-8."""
    for mark, fault in _BOMS:
        if data.startswith(mark):
            return Unreadable(fault)
    if not data.strip():
        return Unreadable(FileFaultName.EMPTY)
    if b"\x00" in data[:4]:
        return Unreadable(FileFaultName.UTF_16)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        return Unreadable(FileFaultName.NO_UTF_8, len(before), before)
    return _parse(text)


def _name_syntax_fault(error: json.JSONDecodeError) -> FileFaultName:
    """The fault that ``json`` means; its own texts are English."""
    return next((name for start, name in _SYNTAX if error.msg.startswith(start)), FileFaultName.NO_JSON)


def _parse(text: str) -> Document | Unreadable:
    try:
        value = json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        return _syntax_fault(text, error)
    except _BadConstantError:
        return Unreadable(FileFaultName.NO_NUMBER, _first(_CONSTANT_OR_STRING, text), text)
    except RecursionError:
        return Unreadable(FileFaultName.TOO_DEEP)
    except ValueError:  # Python refuses whole numbers of more than 4,300 digits
        return Unreadable(FileFaultName.NUMBER_TOO_LONG, _first(_LONG_NUMBER, text), text)
    offset = _find_lone_surrogate(text)
    return Document(text, value) if offset is None else Unreadable(FileFaultName.HALF_CHARACTER, offset, text)


def _refuse_constant(name: str) -> NoReturn:
    raise _BadConstantError(name)


def _syntax_fault(text: str, error: json.JSONDecodeError) -> Unreadable:
    if error.pos >= len(text.rstrip()) or (error.msg.startswith("Unterminated string") and _is_cut(text, error.pos)):
        return Unreadable(FileFaultName.TRUNCATED, error.pos, text)
    fault = _name_syntax_fault(error)
    if fault == FileFaultName.VALUE and error.pos == len(text) - len(text.lstrip()):
        fault = FileFaultName.NO_JSON
    return Unreadable(fault, error.pos, text)


def _is_cut(text: str, start: int) -> bool:
    """Whether the string that opens at ``start`` runs to the end without a quote: the file stops inside it."""
    return '"' not in text[start + 1 :]


def _first(pattern: re.Pattern[str], text: str) -> int | None:
    return next((m.start() for m in pattern.finditer(text) if not m[0].startswith('"')), None)


def _find_lone_surrogate(text: str) -> int | None:
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
