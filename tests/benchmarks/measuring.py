"""One command in a fresh process: its time and memory. Imports nothing heavy: a child starts with its parent's peak."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Quiet", "Usage", "run_measured"]

_POLL_SECONDS = 0.02
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """What a run took.

    ``wall``: seconds from before the process starts until it is gone. ``cpu``: seconds of it and its children together.
    ``largest``: peak megabytes of its largest process, ``together``: the peaks of all its processes added, seen by
    looking 50 times a second. ``output``: what it printed.
    """

    wall: float
    cpu: float
    largest: float
    together: float
    exit_code: int
    output: bytes


def run_measured(command: Sequence[str], keep_output: bool = False) -> Usage:
    """Run to the end; error output goes nowhere, standard output too unless kept."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE if keep_output else subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    peaks: dict[int, int] = {}
    ended = threading.Event()
    watcher = threading.Thread(target=_watch, args=(process.pid, peaks, ended))
    watcher.start()
    output = process.stdout.read() if process.stdout is not None else b""
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    ended.set()
    watcher.join()
    if process.stdout is not None:
        process.stdout.close()
    return Usage(
        wall=wall,
        cpu=usage.ru_utime + usage.ru_stime,
        largest=usage.ru_maxrss / 1024,
        together=max(usage.ru_maxrss, sum(peaks.values())) / 1024,
        exit_code=process.returncode,
        output=output,
    )


def _watch(root: int, peaks: dict[int, int], ended: threading.Event) -> None:
    while not ended.wait(_POLL_SECONDS):
        for process in _iter_family(root):
            peak = _peak_kilobytes(process)
            peaks[process] = max(peaks.get(process, 0), peak)


def _iter_family(process: int) -> Iterator[int]:
    yield process
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return
    for child in children:
        yield from _iter_family(int(child))


def _peak_kilobytes(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), 0)


class Quiet:
    """Whether others use the processors: what was busy, less what we and our children used."""

    def __init__(self) -> None:
        self._start = self._reading()

    def others(self) -> float:
        """Share (0 to 1) of all processor time that others used since the start."""
        (busy, ours, wall), (busy_before, ours_before, wall_before) = self._reading(), self._start
        used = (busy - busy_before) - (ours - ours_before)
        return max(0.0, used / max(1e-9, (wall - wall_before) * (os.cpu_count() or 1)))

    @staticmethod
    def _reading() -> tuple[float, float, float]:
        values = [int(text) for text in Path("/proc/stat").read_text().splitlines()[0].split()[1:]]
        busy = sum(values[:3]) + sum(values[5:8])
        times = os.times()
        ours = times.user + times.system + times.children_user + times.children_system
        return busy / _TICKS, ours, time.perf_counter()
