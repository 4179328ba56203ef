"""Whatever the size of a block: the same records, the same envelope, the same fault as reading the whole."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ddas.delivery.reading import Document, Unreadable, read_document
from ddas.standard.record_layout import RecordLayout
from tests.delivery.hostile_texts import BROKEN, FLAT, LAYOUT, SOUND
from tests.delivery.stream_reading import fault_of, read

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
