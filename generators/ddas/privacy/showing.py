"""A part of a delivery as text for its owner, personal data masked."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import msgspec

from ddas.delivery.double_keys import iter_double_keys
from ddas.delivery.exact_value import read_record
from ddas.delivery.file_fault_name import FileFaultName
from ddas.delivery.record_stream import fold_records
from ddas.delivery.segments import Handled, Handler, Segment
from ddas.delivery.source import Source, open_delivery
from ddas.delivery.unreadable import UnreadableDelivery
from ddas.errors import DdasError
from ddas.findings import Pointer
from ddas.privacy.masking import mask
from ddas.rules.cases.json_patch import split_pointer
from ddas.standard.catalog import find_specification, iter_specifications
from ddas.standard.record_layout import RecordLayout, join_layouts, layout_of
from ddas.standard.specification import Specification
from ddas.validation.choosing import choose_by_content
from ddas.validation.envelope_check import decode_envelope
from ddas.validation.options import today
from ddas.validation.structure.fault_codes import DOUBLE_KEY, DOUBLE_KEY_TITLE, FILE_FAULTS

__all__ = ["show_place"]

_LONGEST_INDEX = 20
_NOT_THERE = "Deze plek staat niet in het bestand. Neem de plek over uit het verslag van ddas validate."


def show_place(
    path: str,
    pointer: str,
    *,
    standard: str | None = None,
    with_personal_data: bool = False,
    remark: Callable[[str], object] = lambda _: None,
) -> str:
    """The value at a JSON Pointer as indented JSON.

    ``remark`` is told, in Dutch, that there is more in the file than is shown: a key stands twice.

    Raises:
        DdasError: the file cannot be read, is no delivery, or has no such place.
    """
    if pointer and not pointer.startswith("/"):
        raise DdasError("Een plek begint met een schuine streep. Neem haar over uit het verslag van ddas validate.")
    chosen = None if standard is None else find_specification(standard)
    with open_delivery(path) as source:
        try:
            specification, steps, value, is_whole = _find(source, chosen, split_pointer(pointer))
            if not is_whole:
                words = f"{DOUBLE_KEY_TITLE[0].lower()}{DOUBLE_KEY_TITLE[1:]}"
                remark(f"Let op: {words}. U ziet de laatste. Meer uitleg: ddas rules {DOUBLE_KEY.id}")
            if not with_personal_data:
                value = mask(specification, steps, value)
            return _printable(_indented(value)) + "\n"
        except UnreadableDelivery as fault:
            refusal = FILE_FAULTS[fault.fault]
        except RecursionError:
            refusal = FILE_FAULTS[FileFaultName.TOO_DEEP]
    raise DdasError(f"{refusal.message} {refusal.remedy}")


class _Finder:
    """A fold that keeps the record in which a place stands.

    Attributes:
        record: Its value, None as long as it was not met.
        text: How it is written.
        start: The steps to it.
    """

    def __init__(self, layout: RecordLayout, steps: tuple[str, ...]) -> None:
        self.record: Any = None
        self.text = b""
        self.start: Pointer = ()
        self._layout = layout
        self._steps = steps

    def make_handler(self) -> Handler[Segment]:
        """One process."""
        return lambda segment: segment

    def add(self, handled: Handled[Segment]) -> None:
        """Look whether the record is in this segment."""
        first = self._layout.pointer(handled.list_index, handled.holder, handled.first_index)
        steps = self._steps[: len(first)]
        if len(steps) < len(first) or steps[:-1] != tuple(map(str, first[:-1])) or not _is_index(steps[-1]):
            return
        index = int(steps[-1]) - handled.first_index
        if 0 <= index < handled.count:
            self.start = (*first[:-1], int(steps[-1]))
            self.record = read_record(handled.result, index)
            self.text = bytes(handled.result.raws[index])


def _find(
    source: Source, chosen: Specification | None, steps: tuple[str, ...]
) -> tuple[Specification, Pointer, Any, bool]:
    """One reading for a place.

    Returns:
        The version, the steps to the value with whole numbers for places in lists, the value, and whether no key on the
        way to it or in it went lost.
    """
    versions = [chosen] if chosen else list(iter_specifications())
    layout = join_layouts(layout_of(version) for version in versions)
    finder = _Finder(layout, steps)
    around = fold_records(source, layout, finder)
    value = decode_envelope(around)
    specification = chosen or choose_by_content(value, today()).specification
    if finder.start:
        inside = steps[len(finder.start) :]
        return specification, *_follow(finder.record, inside, finder.start), _is_single(finder.text, inside)
    return specification, *_follow(value, steps, ()), around is None or _is_single(around.text, steps)


def _is_single(text: bytes, steps: tuple[str, ...]) -> bool:
    """Whether no key stands twice on the way to a place, or in what stands there."""
    doubles = (tuple(map(str, one.pointer)) for one in iter_double_keys(text))
    return not any(double[: len(steps)] == steps[: len(double)] for double in doubles)


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


def _indented(value: Any) -> str:
    """As deep as json can read, which ``json.dumps`` with an indent is not."""
    return msgspec.json.format(json.dumps(value, ensure_ascii=False).encode(), indent=2).decode()


def _printable(text: str) -> str:
    """Characters that could command a terminal become escapes."""
    return "".join(c if c.isprintable() or c == "\n" else f"\\u{ord(c):04x}" for c in text)
