"""Give each hostile file, in its full size, to ``ddas validate`` in a process with little room, and print how it went.

Run by hand: ``python tests/fuzz/hostile.py [--only WORD]``. All is well when there is a report, whatever it says.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1] / "benchmarks")]

from measuring import Usage, run_measured  # noqa: E402

from tests.fuzz.hostile_files import CANARY, HOSTILE  # noqa: E402

LIMITED = "--limited"


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code 1 when a file leaves no report, or one that shows what is in the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="files with this in their name")
    parser.add_argument("--scale", default=1.0, type=float, help="1 is the whole size")
    parser.add_argument("--memory", default=1024, type=int, help="megabytes of address space a process gets")
    parser.add_argument("--seconds", default=300, type=int, help="processor seconds a process gets")
    parser.add_argument("--processes", default="1")
    options = parser.parse_args(arguments)
    bad = 0
    print(f"{'file':45}{'MB':>7}{'seconds':>9}{'peak MB':>9}  outcome", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, pieces in HOSTILE.items():
            if options.only not in name:
                continue
            path = Path(folder) / "hostile.json"
            with path.open("wb") as stream:
                stream.writelines(pieces(options.scale))
            usage = run_measured(_command(path, options), keep_output=True)
            good, outcome = _judge(usage)
            bad += not good
            size = path.stat().st_size / 1e6
            print(f"{name:45}{size:7.1f}{usage.wall:9.2f}{usage.largest:9.0f}  {outcome}", flush=True)
    print(f"{bad} without a good report")
    return int(bad > 0)


def _command(path: Path, options: argparse.Namespace) -> list[str]:
    limits = [LIMITED, str(options.memory), str(options.seconds)]
    validate = ["-m", "ddas.cli.main", "validate", "--standard", "shv-v1.0", "--processes", options.processes]
    return [sys.executable, __file__, *limits, *validate, "--format", "json", str(path)]


def _judge(usage: Usage) -> tuple[bool, str]:
    try:
        (file,) = json.loads(usage.output)["files"]
    except ValueError:
        return False, f"NO REPORT, exit code {usage.exit_code}"
    if CANARY.encode() in usage.output:
        return False, "SHOWS WHAT IS IN THE FILE"
    rules = ", ".join(f"{rule} {number}x" for rule, number in list(file["totals"].items())[:4])
    return usage.exit_code in (0, 1), f"{file['verdict']}: {rules}"


def _run_limited(arguments: Sequence[str]) -> None:
    """Become the command, with little room."""
    memory, seconds, *command = arguments
    resource.setrlimit(resource.RLIMIT_AS, (int(memory) << 20,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds),) * 2)
    os.execv(sys.executable, [sys.executable, *command])


if __name__ == "__main__":
    if sys.argv[1:2] == [LIMITED]:
        _run_limited(sys.argv[2:])
    sys.exit(main())
