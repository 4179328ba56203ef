"""A part of a delivery as text for its owner, personal data masked."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from ddas.delivery.file_fault_name import FileFaultName
from ddas.delivery.record_stream import RecordStream, Segment, find_records
from ddas.delivery.source import Source
from ddas.delivery.unreadable import UnreadableDelivery
from ddas.errors import DdasError
from ddas.findings import Pointer
from ddas.rules.cases.json_patch import split_pointer
from ddas.rules.kinds.unknown_key import is_showable
from ddas.standard.catalog import default_specification, find_specification, iter_specifications
from ddas.standard.places import find_place
from ddas.standard.record_layout import RecordLayout, layout_of
from ddas.standard.specification import CodeList, ObjectType, Specification
from ddas.standard.status import Status
from ddas.standard.value_kinds import ValueKind
from ddas.validation.envelope_check import decode_envelope
from ddas.validation.opening import open_delivery
from ddas.validation.recognition import recognise
from ddas.validation.structure.fault_codes import FILE_FAULTS

__all__ = ["show_place"]

_MASK = "•••"
_LARGEST = 9_999_999
"""Larger numbers are masked: eight or nine digits can be a citizen service number in the wrong place."""
_LONGEST_INDEX = 20
_SHOWN_FORMS: Mapping[ValueKind, str | None] = {
    ValueKind.TEXT: None,
    ValueKind.EMAIL: None,
    ValueKind.DATE: r"\d{4}-\d\d-\d\d",
    ValueKind.DATE_TIME: r"\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-][\d:]+)",
    ValueKind.WHOLE_NUMBER: None,
    ValueKind.BOOLEAN: None,
}
"""The form in which a text of this kind holds nothing else; None: only the pattern of its data type says so."""
_NOT_THERE = "Deze plek staat niet in het bestand. Neem de plek over uit het verslag van ddas validate."


def show_place(path: str, pointer: str, *, standard: str | None = None, with_personal_data: bool = False) -> str:
    """The value at a JSON Pointer as indented JSON.

    Raises:
        DdasError: the file cannot be read, is no delivery, or has no such place.
    """
    if pointer and not pointer.startswith("/"):
        raise DdasError("Een plek begint met een schuine streep. Neem haar over uit het verslag van ddas validate.")
    with open_delivery(path) as source:
        try:
            specification = _specification(source, standard)
            steps, value = _find(source, layout_of(specification), split_pointer(pointer))
        except UnreadableDelivery as fault:
            raise _refused(fault.fault) from None
        except RecursionError:
            raise _refused(FileFaultName.TOO_DEEP) from None
    if not with_personal_data:
        value = _mask(specification, steps, value)
    return _printable(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def _refused(fault: FileFaultName) -> DdasError:
    words = FILE_FAULTS[fault]
    return DdasError(f"{words.message} {words.remedy}")


def _specification(source: Source, standard: str | None) -> Specification:
    if standard is not None:
        return find_specification(standard)
    for specification in iter_specifications():
        if specification.status is not Status.ADOPTED:
            continue
        stream: RecordStream[None] = RecordStream(source, layout_of(specification), make_handler=_make_idle)
        for _ in stream:
            pass
        domain = recognise(decode_envelope(stream.envelope), iter_specifications())
        if domain is None:
            raise UnreadableDelivery(FileFaultName.NO_DELIVERY, None)
        return default_specification(domain.name)
    return default_specification("")


def _make_idle() -> Any:
    return lambda _segment: None


def _make_measure() -> Any:
    def measure(segment: Segment) -> int:
        return len(segment.text)

    return measure


def _find(source: Source, layout: RecordLayout, steps: tuple[str, ...]) -> tuple[Pointer, Any]:
    """The value, and the steps to it with whole numbers for places in lists."""
    stream: RecordStream[int] = RecordStream(source, layout, make_handler=_make_measure)
    depth = len(layout.holder_path) + bool(layout.holder_path)
    for handled in stream:
        key = layout.lists[handled.list_index].path[-1]
        start = (*layout.holder_path, str(handled.holder), key) if layout.holder_path else (key,)
        if steps[: depth + 1] != start or len(steps) < depth + 2 or not _is_index(steps[depth + 1]):
            continue
        index = int(steps[depth + 1]) - handled.first_index
        if 0 <= index < handled.count:
            text = source.read(handled.offset, handled.result)
            low, high = find_records(text)[index]
            begun: Pointer = tuple(int(s) if _is_index(s) else s for s in steps[: depth + 2])
            return _follow(json.loads(text[low:high]), steps[depth + 2 :], begun)
    return _follow(decode_envelope(stream.envelope), steps, ())


def _follow(value: Any, steps: tuple[str, ...], done: Pointer) -> tuple[Pointer, Any]:
    for step in steps:
        if isinstance(value, list) and _is_index(step) and int(step) < len(value):
            value, done = value[int(step)], (*done, int(step))
        elif isinstance(value, dict) and step in value:
            value, done = value[step], (*done, step)
        else:
            raise DdasError(_NOT_THERE)
    return done, value


def _is_index(step: str) -> bool:
    """Whether a step names a place in a list; a superscript two is a digit to Python, but no number."""
    return step.isdecimal() and step.isascii() and len(step) < _LONGEST_INDEX


def _mask(specification: Specification, pointer: Pointer, value: Any) -> Any:
    """Values of fields that identify a person, and of everything that the standard does not know, become dots."""
    if isinstance(value, list):
        return [_mask(specification, (*pointer, n), v) for n, v in enumerate(value)]
    if isinstance(value, dict) and _holds_objects(specification, pointer):
        return {
            key if is_showable(key) or _is_known(specification, (*pointer, key)) else f"(onbekend veld {n})": _mask(
                specification, (*pointer, key), v
            )
            for n, (key, v) in enumerate(value.items(), 1)
        }
    return value if _is_harmless(specification, pointer, value) else _MASK


def _holds_objects(specification: Specification, pointer: Pointer) -> bool:
    place = find_place(specification, pointer)
    return not pointer or bool(place.attribute and specification.object_type(place.attribute.range))


def _is_known(specification: Specification, pointer: Pointer) -> bool:
    return find_place(specification, pointer).attribute is not None


def _is_harmless(specification: Specification, pointer: Pointer, value: Any) -> bool:
    """A right value of a field that identifies nobody and is no free text: a wrong value can be anything."""
    attribute = find_place(specification, pointer).attribute
    if isinstance(value, bool) or value is None or value == "":
        return True
    if attribute is None or attribute.personal_data == "direct" or isinstance(value, dict | list):
        return False
    if isinstance(value, int | float):
        return abs(value) <= _LARGEST
    target = specification.target(attribute.range)
    if isinstance(target, ObjectType):
        return False
    if isinstance(target, CodeList):
        return value in [v.value for v in target.values]
    pattern = _SHOWN_FORMS[target.kind] or target.pattern
    return pattern is not None and re.fullmatch(pattern, value, re.ASCII) is not None


def _printable(text: str) -> str:
    """Characters that could command a terminal become escapes."""
    return "".join(c if c.isprintable() or c == "\n" else f"\\u{ord(c):04x}" for c in text)
