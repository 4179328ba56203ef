"""Several processes give what one gives, whatever they guessed, and leave nothing behind."""

from __future__ import annotations

import multiprocessing
import os
from typing import Any

import pytest

from ddas.delivery.parallel.stretches import StretchReader
from ddas.delivery.record_stream import RecordStream
from ddas.delivery.segments import Segment
from ddas.delivery.source import BytesSource
from ddas.errors import DdasError
from ddas.standard.record_layout import RecordLayout
from tests.delivery.hostile_texts import BROKEN, FLAT, LAYOUT, SOUND
from tests.delivery.stream_reading import fault_of, read


class InProcess:
    """Stands for the processes: all stretches are read here, in one process, so that many sizes can be tried."""

    def __init__(self, source: Any, layout: RecordLayout, make_handler: Any, _processes: int, block_size: int) -> None:
        self._reader: StretchReader[Any] = StretchReader(source, layout, make_handler(), block_size)
        self.used = 0

    def __enter__(self) -> InProcess:
        return self

    def __exit__(self, *_: object) -> None:
        USED.append(self.used)

    def result(self, number: int) -> Any:
        found = self._reader.read(number)
        self.used += found is not None
        return found


USED: list[int] = []


@pytest.mark.parametrize("layout", [LAYOUT, FLAT], ids=["holders", "flat"])
@pytest.mark.parametrize("name", SOUND)
def test_same_records(name: str, layout: RecordLayout, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ddas.delivery.parallel.merger.Crew", InProcess)
    data = SOUND[name]
    expected = read(data, layout, 1 << 18)
    for size in (16, 30, 64, 111, 300):
        found = read(data, layout, size, processes=2)
        assert found[0] == expected[0], size
        assert found[1].text == expected[1].text, size


@pytest.mark.parametrize("name", list(BROKEN)[::3])
def test_same_faults(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ddas.delivery.parallel.merger.Crew", InProcess)
    expected = fault_of(BROKEN[name], LAYOUT, 1 << 18)
    for size in (40, 200):
        assert fault_of(BROKEN[name], LAYOUT, size, processes=2) == expected


def test_stretches_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ddas.delivery.parallel.merger.Crew", InProcess)
    USED.clear()
    read(SOUND["forty, minified"], LAYOUT, 100, processes=2)
    assert USED[0] >= 5


@pytest.mark.parametrize("name", ["forty, minified", "two lists, indented", "many small, escapes", "shuffled, escapes"])
def test_real_processes(name: str) -> None:
    expected = read(SOUND[name], LAYOUT, 1 << 18)
    found = read(SOUND[name], LAYOUT, 64, processes=2)
    assert (found[0], found[1].text) == (expected[0], expected[1].text)
    assert not multiprocessing.active_children()


class HandlerError(Exception):
    pass


def _fail(_: Segment) -> int:
    raise HandlerError


def _die(_: Segment) -> int:
    if multiprocessing.parent_process() is not None:
        os._exit(3)
    return 1


def _unsendable(_: Segment) -> Any:
    return lambda: 1


def _stream(handle: Any) -> RecordStream[Any]:
    data = SOUND["forty, minified"]
    return RecordStream(BytesSource(data), LAYOUT, make_handler=lambda: handle, processes=2, block_size=64)


def test_an_error_in_a_handler() -> None:
    with pytest.raises(HandlerError):
        list(_stream(_fail))
    assert not multiprocessing.active_children()


def test_what_cannot_be_sent_is_made_again() -> None:
    assert sum(h.count for h in _stream(_unsendable)) == 40
    assert not multiprocessing.active_children()


def test_a_killed_process_ends_the_run() -> None:
    with pytest.raises(DdasError, match="door het systeem gestopt"):
        list(_stream(_die))
    assert not multiprocessing.active_children()


def test_stopping_halfway() -> None:
    results = iter(_stream(lambda segment: len(segment.raws)))
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()
