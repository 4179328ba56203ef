"""A part of a delivery as text for its owner, personal data masked."""

from __future__ import annotations

import json
from typing import Any

from ddas.delivery.record_stream import RecordStream, Segment, find_records
from ddas.delivery.source import Source
from ddas.delivery.unreadable import UnreadableDelivery
from ddas.errors import DdasError
from ddas.findings import Pointer
from ddas.privacy.masking import mask
from ddas.rules.cases.json_patch import split_pointer
from ddas.standard.record_layout import RecordLayout, layout_of
from ddas.validation.choosing import choose_surely
from ddas.validation.envelope_check import decode_envelope
from ddas.validation.opening import open_delivery
from ddas.validation.structure.fault_codes import FILE_FAULTS

__all__ = ["show_place"]

_LONGEST_INDEX = 20
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
            specification = choose_surely(source, standard).specification
            steps, value = _find(source, layout_of(specification), split_pointer(pointer))
        except UnreadableDelivery as fault:
            words = FILE_FAULTS[fault.fault]
            raise DdasError(f"{words.message} {words.remedy}") from None
        except RecursionError:
            raise DdasError(FILE_FAULTS["te diep"].message + " " + FILE_FAULTS["te diep"].remedy) from None
    if not with_personal_data:
        value = mask(specification, steps, value)
    return _printable(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


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


def _printable(text: str) -> str:
    """Characters that could command a terminal become escapes."""
    return "".join(c if c.isprintable() or c == "\n" else f"\\u{ord(c):04x}" for c in text)
