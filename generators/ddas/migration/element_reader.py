"""A delivery in bytes → its long lists element by element, and the rest as one small document.

Memory is bounded by the largest element, not by the file. Refuses what ``ddas.delivery.reading`` refuses.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, NoReturn

from ddas.delivery.reading import find_lone_surrogate, name_syntax_fault
from ddas.migration.slots import DELIVERIES, Slot

__all__ = ["Element", "ElementReader", "UnreadableError"]

_BLOCK = 1 << 19
_MARGIN = 32  # a fault this near to the end of what was read can come from a token that goes on behind it
_SPACE = re.compile(r"[ \t\n\r]*")
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_BOMS = ((b"\xef\xbb\xbf", "bom"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_TOKEN = re.compile(r'["{\[\-0-9tfnNI]')


class UnreadableError(Exception):
    """The bytes are no delivery that can be read in parts.

    ``fault``: key in the table of file faults, ``dubbele lijst`` or ``te groot getal``; ``line``, ``column``: 1-based,
    in characters, or None. Of a number that cannot be read it is the place of the element that holds it.
    """

    def __init__(self, fault: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(fault)
        self.fault = fault
        self.line = line
        self.column = column


class _NumberError(ValueError):
    """A number that cannot be read or written again; json gives no position. Its text is the fault."""


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a long list.

    ``delivery``: 0-based index in ``leveringen``, 0 for a list in the root; ``index``: 0-based in its list.
    """

    slot: Slot
    delivery: int
    index: int
    value: Any


class ElementReader:
    """Reads one delivery from a binary stream, once.

    Attributes:
        envelope: After ``iter_elements``: the document, its long lists emptied.
        doubles: After it: how many keys stood a second time in an object; of those the last one counts.
    """

    def __init__(self, stream: BinaryIO, slots: frozenset[Slot]) -> None:
        self.envelope: dict[str, Any] = {}
        self.doubles = 0
        self._stream = stream
        self._slots = slots
        self._decode = json.JSONDecoder(
            object_pairs_hook=self._make_object, parse_constant=_refuse_constant, parse_float=_parse_float
        ).raw_decode
        self._bytes = codecs.getincrementaldecoder("utf-8")()
        self._text = ""
        self._at = 0
        self._ended = False
        self._line, self._column = 1, 1  # of the first character of _text

    def iter_elements(self) -> Iterator[Element]:
        """Every element of the long lists, in file order.

        Raises:
            UnreadableError: the bytes are no JSON, or no object.
            OSError: the stream cannot be read.
        """
        self._start()
        if self._peek() != "{":
            self._refuse("geen aanlevering" if _TOKEN.match(self._peek()) else "geen json", self._at)
        self.envelope = yield from self._read_object((), 0)
        if self._peek():
            self._refuse("na het einde", self._at)

    def _start(self) -> None:
        self._grow(_BLOCK, first=True)
        if not self._peek():
            raise UnreadableError("leeg")

    def _read_object(self, path: Slot, delivery: int) -> Generator[Element, None, dict[str, Any]]:
        result: dict[str, Any] = {}
        self._at += 1
        for key in self._iter_keys():
            here = (*path, key)
            listing = self._peek() == "[" and (here in self._slots or here == (DELIVERIES,))
            if key in result:
                if listing or here in self._slots or here == (DELIVERIES,):
                    self._refuse("dubbele lijst", self._at)
                self.doubles += 1
            if listing and here in self._slots:
                result[key] = []
                yield from self._read_elements(here, delivery)
            elif listing:
                result[key] = yield from self._read_deliveries(here)
            else:
                result[key] = self._read_value()
        return result

    def _read_elements(self, slot: Slot, delivery: int) -> Iterator[Element]:
        for index in self._iter_items():
            yield Element(slot, delivery, index, self._read_value())

    def _read_deliveries(self, path: Slot) -> Generator[Element, None, list[Any]]:
        found: list[Any] = []
        for index in self._iter_items():
            if self._peek() == "{":
                found.append((yield from self._read_object(path, index)))
            else:
                found.append(self._read_value())
        return found

    def _iter_keys(self) -> Iterator[str]:
        """The keys of the object that is open; the caller reads the value behind each."""
        if self._peek() == "}":
            self._at += 1
            return
        while True:
            if self._peek() != '"':
                self._refuse("sleutel", self._at)
            key = self._read_value()
            if self._peek() != ":":
                self._refuse("dubbele punt", self._at)
            self._at += 1
            yield key
            if self._ends("}"):
                return

    def _iter_items(self) -> Iterator[int]:
        """The indexes of the list that starts here; the caller reads each item."""
        self._at += 1
        if self._peek() == "]":
            self._at += 1
            return
        index = 0
        while True:
            yield index
            if self._ends("]"):
                return
            index += 1

    def _ends(self, bracket: str) -> bool:
        """Step over a comma (False) or the closing bracket (True)."""
        found = self._peek()
        if found not in (",", bracket) or not found:
            self._refuse("komma", self._at)
        self._at += 1
        return found == bracket

    def _read_value(self) -> Any:
        self._peek()
        size = _BLOCK
        doubles = self.doubles
        while True:
            self.doubles = doubles
            try:
                value, end = self._decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if self._ended or not self._may_go_on(error):
                    self._refuse(name_syntax_fault(error), error.pos)
            except RecursionError:
                self._refuse("te diep", self._at)
            except _NumberError as error:
                self._refuse(str(error), self._at)
            except ValueError:  # Python refuses whole numbers of more than 4,300 digits
                self._refuse("te lang getal", self._at)
            else:
                if end < len(self._text) or self._ended:  # a number at the very end can go on
                    self._refuse_half_characters(self._at, end)
                    self._at = end
                    return value
            self._grow(size)
            size *= 2

    def _may_go_on(self, error: json.JSONDecodeError) -> bool:
        return error.msg.startswith("Unterminated string") or error.pos >= len(self._text) - _MARGIN

    def _refuse_half_characters(self, start: int, end: int) -> None:
        if _SURROGATE.search(self._text, start, end) is not None:
            offset = find_lone_surrogate(self._text[start:end])
            if offset is not None:
                self._refuse("half teken", start + offset)

    def _peek(self) -> str:
        """Step over white space; gives the next character, empty at the end."""
        while True:
            match = _SPACE.match(self._text, self._at)
            self._at = match.end() if match else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if self._ended:
                return ""
            self._grow(_BLOCK)

    def _grow(self, size: int, *, first: bool = False) -> None:
        """Drop what was read and add a block."""
        block = self._stream.read(size)
        if first:
            _refuse_other_encodings(block)
        self._line, self._column = self._position(self._at)
        try:
            added = self._bytes.decode(block, final=not block)
        except UnicodeDecodeError as error:
            self._text += error.object[: error.start].decode("utf-8")
            self._refuse("geen utf-8", len(self._text), moved=self._at)
        self._ended = not block
        self._text = self._text[self._at :] + added
        self._at = 0

    def _position(self, offset: int, start: int = 0) -> tuple[int, int]:
        lines = self._text.count("\n", start, offset)
        if not lines:
            return self._line, self._column + offset - start
        return self._line + lines, offset - self._text.rfind("\n", start, offset)

    def _refuse(self, fault: str, offset: int, moved: int = 0) -> NoReturn:
        if self._ended and fault != "na het einde" and offset >= len(self._text.rstrip()):
            fault = "afgekapt"
        if self._ended and fault == "tekst niet gesloten" and '"' not in self._text[offset + 1 :]:
            fault = "afgekapt"
        raise UnreadableError(fault, *self._position(offset, moved))

    def _make_object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        self.doubles += len(pairs) - len(made)
        return made


def _refuse_other_encodings(block: bytes) -> None:
    for mark, fault in _BOMS:
        if block.startswith(mark):
            raise UnreadableError(fault)
    if b"\x00" in block[:4]:
        raise UnreadableError("utf-16")


def _refuse_constant(_name: str) -> NoReturn:
    raise _NumberError("geen getal")


def _parse_float(text: str) -> float:
    value = float(text)
    if value in (float("inf"), float("-inf")):
        raise _NumberError("te groot getal")
    return value
