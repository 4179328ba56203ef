"""Whatever the size of a block: the same records, the same envelope, the same fault as reading the whole."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ddas.standard.record_layout import RecordLayout, join_layouts
from tests.delivery.hostile_texts import BROKEN, FLAT, LAYOUT, SOUND
from tests.delivery.stream_reading import fault_of, read
from tests.delivery.whole_reading import Document, Unreadable, read_document

SIZES = [*range(1, 33), 37, 48, 53, 64, 100, 1000, 5000, 1 << 18]


def split(value: Any, layout: RecordLayout) -> tuple[dict[tuple[int, int], list[Any]], Any]:
    """What must come out: the records, and the document without them."""
    records: dict[tuple[int, int], list[Any]] = {}
    holders = value.get("leveringen") if layout.holder_path and isinstance(value, dict) else [value]
    for number, holder in enumerate(holders if isinstance(holders, list) else []):
        for index, record_list in enumerate(layout.lists):
            if isinstance(holder, dict) and isinstance(holder.get(record_list.path[-1]), list):
                if holder[record_list.path[-1]]:
                    records[number, index] = holder[record_list.path[-1]]
                holder[record_list.path[-1]] = []
    return records, value


@pytest.mark.parametrize("layout", [LAYOUT, FLAT], ids=["holders", "flat"])
@pytest.mark.parametrize("name", SOUND)
def test_records_and_envelope(name: str, layout: RecordLayout) -> None:
    data = SOUND[name]
    document = read_document(data)
    assert isinstance(document, Document)
    records, rest = split(document.value, layout)
    for size in SIZES:
        found, envelope = read(data, layout, size)
        assert found == records, size
        assert json.loads(envelope.text) == rest, size
        for at in range(0, len(envelope.text), 7):
            assert data[envelope.file_offset(at)] == envelope.text[at], size


def whole_fault(data: bytes) -> tuple[str, int | None] | None:
    found = read_document(data)
    if not isinstance(found, Unreadable):
        return None
    return found.fault, None if found.offset is None else len(found.text[: found.offset].encode())


@pytest.mark.parametrize("name", BROKEN)
def test_faults(name: str) -> None:
    data = BROKEN[name]
    expected = whole_fault(data)
    for size in (1, 3, 7, 20, 64, 200, 1000, 1 << 18):
        found = fault_of(data, LAYOUT, size)
        if name.startswith("too deep") and expected is not None and found is not None:
            assert found[0] == expected[0]
        else:
            assert found == expected, size


MIXED = join_layouts([LAYOUT, FLAT])


@pytest.mark.parametrize("name", SOUND)
def test_a_mixed_layout_finds_the_lists_of_both(name: str) -> None:
    data = SOUND[name]
    nested, flat = read(data, LAYOUT, 1 << 18)[0], read(data, FLAT, 1 << 18)[0]
    expected = nested | {(holder, MIXED.lists.index(FLAT.lists[0])): records for (holder, _), records in flat.items()}
    for size in (1, 16, 64, 1000, 1 << 18):
        found, envelope = read(data, MIXED, size, processes=2)
        assert found == expected, size
        assert read(envelope.text, MIXED, size)[0] == {}


def test_where_a_record_stands() -> None:
    assert MIXED.pointer(1, 3, 7) == ("leveringen", 3, "zaken", 7)
    assert MIXED.pointer(2, 0, 7) == ("trajecten", 7)
    assert [part.shown_path for part in MIXED.lists] == [
        "leveringen[].trajecten[]",
        "leveringen[].zaken[]",
        "trajecten[]",
    ]


def test_holders_of_two_names_cannot_be_joined() -> None:
    other = RecordLayout(lists=(), holder_path=("zendingen",))
    with pytest.raises(ValueError, match="zendingen"):
        join_layouts([LAYOUT, other])
