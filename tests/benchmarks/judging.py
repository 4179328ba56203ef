"""What the product finds against what was planted, and the goals."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from measuring import run_measured
from sample_files import SampleFile

__all__ = ["GOALS", "Figures", "Goal", "Verdict", "judge_findings", "product_command"]


def product_command(file: SampleFile, standard: str, *options: str) -> list[str]:
    """``ddas validate`` on the file."""
    return [sys.executable, "-m", "ddas.cli.main", "validate", "--standard", standard, *options, str(file.path)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """``planted`` mistakes, how many of them were ``found`` in place, and findings ``beside`` them, most used rules."""

    planted: int
    found: int
    beside: int
    examples: str

    @property
    def exact(self) -> bool:
        """Everything that was planted, and nothing else."""
        return self.found == self.planted and not self.beside

    def __str__(self) -> str:
        text = f"{self.found} of {self.planted} planted"
        return f"{text}, {self.beside} others ({self.examples})" if self.beside else text


def judge_findings(file: SampleFile, standard: str, *options: str) -> Verdict:
    """Run the product once, not timed, and compare. A split rule (``SHV-014a``) counts as its number."""
    limit = ("--max-per-rule", "0") if file.planted else ()
    run = run_measured(product_command(file, standard, "--format", "json", *limit, *options), keep_output=True)
    report = json.loads(run.output)["files"][0]
    rules = "--structure-only" not in options
    wanted = {(_number(r), p) for r, p in file.planted if rules or "-S" in r}
    if file.planted:
        found = {(_number(f["rule"]), f["pointer"]) for f in report["findings"]}
        beside = Counter(rule for rule, _ in found - wanted)
        return _verdict(len(wanted), len(wanted & found), beside)
    totals = Counter({_number(rule): 0 for rule in file.totals})
    for rule, number in report["totals"].items():
        totals[_number(rule)] += number
    found_number = sum(min(totals[rule], number) for rule, number in file.totals.items())
    return _verdict(sum(file.totals.values()), found_number, totals - Counter(file.totals))


def _verdict(planted: int, found: int, beside: Counter[str]) -> Verdict:
    examples = ", ".join(f"{rule} {number}x" for rule, number in beside.most_common(4))
    return Verdict(planted=planted, found=found, beside=beside.total(), examples=examples)


def _number(rule: str) -> str:
    return re.sub(r"(?<=\d)[a-z]$", "", rule)


Figures = Mapping[tuple[int, str, str], Sequence[float]]
"""Records, kind of file and case → a figure a round, in the order of the rounds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A case measured against another one in the same rounds; ``most`` is the largest ratio of the medians' kind."""

    text: str
    case: str
    against: str
    most: float
    kinds: Sequence[str]
    records: Callable[[int], bool]


GOALS: Sequence[Goal] = (
    Goal(
        text="everything in 0.6 of the time of only parsing",
        case="ddas, 2 processes",
        against="orjson.loads",
        most=0.6,
        kinds=("valid",),
        records=lambda n: n == 25_000,
    ),
    Goal(
        text="everything in 0.35 of the time of only parsing",
        case="ddas, 2 processes",
        against="orjson.loads",
        most=0.35,
        kinds=("valid",),
        records=lambda n: n >= 250_000,
    ),
    Goal(
        text="everything, 1 process, in 0.6 of the time of only parsing",
        case="ddas, 1 process",
        against="orjson.loads",
        most=0.6,
        kinds=("valid",),
        records=lambda n: n >= 250_000,
    ),
    Goal(
        text="structure alone in 0.2 of the time of only parsing",
        case="ddas, structure only",
        against="orjson.loads",
        most=0.2,
        kinds=("valid",),
        records=lambda n: n >= 250_000,
    ),
    Goal(
        text="structure alone, 1 process, faster than orjson + jsonschema-rs",
        case="ddas, structure only",
        against="orjson + jsonschema-rs",
        most=0.7,
        kinds=("valid", "1% faulty", "indented", "shuffled keys"),
        records=lambda n: n >= 25_000,
    ),
    Goal(
        text="a fault that is everywhere costs no more than only parsing",
        case="ddas, 2 processes",
        against="orjson.loads",
        most=1.0,
        kinds=("all dates wrong",),
        records=lambda n: n >= 25_000,
    ),
)
"""Ratios; memory and exactness are goals for every file, in ``validate.py``."""
