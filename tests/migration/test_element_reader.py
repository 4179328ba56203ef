"""Reading in parts gives what reading as a whole gives, wherever the blocks end."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from ddas.delivery.reading import Document, Unreadable, read_document
from ddas.migration import element_reader
from ddas.migration.element_reader import Element, ElementReader, UnreadableError
from ddas.validation.structure.fault_codes import FILE_FAULTS
from tests.validation.unreadable_files import FILES

NESTED = ("leveringen", "trajecten")
ROOT = ("trajecten",)
DOCUMENT: dict[str, Any] = {
    "na": 'Zoë \u2028 "\\ 😀',
    "trajecten": [{"a": 1}, {}, None, 12, "x", [[]]],
    "leveringen": [
        {"trajecten": [{"b": [1, 2.5, -3e-2, True]}], "teller": 1},
        {"teller": 2, "trajecten": []},
        {"teller": 3, "trajecten": None, "andere": [{"trajecten": [1]}]},
        7,
    ],
    "achter": {"trajecten": [1, 2]},
}


def read(data: bytes, *slots: tuple[str, ...]) -> tuple[list[Element], ElementReader]:
    reader = ElementReader(io.BytesIO(data), frozenset(slots or (NESTED, ROOT)))
    return list(reader.iter_elements()), reader


@pytest.mark.parametrize("block", [1, 2, 3, 7, 64, 1 << 19])
@pytest.mark.parametrize("indent", [None, 3])
@pytest.mark.parametrize("ascii_only", [True, False])
def test_parts_are_those_of_the_whole(
    monkeypatch: pytest.MonkeyPatch, block: int, indent: int | None, ascii_only: bool
) -> None:
    monkeypatch.setattr(element_reader, "_BLOCK", block)
    data = json.dumps(DOCUMENT, indent=indent, ensure_ascii=ascii_only).encode()
    elements, reader = read(data)
    expected: dict[str, Any] = json.loads(data)
    assert [(e.slot, e.delivery, e.index, e.value) for e in elements] == [
        *((ROOT, 0, i, v) for i, v in enumerate(expected["trajecten"])),
        (NESTED, 0, 0, {"b": [1, 2.5, -0.03, True]}),
    ]
    expected["trajecten"] = []
    expected["leveringen"][0]["trajecten"] = []
    assert reader.envelope == expected
    assert list(reader.envelope) == list(expected)
    assert reader.doubles == 0


TWICE = "list of deliveries twice"


@pytest.mark.parametrize("block", [1, 5, 1 << 19])
@pytest.mark.parametrize("name", FILES)
def test_same_fault_at_the_same_place(monkeypatch: pytest.MonkeyPatch, name: str, block: int) -> None:
    monkeypatch.setattr(element_reader, "_BLOCK", max(block, 4))
    data, rule, position = FILES[name]
    if isinstance(read_document(data), Document) and data.startswith(b"{") and name != TWICE:
        read(data)
        return
    with pytest.raises(UnreadableError) as caught:
        read(data)
    if name not in ("deep",):  # a list is refused before its depth shows
        assert FILE_FAULTS[caught.value.fault].id == rule
    # Of a number the place of its holder is known, of a list that stands twice that of the second list.
    if position is not None and rule not in ("DDAS-B08", "DDAS-B10") and name != TWICE:
        assert (caught.value.line, caught.value.column) == position


@pytest.mark.parametrize("block", [4, 1 << 19])
def test_truncated_anywhere_is_refused(monkeypatch: pytest.MonkeyPatch, block: int) -> None:
    monkeypatch.setattr(element_reader, "_BLOCK", block)
    data = json.dumps(DOCUMENT).encode()
    for length in range(1, len(data)):
        whole = read_document(data[:length])
        assert isinstance(whole, Unreadable)
        with pytest.raises(UnreadableError) as caught:
            read(data[:length])
        assert caught.value.fault == whole.fault


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('{"trajecten": [1], "trajecten": [2]}', "dubbele lijst"),
        ('{"leveringen": [{"trajecten": [], "trajecten": 1}]}', "dubbele lijst"),
        ('{"leveringen": [], "leveringen": null}', "dubbele lijst"),
        ('{"trajecten": [{"x": 1e400}]}', "te groot getal"),
        ('{"trajecten": [{"x": NaN}]}', "geen getal"),
        ('{"trajecten": [1 2]}', "komma"),
        ('{"trajecten": [1}', "komma"),
        ('{"trajecten": [1,]}', "waarde"),
        ('{"trajecten" [1]}', "dubbele punt"),
        ("{trajecten: [1]}", "sleutel"),
        ('{"trajecten": [1],}', "sleutel"),
        ('{"trajecten": [{"x": "a\tb"}]}', "regeleinde in tekst"),
        ('{"trajecten": [' + "[" * 3000 + "]" * 3000 + "]}", "te diep"),
        ('{"trajecten": []} {}', "na het einde"),
        ('"tekst"', "geen aanlevering"),
    ],
)
def test_faults_in_the_parts(text: str, fault: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(text.encode())
    assert caught.value.fault == fault


def test_keys_that_stand_twice_are_counted_and_the_last_counts() -> None:
    elements, reader = read(b'{"a": 1, "a": 2, "trajecten": [{"b": {"c": 1, "c": 2, "c": 3}}]}')
    assert (elements[0].value, reader.envelope, reader.doubles) == ({"b": {"c": 3}}, {"a": 2, "trajecten": []}, 3)


def test_doubles_are_counted_once_when_a_block_ends_in_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(element_reader, "_BLOCK", 4)
    assert read(b'{"trajecten": [{"b": {"c": 1, "c": 2}, "d": "' + b"x" * 100 + b'"}]}')[1].doubles == 1


def test_line_and_column_far_into_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(element_reader, "_BLOCK", 16)
    text = '{"trajecten": [\n' + '{"é": 1},\n' * 50 + '{"é": }\n]}'
    with pytest.raises(UnreadableError) as caught:
        read(text.encode())
    assert (caught.value.line, caught.value.column) == (52, 7)
