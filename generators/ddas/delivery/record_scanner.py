"""The walk through a delivery: records in slices, everything around them in pieces, never a wrong guess kept.

The walk always stands at a proven place. In a list of records it decodes a block of text that seems to end behind a
record; when ``[`` + text + ``]`` decodes, the text was some whole items and the new place is proven too. Otherwise it
goes on value by value.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator

import msgspec

from ddas.delivery.cuts import CutGuesser, Spot
from ddas.delivery.envelope import Piece
from ddas.delivery.file_fault_name import FileFaultName
from ddas.delivery.scan_events import Event, Landing, Progress, Slice
from ddas.delivery.source import Source
from ddas.delivery.unreadable import UnreadableDelivery, explain_value, refuse, rest_is_blank
from ddas.delivery.value_reading import MORE, WRONG, is_sound, slice_items, slice_whole_list, value_end
from ddas.delivery.window import SPACE, Window
from ddas.standard.record_layout import RecordLayout

__all__ = ["ENVELOPE_LIMIT", "RecordScanner"]

RECORD_LIMIT = 16 << 20  # bytes
ENVELOPE_LIMIT = 16 << 20  # bytes
_FIRST_REACH = 1 << 13  # bytes looked at in a list that just opened: it may be short
_LONG_SPACE = 1 << 12  # bytes; longer white space is left out of the envelope

_AROUND = {b"[": FileFaultName.IN_A_LIST, b'"': FileFaultName.IN_A_TEXT}


class RecordScanner:
    """Walks a delivery from its start or from a spot.

    Attributes:
        stop: Offset at which the walk wants to land exactly; None: at the end only. May be changed at a Landing.
        progress: Changes while the events are taken.
    """

    def __init__(self, source: Source, layout: RecordLayout, block_size: int, progress: Progress | None = None) -> None:
        self.stop: int | None = None
        self.progress = progress or Progress(holder=-1 if layout.holder_path else 0)
        self._source = source
        self._layout = layout
        self._block_size = block_size
        self._reach = block_size
        self._window = Window(source, block_size)
        self._guessers = [CutGuesser(r.distinctive_keys) for r in layout.lists]
        self._list_indexes = {r.path: i for i, r in enumerate(layout.lists)}
        self._at = 0
        self._kept_from = 0

    def walk(self, start: Spot | None = None) -> Iterator[Event]:
        """Slices and pieces in file order; a Landing at each record that starts at or behind ``stop``.

        Raises:
            UnreadableDelivery: a fault, at the first place where there is one.
        """
        if start is None:
            yield from self._walk_document()
        else:
            self._at = start.offset
            yield from self._walk_records(start.list_index)
            in_root = self._layout.lists[start.list_index].in_root
            yield from self._walk_rest_of_object(in_root=in_root)
            if not in_root:
                self.progress.end_holder()
                yield from self._walk_rest_of_holders()
                yield from self._walk_rest_of_object(in_root=True)
        yield from self._finish()

    def _walk_document(self) -> Iterator[Event]:
        yield from self._space()
        mark = self._window.peek(self._at)
        if mark != b"{":
            self._skip_whole(_AROUND.get(mark))
        else:
            yield from self._walk_object(in_root=True)

    def _skip_whole(self, around: FileFaultName | None) -> None:
        """Step over a document that is no object; ``around``: what to call it when it is too large to look inside."""
        try:
            self._skip_value(ENVELOPE_LIMIT)
        except UnreadableDelivery as fault:
            if fault.fault is FileFaultName.TOO_LARGE and around is not None:
                raise UnreadableDelivery(around, self._at) from None
            raise

    def _finish(self) -> Iterator[Event]:
        yield from self._space()
        if self._at < self._source.size:
            refuse(
                self._source,
                FileFaultName.TRUNCATED if rest_is_blank(self._source, self._at) else FileFaultName.AFTER_THE_END,
                self._at,
            )
        yield from self._keep(self._at)
        if self.progress.half is not None:
            refuse(self._source, FileFaultName.HALF_CHARACTER, self.progress.half)

    def _walk_object(self, *, in_root: bool) -> Iterator[Event]:
        """From the opening brace to behind the closing one."""
        self._at += 1
        yield from self._space()
        if self._window.peek(self._at) == b"}":
            self._at += 1
            return
        if self._window.peek(self._at) != b'"':
            self._explain("{", self._at)
        yield from self._walk_member(in_root)
        yield from self._walk_rest_of_object(in_root=in_root)

    def _walk_rest_of_object(self, *, in_root: bool) -> Iterator[Event]:
        while (yield from self._goes_on_around(b"}", '{"":{}')):
            yield from self._walk_member(in_root)

    def _walk_member(self, in_root: bool) -> Iterator[Event]:
        key_at = self._at
        key = self._read_key()
        yield from self._space()
        if self._window.peek(self._at) != b":":
            self._explain('{"":{},', key_at)
        self._at += 1
        yield from self._space()
        list_index = self._list_indexes.get((key,) if in_root else (*self._layout.holder_path, key))
        is_holders = in_root and self._layout.holder_path == (key,)
        if (list_index is not None or is_holders) and not self.progress.note_list(key, in_root=in_root):
            refuse(self._source, FileFaultName.DOUBLE_LIST, key_at)
        if self._window.peek(self._at) == b"[" and is_holders:
            yield from self._walk_holders()
        elif self._window.peek(self._at) == b"[" and list_index is not None:
            yield from self._walk_list(list_index)
        else:
            self._skip_value(ENVELOPE_LIMIT)

    def _walk_holders(self) -> Iterator[Event]:
        self._at += 1
        yield from self._space()
        if self._window.peek(self._at) == b"]":
            self._at += 1
            return
        yield from self._walk_holder()
        yield from self._walk_rest_of_holders()

    def _walk_rest_of_holders(self) -> Iterator[Event]:
        while (yield from self._goes_on_around(b"]", "[{}")):
            yield from self._walk_holder()

    def _walk_holder(self) -> Iterator[Event]:
        self.progress.holder += 1
        if self._window.peek(self._at) == b"{":
            self.progress.holder_keys = set()
            yield from self._walk_object(in_root=False)
            self.progress.end_holder()
        else:
            self._skip_value(ENVELOPE_LIMIT)

    def _walk_list(self, list_index: int) -> Iterator[Event]:
        self._at += 1
        self.progress.opened += 1
        self.progress.index = 0
        yield from self._keep(self._at)
        self._at = self._kept_from = self._window.skip_space(self._at)
        if self._window.peek(self._at) == b"]":
            self._at += 1
        else:
            self._reach = min(_FIRST_REACH, self._block_size)
            yield from self._walk_records(list_index)

    def _walk_records(self, list_index: int) -> Iterator[Event]:
        """From the first byte of a record to behind the bracket that closes the list."""
        progress = self.progress
        holder = 0 if self._layout.lists[list_index].in_root else progress.holder
        while True:
            while self.stop is not None and self._at >= self.stop:
                stop = self.stop
                yield Landing(Spot(self._at, list_index))
                if self.stop == stop:
                    self.stop = None
            start = self._at
            taken = self._take_block(list_index) or self._take_slowly()
            if taken is not None and progress.half is None:
                raws, text = taken
                yield Slice(list_index, holder, progress.index, progress.opened == 0, start, text, raws)
                progress.index += len(raws)
            self._at = self._kept_from = self._window.skip_space(self._at)
            if not self._goes_on(b"]", "[{}"):
                return
            self._at = self._window.skip_space(self._at)

    def _take_block(self, list_index: int) -> tuple[list[msgspec.Raw], bytes] | None:
        """Whole records from here, by a guess at where one ends; None when no guess holds."""
        room = self._source.size if self.stop is None else self.stop - self._at
        short, self._reach = self._reach, self._block_size
        taken = slice_whole_list(self._window.data(self._at, min(short, room))) if short < self._block_size else None
        if taken is None:
            data = self._window.data(self._at, min(self._block_size, room))
            end = self._guess_end(list_index, data, lands=self.stop is not None and len(data) == room)
            text = data[:end].rstrip(SPACE)
            raws = slice_items(text) if text else None
            taken = (raws, text) if raws else slice_whole_list(data)
        if taken is None or not is_sound(taken[1]):
            return None
        self._at += len(taken[1])
        return taken

    def _guess_end(self, list_index: int, data: bytes, *, lands: bool) -> int:
        """Just behind a record; 0 for no guess. ``lands``: behind the data is the stop, and so the next record."""
        if not lands:
            return self._guessers[list_index].find(data)
        text = data.rstrip(SPACE)
        return len(text) - 1 if text.endswith(b",") else 0

    def _take_slowly(self) -> tuple[list[msgspec.Raw], bytes] | None:
        """Records one by one, about a block of them; None when one has half a character."""
        start = self._at
        spans: list[tuple[int, int]] = []
        at = start
        while True:
            self._at = at
            self._skip_value(RECORD_LIMIT)
            spans.append((at - start, self._at - start))
            at = self._next_record(start)
            if at < 0:
                break
        if self.progress.half is not None:
            return None
        text = self._source.read(start, self._at - start)
        return [msgspec.Raw(text[a:b]) for a, b in spans], text

    def _next_record(self, start: int) -> int:
        """Where a next record of the same slice starts; -1 when the slice ends here."""
        window = self._window
        at = window.skip_space(self._at)
        if window.peek(at) != b",":
            return -1
        at = window.skip_space(at + 1)
        is_near = at - start < self._block_size and (self.stop is None or at < self.stop)
        return at if is_near and window.peek(at) not in (b"]", b"") else -1

    def _goes_on(self, bracket: bytes, before: str) -> bool:
        """Step over a comma (True) or the closing bracket (False); ``before``: what json must imagine."""
        found = self._window.peek(self._at)
        if found not in (b",", bracket):
            self._explain(before, self._at)
        comma = self._at
        self._at += 1
        if found == bracket:
            return False
        ahead = self._window.peek(self._window.skip_space(self._at))
        if ahead == bracket or (bracket == b"}" and ahead != b'"'):
            self._explain(before, comma)
        return True

    def _goes_on_around(self, bracket: bytes, before: str) -> Generator[Event, None, bool]:
        """The same in the envelope, whose white space is kept."""
        yield from self._space()
        goes_on = self._goes_on(bracket, before)
        if goes_on:
            yield from self._space()
        return goes_on

    def _read_key(self) -> str:
        start = self._at
        self._skip_value(ENVELOPE_LIMIT)
        text = self._source.read(start, self._at - start)
        try:
            return msgspec.json.decode(text, type=str)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return ""

    def _skip_value(self, limit: int) -> None:
        """Step over a value, checked in every respect."""
        length = min(self._block_size, 1 << 12)
        while True:
            data = self._window.view(self._at, length)
            ended = self._at + len(data) >= self._source.size
            end = value_end(data, ended=ended)
            if end != MORE:
                break
            if len(data) > limit:
                refuse(self._source, FileFaultName.TOO_LARGE, self._at)
            length = max(length, len(data)) * 2
        if end == WRONG or not is_sound(bytes(data[:end])):
            behind, half = explain_value(self._source, self._at, limit)
            if self.progress.half is None:
                self.progress.half = half
            end = behind - self._at
        if end > limit:
            refuse(self._source, FileFaultName.TOO_LARGE, self._at)
        self._at += end

    def _explain(self, before: str, offset: int) -> None:
        explain_value(self._source, offset, RECORD_LIMIT, before)
        refuse(self._source, FileFaultName.NO_JSON, offset)

    def _space(self) -> Iterator[Event]:
        """Step over white space of the envelope."""
        start = self._at
        self._at = self._window.skip_space(start)
        if self._at - start > _LONG_SPACE:
            yield from self._keep(start + 1)
            self._kept_from = self._at

    def _keep(self, end: int) -> Iterator[Event]:
        """Hand out the text of the envelope up to here."""
        if end - self._kept_from > ENVELOPE_LIMIT:
            refuse(self._source, FileFaultName.TOO_LARGE, self._kept_from)
        if end > self._kept_from:
            yield Piece(self._kept_from, self._source.read(self._kept_from, end - self._kept_from))
        self._kept_from = end
