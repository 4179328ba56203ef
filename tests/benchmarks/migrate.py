"""``ddas migrate`` from v0.8 to v1.0 beside reading and writing the same file with ``json``, in the same rounds.

Ratios and memory count; seconds depend on the machine. Every trajectory has every field of v0.8.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from measuring import Usage, run_measured

ROOT = Path(__file__).parents[2]
MAXIMAL = ROOT / "model" / "schuldhulpverlening" / "v0.8" / "voorbeelden" / "volledig.json"
LIST = "schuldhulptrajecten"
AT = "aanleverdatumEnTijd=2025-07-15T09:30:00+02:00"
PLAIN = "import json, sys; v = json.load(open(sys.argv[1])); open(sys.argv[2], 'w').write(json.dumps(v))"
MIGRATE, BASE = "ddas migrate", "json.load + json.dumps"
MOST_RATIO = 2.0
MEGABYTES = 40.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; exit code 1 when a goal is not reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=25_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args(arguments)
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT / "generators"), os.environ.get("PYTHONPATH", "")])
    with tempfile.TemporaryDirectory() as name:
        source = write_delivery(Path(name) / "oud.json", options.records)
        target = str(Path(name) / "nieuw.json")
        migrate = ["-m", "ddas.cli.main", "migrate", str(source), target, "--to", "shv-v1.0", "--set", AT]
        cases = {BASE: ["-c", PLAIN, str(source), target], MIGRATE: migrate}
        usages: dict[str, list[Usage]] = {case: [] for case in cases}
        for _ in range(options.rounds):
            for case, command in cases.items():
                usages[case].append(run_checked(command))
        print(
            f"{options.records:,} trajectories of v0.8, {source.stat().st_size / 1e6:.1f} MB, {options.rounds} rounds"
        )
    return print_outcome(usages, options.records)


def write_delivery(path: Path, records: int) -> Path:
    """The maximal example of v0.8, its trajectory as often as asked."""
    delivery = json.loads(MAXIMAL.read_text(encoding="utf-8"))
    text = json.dumps(delivery[LIST][0], ensure_ascii=False)
    delivery[LIST] = []
    before, after = json.dumps(delivery, ensure_ascii=False).split(f'"{LIST}": []')
    with path.open("w", encoding="utf-8") as stream:
        stream.write(f'{before}"{LIST}": [{text}')
        for _ in range(records - 1):
            stream.write(f",\n{text}")
        stream.write(f"]{after}")
    return path


def run_checked(command: Sequence[str]) -> Usage:
    """Run Python with these arguments; a failure ends it all."""
    usage = run_measured([sys.executable, *command])
    if usage.exit_code:
        raise SystemExit(f"ended with {usage.exit_code}: {' '.join(command[:5])}")
    return usage


def print_outcome(usages: dict[str, list[Usage]], records: int) -> int:
    """Medians, the ratio to the plain program, and whether the goals are reached."""
    print(f"  {'case':26}{'cpu':>8}{'ratio':>8}{'MB':>8}{'microseconds a trajectory':>28}")
    for case, held in usages.items():
        ratio = statistics.median(u.cpu / b.cpu for u, b in zip(held, usages[BASE], strict=True))
        cpu, peak = statistics.median(u.cpu for u in held), max(u.largest for u in held)
        print(f"  {case:26}{cpu:8.2f}{ratio:8.2f}{peak:8.0f}{cpu / records * 1e6:28.0f}")
    goals = {
        f"at most {MOST_RATIO} times the processor time: {ratio:.2f}": ratio <= MOST_RATIO,
        f"at most {MEGABYTES:.0f} MB: {peak:.0f}": peak <= MEGABYTES,
    }
    for text, reached in goals.items():
        print(f"  {'reached    ' if reached else 'NOT reached'}  {text}")
    return int(not all(goals.values()))


if __name__ == "__main__":
    sys.exit(main())
