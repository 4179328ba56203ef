"""Run commands in turn, several rounds, and print medians and ratios to the first. Ratios count, seconds do not."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence

__all__ = ["compare"]


def compare(commands: Mapping[str, Sequence[str]], rounds: int) -> None:
    """Print a table: per command the median, least and most wall seconds, and the median ratio to the first.

    Each round runs every command once, in order, after one round that does not count; a command that fails ends it all.
    """
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            if number:
                seconds[name].append(time.perf_counter() - start)
    first = next(iter(seconds.values()))
    load = os.getloadavg()[0]
    print(f"{rounds} rounds after a warm-up, {os.cpu_count()} processors, load {load:.1f}; wall seconds")
    print(f"{'command':42} {'median':>8} {'least':>8} {'most':>8} {'ratio':>8}")
    for name, times in seconds.items():
        ratio = statistics.median(t / f for t, f in zip(times, first, strict=True))
        print(f"{name:42} {statistics.median(times):8.3f} {min(times):8.3f} {max(times):8.3f} {ratio:8.2f}")
