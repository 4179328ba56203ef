"""``ddas validate`` beside what others do with the same files, in the same rounds: time, memory, what is found.

Ratios, memory and findings count; seconds depend on the machine. Run it on an idle one.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from judging import GOALS, Verdict, judge_findings, product_command
from measuring import Quiet, Usage, run_measured
from sample_files import KINDS, SampleFile, make_file

ROOT = Path(__file__).parents[2]
READER = Path(__file__).with_name("readers.py")
PARSE = "orjson.loads"
SLOW_LIMIT = 1_000
MEGABYTES = 100.0
PRODUCT: Mapping[str, Sequence[str]] = {
    "ddas, structure only": ("--structure-only", "--processes", "1"),
    "ddas, 1 process": ("--processes", "1"),
    "ddas, 2 processes": ("--processes", "2"),
}
FOLDERS = {"shv-v1.0": "schuldhulpverlening/v1.0", "vs-v0.9": "vroegsignalering/v0.9"}
Key = tuple[int, str, str]


@dataclass(slots=True)
class Outcome:
    """Everything that was measured: usages by records, kind of file and case."""

    usages: defaultdict[Key, list[Usage]] = field(default_factory=lambda: defaultdict(list))
    verdicts: dict[Key, Verdict] = field(default_factory=dict)
    once: dict[Key, Usage] = field(default_factory=dict)
    quiet: int = 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; exit code 1 when a goal is not reached."""
    options = read_options(arguments)
    folder = options.folder or Path(tempfile.mkdtemp(prefix="ddas-bench-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        files = [make_file(folder, options.standard, kind, n) for n in options.records for kind in options.kinds]
        outcome = measure(files, options)
        print_table(files, outcome, options)
        return print_goals(files, outcome)
    finally:
        if not options.keep and options.folder is None:
            shutil.rmtree(folder)


def read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--standard", default="shv-v1.0", choices=sorted(FOLDERS))
    parser.add_argument("--records", default=[1_000, 25_000], type=lambda t: [int(n) for n in t.split(",")])
    parser.add_argument("--kinds", default=list(KINDS), type=lambda t: t.split(","))
    parser.add_argument("--rounds", default=5, type=int)
    parser.add_argument("--folder", type=Path, help="files are made here, and kept")
    parser.add_argument("--keep", action="store_true", help="keep the temporary folder")
    parser.add_argument("--check-jsonschema", default=shutil.which("check-jsonschema"), help="program; one run a file")
    parser.add_argument("--patience", default=20.0, type=float, help="seconds to wait for an idle machine each round")
    return parser.parse_args(arguments)


def cases_for(file: SampleFile, standard: str) -> dict[str, list[str]]:
    """Name of each case → its command, in the order in which they run."""
    schema = ROOT / "generated" / FOLDERS[standard] / "uitwisselmodel.schema.json"
    readers = ["read blocks", "sha256", "msgspec Raw slices", PARSE, "orjson + jsonschema-rs"]
    readers += ["jsonschema"] if file.records <= SLOW_LIMIT else []
    cases = {name: [sys.executable, str(READER), name, str(file.path), str(schema)] for name in readers}
    return cases | {name: product_command(file, standard, *extra) for name, extra in PRODUCT.items()}


def measure(files: Sequence[SampleFile], options: argparse.Namespace) -> Outcome:
    """All rounds: in each, every case on every file once, in a fresh process."""
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT / "generators"), os.environ.get("PYTHONPATH", "")])
    outcome = Outcome()
    for file in files:
        for name, extra in PRODUCT.items():
            outcome.verdicts[file.records, file.kind, name] = judge_findings(file, options.standard, *extra)
        if options.check_jsonschema and file.records <= 25_000 and file.kind in ("valid", "1% faulty"):
            outcome.once[file.records, file.kind, "check-jsonschema"] = run_check_jsonschema(file, options)
    for number in range(options.rounds):
        wait_until_idle(options.patience)
        watch = Quiet()
        for file in files:
            for name, command in cases_for(file, options.standard).items():
                usage = run_measured(command)
                if usage.exit_code not in ((0, 1) if name in PRODUCT else (0,)):
                    raise SystemExit(f"{name} on {file.path.name} ended with {usage.exit_code}: {' '.join(command)}")
                outcome.usages[file.records, file.kind, name].append(usage)
        others = watch.others()
        outcome.quiet += others < 0.1
        print(f"round {number + 1} of {options.rounds}: others used {others:.0%} of the processors", file=sys.stderr)
    return outcome


def run_check_jsonschema(file: SampleFile, options: argparse.Namespace) -> Usage:
    """One run of the program that many use."""
    schema = ROOT / "generated" / FOLDERS[options.standard] / "uitwisselmodel.schema.json"
    return run_measured([options.check_jsonschema, "--schemafile", str(schema), str(file.path)])


def wait_until_idle(patience: float) -> None:
    """Until others use less than a tenth of the processors for half a second, or patience ends."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        watch = Quiet()
        time.sleep(0.5)
        if watch.others() < 0.1:
            return


def print_table(files: Sequence[SampleFile], outcome: Outcome, options: argparse.Namespace) -> None:
    """Per file and case the medians, and the median of the ratios to parsing in the same round."""
    version = subprocess.run([sys.executable, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    print(
        f"{options.standard}, {options.rounds} rounds ({outcome.quiet} quiet), {os.cpu_count()} processors, {version}"
    )
    print("Medians; ratios (seconds, processor seconds) to orjson.loads in the same round: on a busy machine trust the")
    print("second. MB = peak of the largest process / of all together; an empty Python is about 15 MB.")
    for file in files:
        size = file.path.stat().st_size / 1e6
        print(f"\n{file.records:,} records, {file.kind}, {size:.1f} MB, {sum(file.totals.values())} mistakes")
        print(f"  {'case':26}{'seconds':>9}{'cpu':>8}{'ratio':>8}{'cpu':>7}{'MB':>7}{'all MB':>8}  findings")
        parsed = outcome.usages[file.records, file.kind, PARSE]
        for name in cases_for(file, options.standard):
            usages = outcome.usages[file.records, file.kind, name]
            verdict = outcome.verdicts.get((file.records, file.kind, name))
            print_row(name, usages, parsed, "" if verdict is None else str(verdict))
            if name == "jsonschema":
                wall = statistics.median(u.wall for u in usages) / file.records * 1e6
                print(f"  {'':26}{wall:9.0f} microseconds a record; not run on larger files")
        for (records, kind, name), usage in outcome.once.items():
            if (records, kind) == (file.records, file.kind):
                print_row(f"{name} (once)", [usage], parsed[:1], "")


def print_row(name: str, usages: Sequence[Usage], parsed: Sequence[Usage], findings: str) -> None:
    """One line of the table; ``parsed`` holds the usage of parsing in the same rounds."""
    ratio = statistics.median(u.wall / p.wall for u, p in zip(usages, parsed, strict=True))
    used = statistics.median(u.cpu / p.cpu for u, p in zip(usages, parsed, strict=True))
    wall, cpu, largest, together = (
        statistics.median(getattr(u, figure) for u in usages) for figure in ("wall", "cpu", "largest", "together")
    )
    print(f"  {name:26}{wall:9.3f}{cpu:8.2f}{ratio:8.2f}{used:7.2f}{largest:7.0f}{together:8.0f}  {findings}")


def print_goals(files: Sequence[SampleFile], outcome: Outcome) -> int:
    """Each goal, reached or not; 1 when one is not reached."""
    lines: list[tuple[bool, str]] = []
    for goal in GOALS:
        for file in files:
            key = file.records, file.kind
            if file.kind in goal.kinds and goal.records(file.records):
                pairs = zip(outcome.usages[*key, goal.case], outcome.usages[*key, goal.against], strict=True)
                ratio = statistics.median(a.wall / b.wall for a, b in pairs)
                what = f"{goal.text} ({file.records:,}, {file.kind}): {ratio:.2f}, at most {goal.most}"
                lines.append((ratio <= goal.most, what))
    for file in files:
        for name in PRODUCT:
            key = (file.records, file.kind, name)
            verdict, peak = outcome.verdicts[key], max(u.largest for u in outcome.usages[key])
            place = f"{name} ({file.records:,}, {file.kind})"
            lines.append((peak <= MEGABYTES, f"at most {MEGABYTES:.0f} MB a process, {place}: {peak:.0f} MB"))
            lines.append((verdict.exact, f"finds what was planted and nothing else, {place}: {verdict}"))
    print("\nGoals")
    for reached, text in lines:
        print(f"  {'reached    ' if reached else 'NOT reached'}  {text}")
    return int(not all(reached for reached, _ in lines))


if __name__ == "__main__":
    sys.exit(main())
