"""How the time of ``ddas validate`` grows with each thing there can be many of: n, 2n and 4n side by side.

Prints the exponent: 1 is in proportion, 2 is with the square. What a command costs without any of it is taken off, so
that the start does not hide the growth. Processor time, the least of some rounds: it hardly depends on what else runs.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from measuring import run_measured

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "model" / "schuldhulpverlening" / "v1.0" / "voorbeelden" / "volledig.json"
LIST = "schuldhulptrajecten"
MOST = 1.1
SHORTEST = 0.1
"""Seconds; less than this drowns in the start of a process."""
Json = dict[str, Any]
Make = Callable[[int], Iterator[Json]]
"""How many → the deliveries of one command."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; exit code 1 when something grows faster than the goal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="cases with this in their name")
    parser.add_argument("--rounds", default=3, type=int)
    parser.add_argument("--scale", default=1.0, type=float)
    options = parser.parse_args(arguments)
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT / "generators"), os.environ.get("PYTHONPATH", "")])
    too_fast = 0
    print(f"{'case':44}{'n':>9}{'n':>8}{'2n':>8}{'4n':>8}  exponent, at most {MOST}")
    for name, (number, make, extra) in CASES.items():
        if options.only not in name:
            continue
        seconds = measure(make, extra, max(1, int(number * options.scale)), options.rounds)
        exponent = fit(seconds)
        too_fast += exponent > MOST
        shown = "".join(f"{s:8.2f}" for s in seconds)
        print(
            f"{name:44}{number:9}{shown}  {exponent:.2f}{'  TOO FAST' if exponent > MOST else ''}",
            flush=True,
        )
    return int(too_fast > 0)


def measure(make: Make, extra: Sequence[str], number: int, rounds: int) -> list[float]:
    """Seconds for n, 2n and 4n beyond those for one."""
    with tempfile.TemporaryDirectory() as folder:
        commands = [
            _command(Path(folder) / str(size), make(size), extra) for size in (1, number, 2 * number, 4 * number)
        ]
        runs = [[run_measured(command) for command in commands] for _ in range(rounds)]
    for usage in (usage for usages in runs for usage in usages):
        if usage.exit_code not in (0, 1):
            raise SystemExit(f"ddas validate ended with {usage.exit_code}")
    start, *seconds = (min(usages[case].cpu for usages in runs) for case in range(len(commands)))
    return [max(s - start, 0.001) for s in seconds]


def fit(seconds: Sequence[float]) -> float:
    """The exponent over the whole range; what is too short to be measured counts as the shortest time that is."""
    return math.log(max(seconds[-1], SHORTEST) / max(seconds[0], SHORTEST), 4)


def _command(folder: Path, deliveries: Iterator[Json], extra: Sequence[str]) -> list[str]:
    folder.mkdir()
    for number, delivery in enumerate(deliveries):
        (folder / f"{number:05}.json").write_text(json.dumps(delivery, ensure_ascii=False))
    validate = ["-m", "ddas", "validate", "--standard", "shv-v1.0", "--processes", "1", "--format", "json"]
    return [sys.executable, *validate, *extra, str(folder)]


def _delivery(records: list[Json], **more: Any) -> Json:
    whole: Json = json.loads(EXAMPLE.read_text())
    levering = whole["leveringen"][0]
    return whole | {"leveringen": [levering | {LIST: records}]} | more


def _record(**more: Any) -> Json:
    record: Json = json.loads(EXAMPLE.read_text())["leveringen"][0][LIST][0]
    return record | more


def _leveringen(records: Sequence[Json]) -> Json:
    whole: Json = json.loads(EXAMPLE.read_text())
    return whole | {"leveringen": [whole["leveringen"][0] | {LIST: [record]} for record in records]}


def _with_client(number: int) -> Json:
    clients = [{**client, "Huisnummer": str(number)} for client in _record()["client"]]
    return _record(client=clients)


ALL = ("--max-per-rule", "0")
CASES: Mapping[str, tuple[int, Make, Sequence[str]]] = {
    "records that are right": (5000, lambda n: iter([_delivery([_with_client(i) for i in range(n)])]), ()),
    "records of the same person": (5000, lambda n: iter([_delivery([_record()] * n)]), ()),
    "the same, all findings": (1500, lambda n: iter([_delivery([_record()] * n)]), ALL),
    "empty records": (8000, lambda n: iter([_delivery([{}] * n)]), ()),
    "wrong dates": (2500, lambda n: iter([_delivery([_record(startdatum="31-12-2025")] * n)]), ()),
    "unknown keys, the same in each record": (
        2000,
        lambda n: iter([_delivery([_record(**{f"veld_{i}": 1 for i in "abcde"})] * n)]),
        (),
    ),
    "unknown keys in one record": (
        20000,
        lambda n: iter([_delivery([_record(**{f"veld_{i}": 1 for i in range(n)})])]),
        (),
    ),
    "unknown keys in the root": (
        20000,
        lambda n: iter([_delivery([_record()], **{f"veld_{i}": 1 for i in range(n)})]),
        (),
    ),
    "debts with a wrong rule in one record": (
        20000,
        lambda n: iter([_delivery([_record(schulden=[{"bedrag": 0}] * n)])]),
        (),
    ),
    "the same, all findings, not ASCII": (
        1500,
        lambda n: iter([_delivery([_record(schulden=[{"bedrag": 0, "schuldeiser": {"naam": "Café"}}] * n)])]),
        ALL,
    ),
    "leveringen that differ": (1500, lambda n: iter([_leveringen([_with_client(i) for i in range(n)])]), ()),
    "leveringen that are equal, all findings": (800, lambda n: iter([_leveringen([_record()] * n)]), ALL),
    "files": (60, lambda n: (_delivery([_with_client(i)]) for i in range(n)), ()),
}
"""Name → n, what to make, options of the command."""


if __name__ == "__main__":
    sys.exit(main())
