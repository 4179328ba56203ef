"""Why a delivery cannot be read: the fault that reading the whole would find, in bounded memory.

Only called when something is wrong, so it may take its time: the decoder of ``json`` says what.
"""

from __future__ import annotations

import codecs
import json
import re
from typing import NoReturn

from ddas.delivery.file_fault_name import FileFaultName
from ddas.delivery.file_signatures import name_foreign_file
from ddas.delivery.json_faults import BadConstantError, find_lone_surrogate, name_syntax_fault, refuse_constant
from ddas.delivery.source import Source

__all__ = ["UnreadableDelivery", "explain_value", "find_bad_utf8", "refuse", "refuse_head", "rest_is_blank"]

_STEP = 1 << 18
_MARGIN = 32  # a fault this near to the end of what was read can come from a token that goes on behind it
_CONSTANT_OR_STRING = re.compile(r'"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b', re.DOTALL)
_NUMBER_OR_STRING = re.compile(r'"(?:[^"\\]|\\.)*"|-?\d{4301,}(?![\d.eE])', re.DOTALL)


class UnreadableDelivery(Exception):
    """The bytes are no delivery that can be read.

    ``offset``: bytes from the start of the file, or None.
    """

    def __init__(self, fault: FileFaultName, offset: int | None = None) -> None:
        super().__init__(fault, offset)
        self.fault = fault
        self.offset = offset


def refuse_head(source: Source) -> None:
    """Raise for a source that is empty or that starts as another encoding or another kind of file."""
    if not any(source.read(at, _STEP).strip() for at in range(0, source.size, _STEP)):
        raise UnreadableDelivery(FileFaultName.EMPTY)
    fault = name_foreign_file(source)
    if fault is not None:
        raise UnreadableDelivery(fault)


def refuse(source: Source, fault: FileFaultName, offset: int | None) -> NoReturn:
    """Raise this fault, unless the file is no UTF-8: then that."""
    bad = find_bad_utf8(source)
    if bad is not None:
        raise UnreadableDelivery(FileFaultName.NO_UTF_8, bad)
    raise UnreadableDelivery(fault, offset)


def find_bad_utf8(source: Source) -> int | None:
    """Offset of the first byte that is no UTF-8, or None."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    for at in range(0, source.size, _STEP):
        waiting = len(decoder.getstate()[0])
        try:
            decoder.decode(source.read(at, _STEP), final=at + _STEP >= source.size)
        except UnicodeDecodeError as error:
            return at - waiting + error.start
    return None


def explain_value(source: Source, offset: int, limit: int, before: str = "") -> tuple[int, int | None]:
    """Look with ``json`` at a value that another decoder refused.

    Args:
        source: The delivery.
        offset: Where the value starts; with ``before``: where the text behind ``before`` starts.
        limit: Most bytes of the value.
        before: Text to imagine in front: ``[{}`` in front of a comma whose list goes wrong behind it.

    Returns:
        Offset behind the value, and the offset of its first half character or None.

    Raises:
        UnreadableDelivery: any other fault, also ``te groot``.
    """
    decoder = json.JSONDecoder(parse_constant=refuse_constant)
    length = 1 << 12
    while True:
        ended = offset + length >= source.size
        text = before + _decode(source, offset, length)
        try:
            _, end = decoder.raw_decode(text)
        except json.JSONDecodeError as error:
            if ended or not _may_go_on(error, text):
                refuse(source, *_name(source, offset, before, text, error))
        except BadConstantError:
            refuse(source, FileFaultName.NO_NUMBER, _first(_CONSTANT_OR_STRING, offset, before, text))
        except RecursionError:
            refuse(source, FileFaultName.TOO_DEEP, None)
        except ValueError:  # Python refuses whole numbers of more than 4,300 digits
            refuse(source, FileFaultName.NUMBER_TOO_LONG, _first(_NUMBER_OR_STRING, offset, before, text))
        else:
            if ended or end < len(text):  # a number at the very end can go on
                return _accepted(offset, text[len(before) : end])
        if length > limit:
            refuse(source, FileFaultName.TOO_LARGE, offset)
        length *= 2


def _decode(source: Source, offset: int, length: int) -> str:
    """Text from here; the last character is left out when only half of its bytes are there."""
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(source.read(offset, length))
    except UnicodeDecodeError:
        refuse(source, FileFaultName.NO_UTF_8, None)


def _accepted(offset: int, text: str) -> tuple[int, int | None]:
    half = find_lone_surrogate(text)
    return offset + len(text.encode()), None if half is None else offset + len(text[:half].encode())


def _may_go_on(error: json.JSONDecodeError, text: str) -> bool:
    return error.msg.startswith("Unterminated string") or error.pos >= len(text) - _MARGIN


def _name(
    source: Source, offset: int, before: str, text: str, error: json.JSONDecodeError
) -> tuple[FileFaultName, int]:
    at = offset + len(text[len(before) : error.pos].encode())
    if rest_is_blank(source, at) or (error.msg.startswith("Unterminated string") and not _has_quote(source, at + 1)):
        return FileFaultName.TRUNCATED, at
    fault = name_syntax_fault(error)
    if fault is FileFaultName.VALUE and at == _first_visible(source):
        fault = FileFaultName.NO_JSON
    return fault, at


def rest_is_blank(source: Source, offset: int) -> bool:
    """Whether nothing but white space, of Unicode too, stands from ``offset`` on."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    return not any(decoder.decode(source.read(at, _STEP)).strip() for at in range(offset, source.size, _STEP))


def _first_visible(source: Source) -> int:
    """Offset of the first character that is no white space, of Unicode neither."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    passed = 0
    for at in range(0, source.size, _STEP):
        text = decoder.decode(source.read(at, _STEP))
        visible = text.lstrip()
        passed += len(text[: len(text) - len(visible)].encode())
        if visible:
            break
    return passed


def _has_quote(source: Source, offset: int) -> bool:
    return any(b'"' in source.read(at, _STEP) for at in range(offset, source.size, _STEP))


def _first(pattern: re.Pattern[str], offset: int, before: str, text: str) -> int | None:
    found = next((m.start() for m in pattern.finditer(text, len(before)) if not m[0].startswith('"')), None)
    return None if found is None else offset + len(text[len(before) : found].encode())
