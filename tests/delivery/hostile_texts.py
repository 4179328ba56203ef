"""Deliveries, right and broken, that try every way to mislead a reader that cuts. Invented data only."""

from __future__ import annotations

import json
import random
from typing import Any

from ddas.standard.record_layout import RecordLayout, RecordList

__all__ = ["BROKEN", "FLAT", "LAYOUT", "SOUND"]

_KEYS = frozenset({"client", "intake", "startdatum"})
_OWN = frozenset({"client", "intake"})


def _list(*path: str) -> RecordList:
    return RecordList(path=path, name=path[-1], object_type="T", keys=_KEYS, distinctive_keys=_OWN)


LAYOUT = RecordLayout(
    lists=(_list("leveringen", "trajecten"), _list("leveringen", "zaken")), holder_path=("leveringen",)
)
FLAT = RecordLayout(lists=(_list("trajecten"),))

_IMITATION = '}, {"client": [{"startdatum": 1}], "intake": {}}, {"client": 1}]}]} \\" \\\\'


def _record(number: int) -> dict[str, Any]:
    return {"client": [{"startdatum": "x"}, {"startdatum": _IMITATION}], "intake": {"n": number}, "é€😀": '\\"},{'}


def _document(*holders: Any, **more: Any) -> dict[str, Any]:
    return {"begin": "2024-01-01", "leveringen": list(holders), **more}


def _holder(count: int, name: str = "trajecten", **more: Any) -> dict[str, Any]:
    return {"teller": 1, name: [_record(i) for i in range(count)], **more}


def _variants() -> dict[str, bytes]:
    shuffled = json.loads(json.dumps(_document(_holder(30))))
    for record in shuffled["leveringen"][0]["trajecten"]:
        items = list(record.items())
        random.Random(1).shuffle(items)
        record.clear()
        record.update(items)
    documents: dict[str, Any] = {
        "one": _document(_holder(1)),
        "forty": _document(_holder(40), einde="z"),
        "many small": _document(*(_holder(i % 3) for i in range(30)), einde="z"),
        "two lists": _document(_holder(9, zaken=[_record(2)] * 12), _holder(7, "zaken", trajecten=[_record(1)] * 5)),
        "no objects": _document({"trajecten": [1, "a", None, [], {}, True, -0.0, 1e3, [[{"client": 1}]]]}, 3, [], {}),
        "empty": _document({"trajecten": [], "zaken": []}),
        "no list": _document({"trajecten": {"trajecten": [1]}, "zaken": None}),
        "holders no list": {"leveringen": {"trajecten": [{"client": 1}]}},
        "names elsewhere": {"trajecten": [{"client": 1}], "x": {"leveringen": [{"trajecten": [1]}]}, "leveringen": []},
        "in records": _document({"trajecten": [{"leveringen": [{"trajecten": [1]}], "client": 1, "intake": 2}] * 9}),
        "root list": [_document(_holder(2))],
        "root text": "leveringen",
        "shuffled": shuffled,
        "flat": {"trajecten": [_record(i) for i in range(20)], "begin": 1},
    }
    found: dict[str, bytes] = {}
    for name, document in documents.items():
        found[f"{name}, minified"] = json.dumps(document, separators=(",", ":"), ensure_ascii=False).encode()
        found[f"{name}, escapes"] = json.dumps(document).encode()
        found[f"{name}, indented"] = json.dumps(document, indent=3, ensure_ascii=False).replace("\n", "\r\n").encode()
    return found


_WIDE = b" " * 9000
SOUND: dict[str, bytes] = {
    **_variants(),
    "numbers": b'{"leveringen":[{"trajecten":[-0,1e3,1E400,0.5,{"client":-0.0,"intake":12345678901234567890}]}]}',
    "digits in text": b'{"leveringen":[{"trajecten":[{"client":"' + b"7" * 9000 + b'"},0.' + b"1" * 9000 + b"]}]}",
    "wide": b'{"a":1,%s"leveringen"%s:%s[{"trajecten":[%s1%s,%s2%s]%s}%s]%s}%s'.replace(b"%s", _WIDE),
    "escaped names": rb'{"lever\u0069ngen":[{"traject\u0065n":[{"client":1},{"client":2}]}]}',
    "deep": b'{"leveringen":[{"trajecten":[' + b"[" * 200 + b"]" * 200 + b',{"client":1}]}]}',
    "pairs": rb'{"leveringen":[{"trajecten":["\ud83d\ude00\\ud800",{"client":"\uD83D\uDE00"}]}],"z":"\ud83d\ude00"}',
    "double keys": b'{"a":1,"a":2,"leveringen":[{"teller":1,"teller":2,"trajecten":[{"client":1,"client":2}]}]}',
    "number": b"12",
    "spaced number": b" 12 ",
}

_GOOD = json.dumps(_document(_holder(12), _holder(3, "zaken"), einde="z"), ensure_ascii=False).encode()
_FAULTS: dict[str, bytes] = {
    "nan": b"NaN",
    "infinity": b"-Infinity",
    "half": rb'"a\ud800"',
    "low half": rb'"\udc00x"',
    "half key": rb'{"\ud800": 1}',
    "word": b"tru",
    "zero": b"01",
    "control": b'"a\x01"',
    "escape": rb'"\x"',
    "unicode escape": rb'"\u12g4"',
    "latin": b'"\xe9"',
    "surrogate bytes": b'"\xed\xa0\x80"',
    "overlong": b'"\xc0\xa2"',
    "colon": b'{"a" 1}',
    "comma": b"[1 2]",
    "last comma": b"[1,]",
    "last comma in object": b'{"a": 1,}',
    "no key": b"{1: 2}",
    "nothing": b"",
    "single quotes": b"'a'",
    "long number": b"8" * 5000,
    "two": b'1}, {"client": 2',
    "closed": b"1}]",
    "too deep": b"[" * 100_000,
    "brackets": b"[}",
}


def _broken() -> dict[str, bytes]:
    found = {f"{name} in record": _GOOD.replace(b'{"n": 7}', fault) for name, fault in _FAULTS.items()}
    found |= {f"{name} at the end": _GOOD.replace(b'"z"', fault) for name, fault in _FAULTS.items()}
    found |= {f"{name} at the start": _GOOD.replace(b'"2024-01-01"', fault) for name, fault in _FAULTS.items()}
    found |= {f"cut at {at}": _GOOD[:at] for at in range(0, len(_GOOD), 97)}
    found |= {f"without {at}": _GOOD[:at] + _GOOD[at + 1 :] for at in range(0, len(_GOOD), 61)}
    for at in range(0, len(_GOOD), 143):
        for more in (b",", b'"', b"}", b"]", b"{", b"\xff", b"1"):
            found[f"{more!r} at {at}"] = _GOOD[:at] + more + _GOOD[at:]
    return found


BROKEN: dict[str, bytes] = {
    **_broken(),
    "empty": b"",
    "blank": b" \n ",
    "bom": b"\xef\xbb\xbf" + _GOOD,
    "utf-16": _GOOD.decode().encode("utf-16-le"),
    "utf-16 with mark": _GOOD.decode().encode("utf-16"),
    "behind": _GOOD + b" x",
    "behind, comma": _GOOD + b",",
    "text": b"hallo",
    "xml": b" <a/>",
    "half and later syntax": _GOOD.replace(b'{"n": 3}', rb'"\ud800"') + b"}",
    "comma in list": _GOOD.replace(b'], "einde"', b',], "einde"'),
    "latin after syntax": _GOOD.replace(b'{"n": 3}', b"[1 2]").replace(b'"z"', b'"\xe9"'),
}
