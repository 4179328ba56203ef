"""Files that want to break a reader: too deep, too long, too many, cut off, or no JSON at all. Any size."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Iterator, Mapping

from ddas.sampling import write_delivery
from ddas.standard.catalog import find_specification

__all__ = ["CANARY", "HOSTILE", "Writer"]

CANARY = "GEHEIM7351"
"""Stands in texts of these files; no report may hold it."""

Writer = Callable[[float], Iterator[bytes]]
"""Pieces of the file; the argument is 1 for the whole size and less for a smaller one."""

_HEAD = (
    b'{"startdatumLevering":"2025-01-01","einddatumLevering":"2025-06-30",'
    b'"aanleverdatumEnTijd":"2025-07-15T09:30:00+02:00","codeGegevensleverancier":"Voorbeeld 1","leveringen":['
)
_LEVERING = b'{"teller":1,"aanleverende_organisatie":{"gemeentecode":"0344"},"schuldhulptrajecten":['
_RECORD = b'{"gemeentecode":"0344","startdatum":"2025-03-10","client":[{"Burgerservicenummer":"999990032"}]'
_TAIL = b"]}]}"
_MEGABYTE = 1 << 20


def _repeat(piece: bytes, times: int) -> Iterator[bytes]:
    together = max(1, _MEGABYTE // len(piece))
    for _ in range(times // together):
        yield piece * together
    yield piece * (times % together)


def _in_record(before: bytes, middle: Iterator[bytes], after: bytes) -> Iterator[bytes]:
    """A delivery of three trajectories; the second one holds what is hostile."""
    yield _HEAD + _LEVERING + _RECORD + b"}," + _RECORD + before
    yield from middle
    yield after + b"}," + _RECORD + b"}" + _TAIL


def _sample(records: int) -> bytes:
    stream = io.BytesIO()
    write_delivery(stream, find_specification("shv-v1.0"), records=max(2, records), seed=1)
    return stream.getvalue()


def _garbage(scale: float) -> Iterator[bytes]:
    choices = random.Random(1)
    for _ in range(max(1, int(64 * scale))):
        yield choices.randbytes(_MEGABYTE if scale == 1 else 1000)


def _records(scale: float) -> Iterator[bytes]:
    number = int(3_000_000 * scale)
    yield _HEAD + _LEVERING
    yield from _repeat(b'{"gemeentecode":"0344"},', number)
    yield b'{"gemeentecode":"0344"}' + _TAIL


def _same_person(scale: float) -> Iterator[bytes]:
    yield _HEAD + _LEVERING
    yield from _repeat(_RECORD + b"},", int(500_000 * scale))
    yield _RECORD + b"}" + _TAIL


def _leveringen(scale: float) -> Iterator[bytes]:
    yield _HEAD
    yield from _repeat(_LEVERING + b"]},", int(300_000 * scale))
    yield _LEVERING + b"]}]}"


def _many_keys(start: bytes, scale: float, end: bytes) -> Iterator[bytes]:
    yield start
    for first in range(0, int(10_000_000 * scale), 10_000):
        yield b"".join(b'"s%d":1,' % number for number in range(first, first + 10_000))
    yield end


def _deep(number: int) -> Iterator[bytes]:
    yield from _repeat(b"[", number)
    yield from _repeat(b"]", number)


def _text(scale: float) -> Iterator[bytes]:
    return _repeat(CANARY.encode() * 10, int(5_000_000 * scale))


def _cut(scale: float, share: float) -> Iterator[bytes]:
    content = _sample(int(20_000 * scale)).rstrip()
    yield content[: int(len(content) * share)]


HOSTILE: Mapping[str, Writer] = {
    "nested 100,000 deep in the root": lambda s: iter([b"[" * int(100_000 * s)]),
    "nested 100,000 deep and closed": lambda s: _deep(int(100_000 * s)),
    "nested 100,000 deep in a trajectory": lambda s: _in_record(b',"schulden":', _deep(int(100_000 * s)), b""),
    "objects nested 100,000 deep": lambda s: _in_record(
        b',"intake":', _join(_repeat(b'{"a":', int(100_000 * s)), b"1", _repeat(b"}", int(100_000 * s))), b""
    ),
    "a number of 1 GB in the root": lambda s: _join(
        iter([b'{"startdatumLevering":']), b"", _repeat(b"1234567890", int(100_000_000 * s)), b"}"
    ),
    "a number of 1 GB in a trajectory": lambda s: _in_record(
        b',"totaalSchuldbedragBijAanvangSchuld":', _repeat(b"1234567890", int(100_000_000 * s)), b""
    ),
    "an exponent of nines": lambda s: _in_record(b',"totaalSchuldbedragBijAanvangSchuld":1e', _repeat(b"9", 1000), b""),
    "a text of 500 MB in the root": lambda s: _join(iter([b'{"codeGegevensleverancier":"']), b"", _text(s), b'"}'),
    "a text of 500 MB in a trajectory": lambda s: _in_record(b',"omschrijving":"', _text(s), b'"'),
    "a text of backslashes": lambda s: _in_record(b',"omschrijving":"', _repeat(b"\\\\", int(50_000_000 * s)), b'"'),
    "a key of 100 MB": lambda s: _in_record(b',"', _repeat(CANARY.encode(), int(10_000_000 * s)), b'":1'),
    "ten million keys in the root": lambda s: _many_keys(b"{", s, b'"leveringen":[]}'),
    "ten million keys in an open object": lambda s: _in_record(
        b',"aanmelding":{', _many_keys(b"", s, b'"startdatum":"2025-03-10"'), b"}"
    ),
    "the same key a million times": lambda s: _in_record(
        b',"aanmelding":{', _join(_repeat(b'"einddatum":"x",', int(1_000_000 * s)), b'"startdatum":1'), b"}"
    ),
    "three million empty trajectories": _records,
    "half a million trajectories of one person": _same_person,
    "300,000 leveringen": _leveringen,
    "100 MB of spaces": lambda s: _repeat(b" \n", int(50_000_000 * s)),
    "spaces around everything": lambda s: _in_record(b"", _repeat(b" ", int(100_000_000 * s)), b""),
    "zero bytes": lambda s: _repeat(b"\0", int(10_000_000 * s)),
    "random bytes": _garbage,
    "cut off at a third": lambda s: _cut(s, 1 / 3),
    "cut off in the last byte but one": lambda s: _cut(s, 0.9999999),
    "invalid UTF-8 in a text": lambda s: _in_record(b',"omschrijving":"', iter([b"\xff\xfe\xc0\x80"]), b'"'),
    "half a surrogate": lambda s: _in_record(b',"omschrijving":"', iter([b"\\ud800"]), b'"'),
    "NaN and Infinity": lambda s: _in_record(b',"totaalSchuldbedragBijAanvangSchuld":NaN,"x":-Infinity', iter([]), b""),
    "commas only": lambda s: _repeat(b",", int(10_000_000 * s)),
    "quotes only": lambda s: _repeat(b'"', int(10_000_000 * s)),
    "a delivery after a delivery": lambda s: iter([_sample(int(1_000 * s)) * 2]),
    "records that look like the end": lambda s: _in_record(
        b',"omschrijving":"', _repeat(b'}]}]},{\\"gemeentecode\\":\\"0344\\"},', int(1_000_000 * s)), b'"'
    ),
}
"""Name → the pieces of the file."""


def _join(*parts: bytes | Iterator[bytes]) -> Iterator[bytes]:
    for part in parts:
        if isinstance(part, bytes):
            yield part
        else:
            yield from part
