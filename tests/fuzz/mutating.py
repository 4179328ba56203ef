"""Deliveries spoiled by choices: from an example, some changes of its structure, and sometimes of its bytes."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Sequence
from typing import Any, Protocol

__all__ = ["CANARY", "RECORD_LISTS", "Chooser", "spoil", "spoil_records"]

CANARY = "GEHEIM7351"

RECORD_LISTS = ("schuldhulptrajecten", "vroegsignalen", "vroegsignaalzaken")

_VALUES: Sequence[Any] = (
    None, True, False, 0, -1, 1, 1.0, 1.5, 1e300, 10**30, -(2**63), 2**64, "", " ", CANARY, "0344", "2025-02-30",
    "2024-02-29", "0000-00-00", "9999-12-31", "2025-01-01T00:00:00Z", "2025-01-01T23:59:60+24:00", "a@b", "Zelf",
    "\u0000", "\U0001f600", "é" * 300, [], {}, [[]], [{}], {"": ""}, [None], {"startdatum": "2025-01-01"},
)  # fmt: skip
_KEYS = ("startdatum", "Startdatum", "einddatum", "soort", "client", "schulden", "", "x", "__class__", "teller", CANARY)


class Chooser(Protocol):
    """Where choices come from: a seed, or a fuzzer."""

    def below(self, bound: int) -> int:
        """A whole number from 0, under ``bound``."""
        ...


def spoil(example: Any, chooser: Chooser) -> bytes:
    """The example with 0 to 6 changes, written in one of several ways."""
    delivery = copy.deepcopy(example)
    _change(delivery, chooser)
    content = json.dumps(
        delivery,
        ensure_ascii=chooser.below(4) == 0,
        indent=(None, None, 1, "\t")[chooser.below(4)],
        separators=(",", ":") if chooser.below(2) else None,
    ).encode("utf-8", "surrogatepass")
    return _spoil_bytes(content, chooser) if chooser.below(8) == 0 else content


def spoil_records(example: Any, chooser: Chooser, number: int) -> bytes:
    """The example with ``number`` records in each of its lists, all changed; the rest is as it was."""
    delivery = copy.deepcopy(example)
    for levering in delivery["leveringen"]:
        for name in RECORD_LISTS:
            records = levering.get(name)
            if records:
                levering[name] = [copy.deepcopy(records[chooser.below(len(records))]) for _ in range(number)]
                for record in levering[name]:
                    _change(record, chooser)
    return json.dumps(delivery, indent=(None, 1)[chooser.below(2)]).encode()


def _change(root: Any, chooser: Chooser) -> None:
    for _ in range(chooser.below(7)):
        places = list(_iter_places(root))
        if not places:
            break
        holder, key = places[chooser.below(len(places))]
        _CHANGES[chooser.below(len(_CHANGES))](root, holder, key, chooser)


def _iter_places(value: Any) -> Any:
    """Every object or list with one of its keys or places, in order."""
    if isinstance(value, dict | list):
        for key in list(value) if isinstance(value, dict) else range(len(value)):
            yield value, key
            yield from _iter_places(value[key])


def _replace(root: Any, holder: Any, key: Any, chooser: Chooser) -> None:
    holder[key] = copy.deepcopy(_VALUES[chooser.below(len(_VALUES))])


def _remove(root: Any, holder: Any, key: Any, chooser: Chooser) -> None:
    del holder[key]


def _rename(root: Any, holder: Any, key: Any, chooser: Chooser) -> None:
    if isinstance(holder, dict):
        holder[_KEYS[chooser.below(len(_KEYS))]] = holder.pop(key)


def _repeat(root: Any, holder: Any, key: Any, chooser: Chooser) -> None:
    if isinstance(holder, list):
        holder.extend(copy.deepcopy(holder[key]) for _ in range(1 + chooser.below(3)))


def _wrap(root: Any, holder: Any, key: Any, chooser: Chooser) -> None:
    holder[key] = [holder[key]] if chooser.below(2) else {"x": holder[key]}


def _move(root: Any, holder: Any, key: Any, chooser: Chooser) -> None:
    places = list(_iter_places(root))
    other, place = places[chooser.below(len(places))]
    holder[key] = copy.deepcopy(other[place])


def _edit(root: Any, holder: Any, key: Any, chooser: Chooser) -> None:
    value = holder[key]
    if isinstance(value, str) and value:
        at = chooser.below(len(value))
        holder[key] = value[:at] + "0-Aé 9\u200b"[chooser.below(7)] + value[at + chooser.below(2) :]
    elif isinstance(value, int) and not isinstance(value, bool):
        holder[key] = value * (-1, 0, 2, 10**6, 0.5, 1.0)[chooser.below(6)]


def _reverse(root: Any, holder: Any, key: Any, chooser: Chooser) -> None:
    if isinstance(holder, dict):
        items = list(holder.items())[::-1]
        holder.clear()
        holder.update(items)
    else:
        holder.reverse()


_CHANGES: Sequence[Callable[[Any, Any, Any, Chooser], None]] = (
    _replace, _replace, _remove, _rename, _repeat, _wrap, _move, _edit, _edit, _reverse,
)  # fmt: skip


def _spoil_bytes(content: bytes, chooser: Chooser) -> bytes:
    at = chooser.below(len(content) + 1)
    kind = chooser.below(4)
    if kind == 0:
        return content[:at]
    if kind == 1:
        return content[:at] + bytes([chooser.below(256)]) + content[at + 1 :]
    if kind == 2:
        return (
            content[:at]
            + (b",", b"}", b"]", b'"', b"\\", b"\xef\xbb\xbf", b"NaN", b"\xff")[chooser.below(8)]
            + content[at:]
        )
    return content[:at] + content[chooser.below(len(content) + 1) :]
