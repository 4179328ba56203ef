"""Which version a delivery has: the newest that accepts it and that knows the list it holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from ddas.migration.element_reader import ElementReader
from ddas.migration.known_keys import KnownKeys
from ddas.migration.slots import DELIVERIES, CutSchema
from ddas.migration.version_check import VersionCheck

__all__ = ["Inspection", "inspect"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """What one reading of a delivery showed.

    Attributes:
        envelope: The document, its long lists empty.
        doubles: Keys that stood a second time in an object.
        valid: Codes of the versions that accept it and know its lists, oldest first.
        places: JSON Pointers of the first faults, by code; empty for a valid version.
        faults: Number of faulty elements by code.
        strays: Paths of keys that a version does not know and another does, by code.
    """

    envelope: dict[str, Any]
    doubles: int
    valid: tuple[str, ...]
    places: Mapping[str, Sequence[str]]
    faults: Mapping[str, int]
    strays: Mapping[str, tuple[str, ...]]


def inspect(stream: BinaryIO, cuts: Mapping[str, CutSchema], *, only: str | None = None) -> Inspection:
    """Read the delivery once and judge it against every version.

    A loose version accepts files of other versions too, as objects full of unknown keys. So a version counts only when
    it knows the lists in the root of the file.

    Args:
        stream: At its start.
        cuts: Schema by code, oldest first.
        only: Judge against this one alone; then it need know just one of the lists.

    Raises:
        UnreadableError: the file is no JSON object in UTF-8.
        OSError: the file cannot be read.
    """
    checks = [VersionCheck(code, cut) for code, cut in cuts.items() if only in (None, code)]
    known = KnownKeys({code: cut.whole for code, cut in cuts.items()})
    reader = ElementReader(stream, frozenset(slot for check in checks for slot in check.cut.lists))
    for element in reader.iter_elements():
        known.see(element.slot, element.value)
        for check in checks:
            # What is refused once stays refused; a single version is followed on, to count.
            if not check.faults or len(checks) == 1:
                check.see(element)
    known.see((), reader.envelope)
    listed = {slot[0] for cut in cuts.values() for slot in cut.lists} | {DELIVERIES}
    held = sorted(listed & reader.envelope.keys())
    valid = []
    for check in checks:
        accepted = check.finish(reader.envelope)
        fits = any(check.knows([key]) for key in held) or not held if only else check.knows(held)
        if accepted and fits:
            valid.append(check.code)
    return Inspection(
        envelope=reader.envelope,
        doubles=reader.doubles,
        valid=tuple(valid),
        places={check.code: tuple(check.places) for check in checks},
        faults={check.code: check.faults for check in checks},
        strays={check.code: tuple(known.unknown_to(check.code)) for check in checks},
    )
