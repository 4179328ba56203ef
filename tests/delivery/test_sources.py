"""Sources of bytes, places in lines, values at both ends, and which lists hold records."""

from __future__ import annotations

import io
import os
import pickle
import random
import sys
import threading
from pathlib import Path

import pytest

from ddas.delivery.envelope import guess_root_values
from ddas.delivery.line_counter import positions
from ddas.delivery.source import BytesSource, FileSource, open_delivery
from ddas.errors import DdasError
from ddas.standard.record_layout import layout_of
from ddas.standard.specification import Specification
from tests.conftest import load_standard

DATA = bytes(range(256)) * 40


def test_bytes_and_file(tmp_path: Path) -> None:
    path = tmp_path / "levering.json"
    path.write_bytes(DATA)
    with open_delivery(DATA) as memory, open_delivery(path) as file:
        assert (file.size, file.name) == (len(DATA), str(path))
        for offset, length in [(0, 5), (100, 300), (len(DATA) - 3, 9), (len(DATA) + 3, 9), (7, 0)]:
            assert memory.read(offset, length) == file.read(offset, length) == DATA[offset : offset + length]
        copy: FileSource = pickle.loads(pickle.dumps(file))
        assert copy.read(3, 4) == DATA[3:7]
        copy.close()


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot lose its name there")
def test_standard_input_goes_through_a_file_without_a_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(DATA)))
    with open_delivery("-") as source:
        assert not list(tmp_path.iterdir())  # a process that is killed here leaves nothing behind
        assert (source.name, source.read(0, 9999999)) == ("-", DATA)


@pytest.mark.skipif(sys.platform != "linux", reason="devices as Linux has them")
def test_an_endless_device_or_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DdasError, match="kan niet worden gelezen"), open_delivery("/dev/zero"):
        pass
    with open("/dev/zero", "rb") as endless, io.TextIOWrapper(endless) as text:
        monkeypatch.setattr(sys, "stdin", text)
        with open_delivery("-") as source:
            assert source.size < 1_000_000


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe(tmp_path: Path) -> None:
    path = tmp_path / "pijp"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(DATA,))
    writer.start()
    with open_delivery(path) as source:
        assert source.read(0, source.size) == DATA
    writer.join()


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(DdasError, match="bestaat niet"), open_delivery(tmp_path / "weg.json"):
        pass


def test_a_file_that_shrinks(tmp_path: Path) -> None:
    path = tmp_path / "levering.json"
    path.write_bytes(DATA)
    with pytest.raises(DdasError, match="veranderde terwijl"):
        read_while_it_shrinks(path)


def read_while_it_shrinks(path: Path) -> None:
    with open_delivery(path) as source:
        path.write_bytes(DATA[:9])
        source.read(0, 100)


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Both from 1, counted in characters."""
    before = text[:offset].split("\n")
    return len(before), len(before[-1]) + 1


@pytest.mark.parametrize("step", [1, 2, 3, 7, 50, 1 << 18])
def test_line_and_column(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ddas.delivery.line_counter._STEP", step)
    text = "".join(random.Random(4).choices('aé€😀\n\r "', k=600)) + "é" * 100
    places = [line_and_column(text, offset) for offset in range(len(text) + 1)]
    ends = [0]
    for character in text:
        ends.append(ends[-1] + len(character.encode()))
    source = BytesSource(text.encode())
    assert positions(source, ends) == places
    some = ends[::17]
    assert positions(source, some + some[-1:]) == [*places[::17], places[::17][-1]]
    assert positions(source, []) == []


def test_root_values() -> None:
    names = {"begin", "einde", "nummer", "weg"}
    long = b'"leveringen": [' + b'{"begin": "fout"},' * 9000 + b'{"nummer": 1}]'
    head = b'\n{"a": {"einde": 2}, "begin": "2024-01-01", "a": [1], '
    assert guess_root_values(BytesSource(head + long + b', "einde" : "z\\u00e9", "nummer": -3}'), names) == {
        "begin": "2024-01-01",
        "einde": "zé",
        "nummer": -3,
    }
    assert guess_root_values(BytesSource(b"[1, 2"), names) == {}
    assert guess_root_values(BytesSource(b'{"begin": tru'), names) == {}
    assert guess_root_values(BytesSource(b"{" + b"[" * 60000), names) == {}


def test_layout(specification: Specification) -> None:
    layout = layout_of(specification)
    lists = {
        "shv": {"schuldhulptrajecten": "Schuldhulptraject"},
        "vs": {"vroegsignalen": "Vroegsignaal", "vroegsignaalzaken": "Vroegsignaalzaak"},
    }
    found = {r.name: r.object_type for r in layout.lists}
    assert found == lists.get(specification.domain.code, found)
    assert specification.domain.listing in found
    assert layout.holder_path == (() if specification.id.code == "shv-v0.8" else ("leveringen",))
    for record_list in layout.lists:
        assert record_list.path == (*layout.holder_path, record_list.name)
        assert len(record_list.distinctive_keys) >= 2


def test_distinctive_keys() -> None:
    (trajectories,) = layout_of(load_standard("shv-v1.0")).lists
    assert {"client", "aanmelding", "schulden"} <= trajectories.distinctive_keys
    assert not {"startdatum", "omschrijving", "bsn"} & trajectories.distinctive_keys
