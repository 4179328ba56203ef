"""Files that cannot be read, each with the fault that must be found."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import zipfile

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
