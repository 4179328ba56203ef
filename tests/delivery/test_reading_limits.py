"""Lists that stand twice, and what is too large: refused whatever the size of a block."""

from __future__ import annotations

import pytest

from ddas.delivery.source import BytesSource
from ddas.delivery.unreadable import find_bad_utf8
from tests.delivery.hostile_texts import FLAT, LAYOUT
from tests.delivery.stream_reading import fault_of, read

_TWO = b'{"client":1,"intake":2},{"client":3,"intake":4}'
_DOUBLES = {
    "list": b'{"leveringen":[{"trajecten":[%s],"a":1,@"trajecten":[1]}]}',
    "empty lists": b'{"leveringen":[{"trajecten":[],@"trajecten":[]}]}',
    "no list": b'{"leveringen":[{"trajecten":[%s],@"trajecten":1}]}',
    "list around another": b'{"leveringen":[{"zaken":[%s],"trajecten":[%s],@"zaken":[%s]}]}',
    "holders": b'{"leveringen":[{"trajecten":[%s]}],@"leveringen":[{"trajecten":[%s]}]}',
    "escaped": rb'{"leveringen":[{"trajecten":[%s],@"\u0074rajecten":[%s]}]}',
}


@pytest.mark.parametrize("name", _DOUBLES)
@pytest.mark.parametrize("processes", [1, 2])
def test_a_list_twice(name: str, processes: int) -> None:
    data = _DOUBLES[name].replace(b"%s", b",".join([_TWO] * 9))
    at = data.index(b"@")
    for size in (11, 60, 1 << 18):
        assert fault_of(data.replace(b"@", b""), LAYOUT, size, processes) == ("dubbele lijst", at)


def test_a_list_twice_in_the_root() -> None:
    assert fault_of(b'{"trajecten":[1],"trajecten":[2]}', FLAT, 1 << 18) == ("dubbele lijst", 17)


def test_the_same_list_in_each_levering() -> None:
    data = b'{"leveringen":[%s]}' % b",".join([b'{"trajecten":[%s],"zaken":[]}' % _TWO] * 9)
    assert len(read(data, LAYOUT, 60, 2)[0]) == 9


@pytest.fixture
def small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Records of at most 60 kB and envelopes of 200 kB."""
    monkeypatch.setattr("ddas.delivery.record_scanner.RECORD_LIMIT", 60_000)
    monkeypatch.setattr("ddas.delivery.record_scanner.ENVELOPE_LIMIT", 200_000)


@pytest.mark.usefixtures("small_limits")
@pytest.mark.parametrize("size", [9, 1000, 50_000])
def test_too_large(size: int) -> None:
    record = b'{"leveringen":[{"trajecten":[1,{"client":"%s"},{"client":1}]}]}'
    assert fault_of(record % (b"x" * 60_000), LAYOUT, size) == ("te groot", 31)
    assert fault_of(record % (b"x" * 59_900), LAYOUT, size) is None
    assert fault_of(record % (rb"\ud83d" + b"x" * 60_000), LAYOUT, size) == ("te groot", 31)
    part = b'"a":"%s",' % (b"x" * 110_000)
    assert fault_of(b"{" + part + part + b'"leveringen":[]}', LAYOUT, size) == ("te groot", 0)


@pytest.mark.usefixtures("small_limits")
def test_white_space_is_no_content() -> None:
    wide = b" " * 900_000
    found, envelope = read(b'{"leveringen":[{"trajecten":[1,' + wide + b"2]}]}" + wide, LAYOUT, 1 << 18)
    assert found == {(0, 0): [1, 2]}
    assert envelope.text.strip() == b'{"leveringen":[{"trajecten":[]}]}'


@pytest.mark.parametrize("at", [0, 1, (1 << 18) - 1, 1 << 18, (1 << 18) + 1])
def test_bad_utf8_around_the_edge_of_a_step(at: int) -> None:
    assert find_bad_utf8(BytesSource(b"x" * at + b"\xe2\x82x")) == at
    assert find_bad_utf8(BytesSource(b"x" * at + "€".encode() + b"\xe2\x82")) == at + 3
    assert find_bad_utf8(BytesSource(b"x" * at + "€".encode())) is None
