"""Writing JSON piece by piece, so that a delivery of any size is never in memory as a whole."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO, Protocol, TypeVar

import msgspec

__all__ = ["JsonWriter", "KeyOrder", "Member", "RecordRun", "spell", "write_document"]

Member = tuple[str, Any | Callable[[int], None]]
"""A key with its value, or with what writes its value at a depth."""

_T = TypeVar("_T")
_spell_exactly = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


class KeyOrder(Protocol):
    """Puts the keys of each object in an order of its own."""

    def shuffle(self, items: Sequence[_T]) -> list[_T]:
        """The items in another order."""


@dataclass(frozen=True, slots=True)
class RecordRun:
    """Neighbouring records of one list.

    ``path``: keys from the root to the list; ``holder``: 0-based index of the levering, 0 in the root; ``texts``: the
    JSON of each record, on one line.
    """

    path: tuple[str, ...]
    holder: int
    texts: Sequence[bytes]


def spell(value: object, *, has_floats: bool = True) -> bytes:
    """A value as JSON on one line, each number as Python spells it.

    ``has_floats``: whether a number with a fraction or an exponent can be in it; without it goes faster.

    Raises:
        ValueError: a number that JSON cannot hold.
    """
    if has_floats:
        return _spell_exactly(value).encode()
    return msgspec.json.format(msgspec.json.encode(value), indent=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonWriter:
    """Writes to ``stream``; a value that is a ``msgspec.Raw`` is JSON already.

    ``indent``: spaces a level, None for everything on one line. ``order``: shuffles keys; None leaves them.
    """

    stream: BinaryIO
    indent: int | None
    order: KeyOrder | None = None

    def write_object(self, depth: int, members: Sequence[Member]) -> None:
        """Write an object; a value that can be called writes itself at ``depth + 1``."""
        write = self.stream.write
        colon = b":" if self.indent is None else b": "
        mark = b"{"
        for key, value in members if self.order is None else self.order.shuffle(members):
            write(mark + self._line(depth + 1) + msgspec.json.encode(key) + colon)
            if callable(value):
                value(depth + 1)
            else:
                write(self._encode(value, depth + 1))
            mark = b","
        write(b"{}" if mark == b"{" else self._line(depth) + b"}")

    def write_list(self, depth: int, items: Iterable[Any]) -> None:
        """Write a list, one item at a time; an item that can be called writes itself at ``depth + 1``."""
        write = self.stream.write
        line = self._line(depth + 1)
        mark = b"["
        for item in items:
            write(mark + line)
            if callable(item):
                item(depth + 1)
            else:
                write(self._encode(item, depth + 1))
            mark = b","
        write(b"[]" if mark == b"[" else self._line(depth) + b"]")

    def write_run(self, depth: int, texts: Iterable[bytes]) -> None:
        """Write neighbouring items of a list at ``depth`` that are JSON already, each on a line as it is."""
        self.stream.write((b"," + self._line(depth)).join(texts))

    def _line(self, depth: int) -> bytes:
        return b"" if self.indent is None else b"\n" + b" " * (self.indent * depth)

    def _encode(self, value: Any, depth: int) -> bytes:
        encoded = msgspec.json.encode(value if self.order is None else _reorder(value, self.order))
        if self.indent is None:
            return encoded
        return msgspec.json.format(encoded, indent=self.indent).replace(b"\n", self._line(depth))


def write_document(
    stream: BinaryIO, envelope: Mapping[str, Any], paths: Collection[tuple[str, ...]], runs: Iterable[RecordRun]
) -> None:
    """Write a delivery: the envelope indented, and each record on a line of its own.

    Args:
        stream: Where to; gets UTF-8.
        envelope: The document, its lists of records empty.
        paths: Of the lists of records.
        runs: Their records, in the order in which the lists stand in ``envelope``; none is empty.

    Raises:
        ValueError: records have no list in the envelope, or come too late.
        OSError: the stream cannot be written.
    """
    document = _Document(JsonWriter(stream=stream, indent=2), frozenset(paths), iter(runs))
    document.write(envelope)
    stream.write(b"\n")
    if document.next is not None:
        raise ValueError("records without a list")


class _Document:
    def __init__(self, writer: JsonWriter, paths: frozenset[tuple[str, ...]], runs: Iterator[RecordRun]) -> None:
        self._writer = writer
        self._paths = paths
        self._holder_paths = {path[:-1] for path in paths}
        self._runs = runs
        self.next = next(runs, None)

    def write(self, envelope: Mapping[str, Any]) -> None:
        self._writer.write_object(0, self._members(envelope, (), 0))

    def _members(self, value: Mapping[str, Any], path: tuple[str, ...], holder: int) -> list[Member]:
        return [(key, self._member(held, (*path, key), holder)) for key, held in value.items()]

    def _member(self, held: Any, path: tuple[str, ...], holder: int) -> Any:
        if path in self._paths and held == []:
            return lambda depth: self._writer.write_list(depth, self._iter_runs(path, holder))
        if path in self._holder_paths and isinstance(held, list):
            return lambda depth: self._writer.write_list(depth, self._iter_holders(held, path))
        return msgspec.Raw(spell(held))

    def _iter_runs(self, path: tuple[str, ...], holder: int) -> Iterator[Callable[[int], None]]:
        while (run := self.next) is not None and (run.path, run.holder) == (path, holder):
            yield lambda depth, texts=run.texts: self._writer.write_run(depth, texts)  # type: ignore[misc]
            self.next = next(self._runs, None)

    def _iter_holders(self, holders: Sequence[Any], path: tuple[str, ...]) -> Iterator[Any]:
        for number, holder in enumerate(holders):
            if isinstance(holder, dict):
                members = self._members(holder, path, number)
                yield lambda depth, members=members: self._writer.write_object(depth, members)
            else:
                yield msgspec.Raw(spell(holder))


def _reorder(value: Any, order: KeyOrder) -> Any:
    if isinstance(value, dict):
        return {key: _reorder(item, order) for key, item in order.shuffle(list(value.items()))}
    if isinstance(value, list):
        return [_reorder(item, order) for item in value]
    return value
