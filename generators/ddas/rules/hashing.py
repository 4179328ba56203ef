"""Hashes that stand for texts of a delivery, so that rules over many records remember little and nothing readable."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b

__all__ = ["find_repeated", "hash_bytes", "hash_repeated", "hash_text", "iter_buckets"]

_BUCKETS = 256
_FEW = 10_000
"""Fewer numbers than this are one group."""


def hash_text(key: bytes, *texts: str) -> int:
    """A signed number of 64 bits for texts in this order. ``key``: secret of the run, at most 64 bytes."""
    text = texts[0] if len(texts) == 1 else "\0" + "\0".join([f"{len(t)}:{t}" for t in texts])
    return hash_bytes(key, text.encode(errors="surrogatepass"))


def hash_bytes(key: bytes, data: bytes) -> int:
    """As ``hash_text``, for bytes."""
    state = _start(key).copy()
    state.update(data)
    return int.from_bytes(state.digest(), "little", signed=True)


@lru_cache(maxsize=4)
def _start(key: bytes) -> blake2b:
    """A hash that has taken in the key: a copy of it costs less than a new one."""
    return blake2b(digest_size=8, key=key)


@lru_cache(maxsize=1 << 12)
def hash_repeated(key: bytes, text: str) -> int:
    """``hash_text`` for texts that come back often, such as codes."""
    return hash_text(key, text)


def iter_buckets(*columns: tuple[array[int], int]) -> Iterator[tuple[list[tuple[int, ...]], ...]]:
    """Rows in small groups: all rows that start with the same number stand in the same group.

    Args:
        columns: Flat rows with the number of columns of a row; may be empty.

    Yields:
        Per group the rows of each argument, in file order.
    """
    if sum(len(rows) for rows, _ in columns) < _FEW:
        yield tuple([tuple(rows[at : at + width]) for at in range(0, len(rows), width)] for rows, width in columns)
        return
    placed = [_place(rows, width) for rows, width in columns]
    for bucket in range(_BUCKETS):
        yield tuple(
            [tuple(rows[at : at + width]) for at in places[bucket]]
            for (rows, width), places in zip(columns, placed, strict=True)
        )


def find_repeated(rows: array[int]) -> list[int]:
    """Of flat rows of (hash, index): the indexes of those of which an earlier row has the same hash, rising."""
    repeated: list[int] = []
    for (bucket,) in iter_buckets((rows, 2)):
        seen: set[int] = set()
        for value, index in bucket:
            if value in seen:
                repeated.append(index)
            seen.add(value)
    return sorted(repeated)


def _place(rows: array[int], width: int) -> list[array[int]]:
    places = [array("Q") for _ in range(_BUCKETS)]
    for at in range(0, len(rows), width):
        places[rows[at] & (_BUCKETS - 1)].append(at)
    return places
