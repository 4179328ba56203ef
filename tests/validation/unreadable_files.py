"""Files that cannot be read, each with the fault that must be found."""

from __future__ import annotations

HUGE = 40_000_000
"""Bytes; larger than any part of a delivery may be."""
VALID = b'{"startdatumLevering": "2025-01-01", "leveringen": []}'
FILES: dict[str, tuple[bytes, str, tuple[int, int] | None]] = {
    "empty": (b"", "DDAS-B01", None),
    "blank": (b" \n\t ", "DDAS-B01", None),
    "byte order mark": (b"\xef\xbb\xbf" + VALID, "DDAS-B02", None),
    "UTF-16 with mark": ("\ufeff{}".encode("utf-16-le"), "DDAS-B03", None),
    "UTF-16 big endian": ("\ufeff{}".encode("utf-16-be"), "DDAS-B03", None),
    "UTF-16 without mark": ('{"a": 1}'.encode("utf-16-le"), "DDAS-B03", None),
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
