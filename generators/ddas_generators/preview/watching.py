"""Waits until files change, by looking at their times and sizes; needs nothing of the system."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

__all__ = ["Snapshot", "take_snapshot", "wait_for_change"]

Snapshot = dict[str, tuple[int, int]]
"""Path → time of change in nanoseconds, and size in bytes."""

_PAUSE = 0.25  # seconds between two looks


def take_snapshot(places: Iterable[Path]) -> Snapshot:
    """Every file at or below these places; what is not there, or goes away meanwhile, is left out."""
    found: Snapshot = {}
    for place in places:
        for path in (place, *place.rglob("*")) if place.is_dir() else (place,):
            try:
                stat = path.stat()
            except OSError:
                continue
            if not path.is_dir():
                found[str(path)] = stat.st_mtime_ns, stat.st_size
    return found


def wait_for_change(
    places: Iterable[Path], before: Snapshot, *, pause: Callable[[float], None] = time.sleep
) -> Snapshot:
    """Return when something differs from ``before`` and an editor that writes several files is done with them."""
    watched = tuple(places)
    now = take_snapshot(watched)
    while now == before:
        pause(_PAUSE)
        now = take_snapshot(watched)
    while True:
        pause(_PAUSE)
        later = take_snapshot(watched)
        if later == now:
            return now
        now = later
