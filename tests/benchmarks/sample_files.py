"""The files of the benchmark: made once, by ``ddas sample`` in a process of its own, with what is wrong in them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["KINDS", "SampleFile", "make_file"]

KINDS: Mapping[str, Sequence[str]] = {
    "valid": (),
    "1% faulty": ("--faulty", "0.01"),
    "all dates wrong": ("--wrong-dates",),
    "indented": ("--indent", "2"),
    "shuffled keys": ("--shuffle-keys",),
}
"""Kind of file → options of ``ddas sample``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleFile:
    """``planted``: rule and pointer of each mistake; empty when only the ``totals`` by rule are known."""

    path: Path
    kind: str
    records: int
    totals: Mapping[str, int]
    planted: frozenset[tuple[str, str]]

    @property
    def structural(self) -> int:
        """How many of the mistakes a schema can see."""
        return sum(number for rule, number in self.totals.items() if "-S" in rule)


def make_file(folder: Path, standard: str, kind: str, records: int) -> SampleFile:
    """Write the file, unless an earlier run left it in ``folder``."""
    name = f"{standard}-{records}-{kind.replace(' ', '-').replace('%', 'pct')}"
    path, truth = folder / f"{name}.json", folder / f"{name}.truth.json"
    if not (path.exists() and truth.exists()):
        options = ["--standard", standard, "--records", str(records), "--truth", str(truth), *KINDS[kind], str(path)]
        command = [sys.executable, "-m", "ddas.cli.main", "sample", *options]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    known = json.loads(truth.read_bytes())
    return SampleFile(
        path=path,
        kind=kind,
        records=records,
        totals=known["findings"],
        planted=frozenset((fault["rule"], fault["pointer"]) for fault in known["faults"]),
    )
