"""The records of a delivery, segment by segment, in a newer version: as JSON, ready to be written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from ddas.delivery.double_keys import may_hold_double_keys
from ddas.delivery.exact_value import read_and_count
from ddas.delivery.segments import Segment
from ddas.delivery.unreadable import UnreadableDelivery
from ddas.delivery.writing import spell
from ddas.migration.migrator import Path
from ddas.migration.prepared_migrator import PreparedMigrator
from ddas.migration.tally import Kind
from ddas.migration.work import Work
from ddas.standard.record_layout import RecordLayout
from ddas.validation.structure.fault_codes import DOUBLE_KEY

__all__ = ["RecordMigration", "count_doubles"]


def count_doubles(work: Work, step: str, count: int) -> None:
    """Count keys that stood a second time in an object. ``step``: that of the first migrator."""
    if count:
        work.tally.step = step
        reason = f"{DOUBLE_KEY.message[0].lower()}{DOUBLE_KEY.message[1:].rstrip('.')} ({DOUBLE_KEY.id})"
        work.tally.add(Kind.LOST, "(dubbele sleutels)", reason=reason, count=count)


class RecordMigration:
    """A handler; needs records that are valid in the version that they have."""

    def __init__(self, prepared: Sequence[PreparedMigrator], layout: RecordLayout, work: Work) -> None:
        self._prepared = prepared
        self._work = work
        self._ways = [_way(prepared, part.path) for part in layout.lists]
        self._decode = msgspec.json.Decoder(list[Any], float_hook=self._meet_float).decode
        self._has_floats = False

    def __call__(self, segment: Segment) -> list[bytes]:
        """The records of one segment in the newest version, each on one line.

        Raises:
            UnreadableDelivery: a number is too large to be written again, or a record nests too deep.
        """
        values = self._read(segment)
        for prepared, path in self._ways[segment.list_index]:
            prepared.migrate_records(path, values, self._work)
        try:
            return [spell(value, has_floats=self._has_floats) for value in values]
        except RecursionError:
            return [spell(value) for value in values]

    def _read(self, segment: Segment) -> list[Any]:
        self._has_floats = False
        try:
            values = self._decode(b"[" + segment.text + b"]")
            if not may_hold_double_keys(segment.text, values):
                return values
        except (msgspec.MsgspecError, RecursionError, OverflowError):
            pass
        self._has_floats = True
        return [self._read_slowly(segment, index) for index in range(len(segment.raws))]

    def _read_slowly(self, segment: Segment, index: int) -> Any:
        try:
            value, doubles = read_and_count(bytes(segment.raws[index]))
        except UnreadableDelivery as fault:
            raise UnreadableDelivery(fault.fault, segment.offset_of(index) + (fault.offset or 0)) from None
        count_doubles(self._work, self._prepared[0].migrator.name, doubles)
        return value

    def _meet_float(self, text: str) -> float:
        """Called for every number with a fraction or an exponent; one that is infinite is looked at closer."""
        self._has_floats = True
        value = float(text)
        if value in (float("inf"), float("-inf")):
            raise OverflowError
        return value


def _way(prepared: Sequence[PreparedMigrator], path: Path) -> list[tuple[PreparedMigrator, Path]]:
    """Each migrator, and where its older version has the list."""
    way = []
    for one in prepared:
        way.append((one, path))
        path = one.new_path(path)
    return way
