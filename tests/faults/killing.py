"""Commands that are stopped at a random moment: what they leave behind."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["COMMANDS", "SIGNALS", "Command", "Tally", "kill_at_random_moments", "make_deliveries"]

SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
_SLOWEST = 60  # seconds in which a stopped command must be gone


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A command to stop; ``{in}``, ``{old}`` and ``{out}`` stand for files. ``piped``: its stdin is ``{in}``."""

    name: str
    arguments: Sequence[str]
    piped: bool = False


COMMANDS = (
    Command(name="validate", arguments=("validate", "{in}", "--format", "json", "--output", "{out}")),
    Command(name="validate -", arguments=("validate", "-", "--format", "json", "--output", "{out}"), piped=True),
    Command(name="validate, 2 processes", arguments=("validate", "{in}", "--processes", "2", "--output", "{out}")),
    Command(name="migrate", arguments=("migrate", "{old}", "{out}", "--to", "shv-v1.0", "--from", "shv-v0.10")),
    Command(name="sample", arguments=("sample", "--standard", "shv-v1.0", "--records", "3000", "{out}")),
    Command(name="diff", arguments=("diff", "shv-v0.10", "shv-v1.0", "--format", "json", "--output", "{out}")),
    Command(name="show", arguments=("show", "{in}", "/leveringen/0/schuldhulptrajecten/0")),
)


@dataclass(slots=True, kw_only=True)
class Tally:
    """What was seen. ``left``: files that should not be there; ``half``: outputs that are not whole; both as names."""

    runs: int = 0
    stopped: int = 0
    left: list[str] = field(default_factory=list)
    half: list[str] = field(default_factory=list)
    hanging: list[str] = field(default_factory=list)
    tracebacks: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Nothing left, half, hanging or told in English."""
        return not (self.left or self.half or self.hanging or self.tracebacks)


def make_deliveries(folder: Path, records: int) -> dict[str, Path]:
    """A delivery of v1.0 and one of v0.10, both of ``records`` trajectories."""
    current, old = folder / "nieuw.json", folder / "oud.json"
    _ddas("sample", "--standard", "shv-v1.0", "--records", str(records), "--faulty", "0.2", str(current))
    _ddas("sample", "--standard", "shv-v1.0", "--records", str(records), str(old))
    return {"in": current, "old": old}


def kill_at_random_moments(
    command: Command, files: dict[str, Path], times: int, chance: random.Random, tell: Callable[[str], None] = print
) -> Tally:
    """Run ``command`` that many times, stop it each time, and look at what is left."""
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="storing-") as name:
        folder = Path(name)
        whole, duration = _run_once(command, files, folder)
        for number in range(times):
            number_of_signal = SIGNALS[number % len(SIGNALS)]
            _stop_once(command, files, folder, (chance.uniform(0, duration), number_of_signal), whole, tally)
    tell(
        f"{command.name:24} {tally.runs:4} keer, {tally.stopped:4} gestopt, {len(tally.left)} achtergebleven, "
        f"{len(tally.half)} half, {len(tally.hanging)} blijven hangen, {len(tally.tracebacks)} tracebacks"
    )
    return tally


def _run_once(command: Command, files: dict[str, Path], folder: Path) -> tuple[bytes, float]:
    """The output of an undisturbed run, empty when it writes none, and how long it took in seconds."""
    start = time.monotonic()
    process, output, temporary = _start(command, files, folder)
    process.communicate(timeout=_SLOWEST)
    duration = time.monotonic() - start
    whole = output.read_bytes() if output.exists() else b""
    _empty(output.parent, temporary)
    return whole, duration


def _stop_once(
    command: Command,
    files: dict[str, Path],
    folder: Path,
    moment: tuple[float, signal.Signals],
    whole: bytes,
    tally: Tally,
) -> None:
    delay, number = moment
    process, output, temporary = _start(command, files, folder)
    time.sleep(delay)
    process.send_signal(number)
    tally.runs += 1
    try:
        _, errors = process.communicate(timeout=_SLOWEST)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        tally.hanging.append(f"{command.name} {number.name}")
        return
    tally.stopped += process.returncode not in (0, 1)
    if b"Traceback" in errors and b"ddas" in errors:
        tally.tracebacks.append(f"{command.name} {number.name}: {errors.splitlines()[-1][:80]!r}")
    time.sleep(0.02)  # its own processes notice that it is gone
    if output.exists() and whole and output.read_bytes() != whole:
        tally.half.append(f"{command.name} {number.name}")
    rest = [p.name for p in (*output.parent.iterdir(), *temporary.iterdir()) if p != output]
    tally.left += [f"{command.name} {number.name}: {name}" for name in rest]
    _empty(output.parent, temporary)


def _start(command: Command, files: dict[str, Path], folder: Path) -> tuple[subprocess.Popen[bytes], Path, Path]:
    place, temporary = folder / "uit", folder / "tmp"
    place.mkdir(exist_ok=True)
    temporary.mkdir(exist_ok=True)
    output = place / "uit.json"
    arguments = [a.format(out=output, **files) for a in command.arguments]
    stdin = files["in"].open("rb") if command.piped else subprocess.DEVNULL
    process = subprocess.Popen(
        [sys.executable, "-m", "ddas", *arguments],
        stdin=stdin,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(temporary)},
    )
    if stdin is not subprocess.DEVNULL:
        stdin.close()
    return process, output, temporary


def _empty(*folders: Path) -> None:
    for folder in folders:
        for path in folder.iterdir():
            path.unlink()


def _ddas(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "ddas", *arguments], check=True, capture_output=True)
