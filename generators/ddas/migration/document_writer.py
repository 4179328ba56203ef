"""Writes a delivery: the envelope indented, and each element of a long list on a line of its own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

from ddas.migration.element_reader import Element
from ddas.migration.slots import DELIVERIES, Slot

__all__ = ["write_document"]

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def write_document(
    stream: BinaryIO, envelope: Mapping[str, Any], slots: frozenset[Slot], elements: Iterable[Element]
) -> None:
    """Write the document as UTF-8.

    Args:
        stream: Where to.
        envelope: The document, its long lists empty.
        slots: The long lists of its version.
        elements: Their elements, in the order in which the lists stand in ``envelope``.

    Raises:
        ValueError: an element has no list in the envelope, or comes too late.
        OSError: the stream cannot be written.
    """
    writer = _Writer(stream, slots, iter(elements))
    writer.write_object(envelope, (), 0, "")
    writer.write("\n")
    if writer.next is not None:
        raise ValueError("an element without a list")


class _Writer:
    def __init__(self, stream: BinaryIO, slots: frozenset[Slot], elements: Iterator[Element]) -> None:
        self._stream = stream
        self._slots = slots
        self._elements = elements
        self.next = next(elements, None)

    def write(self, text: str) -> None:
        self._stream.write(text.encode())

    def write_object(self, value: Mapping[str, Any], path: Slot, delivery: int, indent: str) -> None:
        inner = indent + "  "
        self.write("{")
        for number, (key, held) in enumerate(value.items()):
            self.write(f"{',' if number else ''}\n{inner}{_encode(key)}: ")
            here = (*path, key)
            if here in self._slots and held == []:
                self._write_elements(here, delivery, inner)
            elif here == (DELIVERIES,) and isinstance(held, list):
                self._write_deliveries(held, here, inner)
            else:
                self.write(json.dumps(held, ensure_ascii=False, allow_nan=False, indent=2).replace("\n", "\n" + inner))
        self.write(f"\n{indent}}}" if value else "}")

    def _write_elements(self, slot: Slot, delivery: int, indent: str) -> None:
        self.write("[")
        count = 0
        while self.next is not None and (self.next.slot, self.next.delivery) == (slot, delivery):
            self.write(f"{',' if count else ''}\n{indent}  {_encode(self.next.value)}")
            count += 1
            self.next = next(self._elements, None)
        self.write(f"\n{indent}]" if count else "]")

    def _write_deliveries(self, deliveries: list[Any], path: Slot, indent: str) -> None:
        self.write("[")
        for index, delivery in enumerate(deliveries):
            self.write(f"{',' if index else ''}\n{indent}  ")
            if isinstance(delivery, dict):
                self.write_object(delivery, path, index, indent + "  ")
            else:
                self.write(_encode(delivery))
        self.write(f"\n{indent}]" if deliveries else "]")
