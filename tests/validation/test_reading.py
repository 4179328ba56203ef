"""Files that are no delivery: one clear finding each, never a traceback."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import zipfile
from pathlib import Path

import pytest

from ddas.errors import DdasError
from ddas.validation.files import check_file
from ddas.validation.options import CheckOptions
from ddas.validation.structure.fault_codes import FILE_FAULTS
from tests.delivery.whole_reading import Document, read_document

HUGE = 40_000_000
"""Bytes; larger than any part of a delivery may be."""
VALID = b'{"startdatumLevering": "2025-01-01", "leveringen": []}'


def _zipped(*names: str, size: int = 10) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, "x" * size)
    return made.getvalue()


FILES: dict[str, tuple[bytes, str, tuple[int, int] | None]] = {
    "empty": (b"", "DDAS-B01", None),
    "blank": (b" \n\t ", "DDAS-B01", None),
    "byte order mark": (b"\xef\xbb\xbf" + VALID, "DDAS-B02", None),
    "UTF-16 with mark": ("\ufeff{}".encode("utf-16-le"), "DDAS-B03", None),
    "UTF-16 big endian": ("\ufeff{}".encode("utf-16-be"), "DDAS-B03", None),
    "UTF-16 without mark": ('{"a": 1}'.encode("utf-16-le"), "DDAS-B03", None),
    "UTF-16 of one character": (b"7\x00", "DDAS-B03", None),
    "UTF-32 with mark": ("\ufeff{}".encode("utf-32-le"), "DDAS-B03", None),
    "UTF-32 big endian with mark": ("\ufeff{}".encode("utf-32-be"), "DDAS-B03", None),
    "UTF-32 without mark": ('{"a": 1}'.encode("utf-32-le"), "DDAS-B03", None),
    "gzip": (gzip.compress(VALID), "DDAS-B16", None),
    "zip": (_zipped("levering.json"), "DDAS-B16", None),
    "bzip2": (bz2.compress(VALID), "DDAS-B16", None),
    "xz": (lzma.compress(VALID), "DDAS-B16", None),
    "Excel": (_zipped("[Content_Types].xml", "xl/workbook.xml"), "DDAS-B06", None),
    "Excel with a long first part": (_zipped("[Content_Types].xml", "xl/workbook.xml", size=300_000), "DDAS-B06", None),
    "Word": (_zipped("[Content_Types].xml", "word/document.xml"), "DDAS-B06", None),
    "old Excel": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "DDAS-B06", None),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "DDAS-B06", None),
    "picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "DDAS-B06", None),
    "zero bytes": (bytes(1000), "DDAS-B06", None),
    "zero byte behind the end": (VALID + b"\x00", "DDAS-B07", (1, 55)),
    "zero byte in a text": (b'{"a": "\x00"}', "DDAS-B07", (1, 8)),
    "delivery in a list": (b"[" + VALID + b"]", "DDAS-B12", None),
    "large delivery in a list": (
        b'[{"leveringen": [{"schuldhulptrajecten": [' + b"{}," * (HUGE // 3) + b"{}]}]}]",
        "DDAS-B12",
        (1, 1),
    ),
    "delivery as a text": (json.dumps(VALID.decode()).encode(), "DDAS-B12", None),
    "list of numbers": (b"[1, 2]", "DDAS-B12", None),
    "some text": (b'"hallo"', "DDAS-B12", None),
    "Latin-1": ('{\n "naam": "Zoë"}'.encode("latin-1"), "DDAS-B04", (2, 13)),
    "truncated in an object": (VALID[:-3], "DDAS-B05", (1, 52)),
    "truncated in a string": (b'{"startdatumLevering": "2025', "DDAS-B05", (1, 24)),
    "truncated after a comma": (b'{"a": 1,\n', "DDAS-B05", (2, 1)),
    "text": (b"hallo", "DDAS-B06", (1, 1)),
    "XML": (b"<?xml version='1.0'?><a/>", "DDAS-B06", (1, 1)),
    "comma missing": (b'{"a": 1 "b": 2}', "DDAS-B07", (1, 9)),
    "comma too many": (b'{"a": [1, 2,]}', "DDAS-B07", None),
    "leading zero": (b'{"a": 0344}', "DDAS-B07", (1, 8)),
    "single quotes": (b"{'a': 1}", "DDAS-B07", (1, 2)),
    "colon missing": (b'{"a" 1}', "DDAS-B07", (1, 6)),
    "two documents": (VALID + b"\n" + VALID, "DDAS-B07", (2, 1)),
    "line end in a string": (b'{"a": "x\ny"}', "DDAS-B07", (1, 9)),
    "bad escape": (b'{"a": "\\q"}', "DDAS-B07", (1, 8)),
    "value missing": (b'{"a": }', "DDAS-B07", (1, 7)),
    "NaN": (b'{"x": "NaN", "a": NaN}', "DDAS-B08", (1, 19)),
    "minus infinity": (b'{"a": -Infinity}', "DDAS-B08", (1, 7)),
    "deep": (b"[" * 100_000, "DDAS-B09", None),
    "deep in an unknown key": (VALID[:-1] + b', "x": ' + b"[" * 900 + b"]" * 900 + b"}", "", None),
    "long number": (b'{"a": "1", "b": ' + b"1" * 5000 + b"}", "DDAS-B10", (1, 17)),
    "lone high surrogate": (b'{"a": "\\ud800"}', "DDAS-B11", (1, 8)),
    "lone low surrogate": (b'{"a": "x\\uDC00"}', "DDAS-B11", (1, 9)),
    "swapped surrogates": (b'{"a": "\\udc00\\ud800"}', "DDAS-B11", (1, 8)),
    "list of deliveries twice": (b'{"leveringen": [],\n "leveringen": []}', "DDAS-B13", (2, 2)),
    "list of records twice": (
        b'{"leveringen": [{"schuldhulptrajecten": [{}], "schuldhulptrajecten": [{}]}]}',
        "DDAS-B13",
        (1, 47),
    ),
    "one huge record": (
        b'{"leveringen": [{"schuldhulptrajecten": [{"omschrijving": "' + b"x" * HUGE + b'"}]}]}',
        "DDAS-B14",
        (1, 42),
    ),
    "huge text around the records": (VALID[:-1] + b', "x": "' + b"x" * 2 * HUGE + b'"}', "DDAS-B14", (1, 61)),
    "list": (b"[1, 2]", "DDAS-B12", None),
    "number": (b"12", "DDAS-B12", None),
    "other object": (b'{"a": 1}', "DDAS-B12", None),
    "empty object": (b"{}", "DDAS-B12", None),
}


@pytest.mark.parametrize("name", FILES)
def test_unreadable_file_gives_one_finding(tmp_path: Path, name: str) -> None:
    data, rule, position = FILES[name]
    path = tmp_path / "a.json"
    path.write_bytes(data)
    report = check_file(path)
    if not rule:
        assert report.standard == "shv-v1.0"
        return
    (finding,) = report.findings
    assert finding.rule == rule
    assert report.standard is None
    assert report.totals == {rule: 1}
    if position is not None:
        assert (finding.line, finding.column) == position
    assert finding.message.endswith(".")
    assert finding.remedy.endswith(".")


def test_every_file_fault_is_tried() -> None:
    assert {f.id for f in FILE_FAULTS.values()} == {rule for _, rule, _ in FILES.values() if rule}


@pytest.mark.parametrize("depth", range(880, 1010, 3))
def test_no_depth_breaks_it(tmp_path: Path, depth: int) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(VALID[:-1] + b', "x": ' + b'{"a":' * depth + b"1" + b"}" * depth + b"}")
    assert check_file(path).verdict == "fout"


def test_real_pair_and_escaped_backslash_are_fine() -> None:
    document = read_document(rb'{"a": "\ud83d\ude00 \\ud800"}')
    assert isinstance(document, Document)
    assert document.value == {"a": "😀 \\ud800"}


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(DdasError, match="bestaat niet"):
        check_file(tmp_path / "weg.json")
    with pytest.raises(DdasError, match="dit is een map"):
        check_file(tmp_path)


def test_unknown_standard(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(VALID)
    with pytest.raises(DdasError, match=r"Kies uit: .*shv-v1\.0"):
        check_file(path, CheckOptions(standard="shv-v7.0"))


def test_recognised_by_keys_when_there_is_no_list(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"einddatumLevering": "2025-01-01"}), encoding="utf-8")
    assert check_file(path).standard == "shv-v1.0"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("gzip", "ingepakt bestand (gzip)"),
        ("zip", "ingepakt bestand (zip)"),
        ("bzip2", "ingepakt bestand (bzip2)"),
        ("xz", "ingepakt bestand (xz)"),
        ("Excel", "Excel-bestand"),
        ("Excel with a long first part", "Excel-bestand"),
        ("Word", "Word-bestand"),
        ("old Excel", ".xls"),
        ("PDF", "PDF-bestand"),
        ("picture", "binair"),
        ("zero bytes", "binair"),
        ("UTF-32 with mark", "UTF-32"),
        ("UTF-32 without mark", "UTF-32"),
        ("UTF-16 without mark", "UTF-16"),
        ("delivery in a list", "vierkante haken"),
        ("large delivery in a list", "vierkante haken"),
        ("delivery as a text", "één tekst tussen aanhalingstekens"),
        ("list of numbers", "geen van de verwachte velden"),
        ("some text", "geen van de verwachte velden"),
    ],
)
def test_a_file_is_called_what_it_is(tmp_path: Path, name: str, words: str) -> None:
    path = tmp_path / "levering.json"
    path.write_bytes(FILES[name][0])
    (finding,) = check_file(path, CheckOptions()).findings
    assert words in finding.message
