"""Fuzz ``ddas.validate`` with atheris: ``make fuzz``, or by hand with options of libFuzzer (``-max_total_time=60``).

A crash leaves its input in ``crash-*``; ``python tests/fuzz/fuzz_validate.py crash-...`` repeats it.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import atheris

with atheris.instrument_imports(include=["ddas.delivery", "ddas.validation", "ddas.rules"]):
    from tests.fuzz.checking import check_input
from tests.fuzz.mutating import spoil

ROOT = Path(__file__).parents[2]
FOLDERS = {"shv-v1.0": "schuldhulpverlening/v1.0", "vs-v0.9": "vroegsignalering/v0.9"}
EXAMPLES = [
    (code, json.loads(path.read_bytes()))
    for code, folder in FOLDERS.items()
    for path in sorted((ROOT / "generated" / folder / "voorbeelden").glob("*.json"))
]


class _FromFuzzer:
    def __init__(self, data: bytes) -> None:
        self._provider = atheris.FuzzedDataProvider(data)

    def below(self, bound: int) -> int:
        """A whole number from 0, under ``bound``."""
        return int(self._provider.ConsumeIntInRange(0, bound - 1))


class _Counter:
    """Prints how many inputs were done, now and then."""

    def __init__(self) -> None:
        self.inputs = 0
        self.start = time.monotonic()

    def __call__(self, data: bytes) -> None:
        chooser = _FromFuzzer(data)
        code, example = EXAMPLES[chooser.below(len(EXAMPLES))]
        check_input(spoil(example, chooser), code)
        self.inputs += 1
        if self.inputs % 1000 == 0:
            print(f"{self.inputs} inputs, {self.inputs / (time.monotonic() - self.start):.0f} a second", flush=True)


def main() -> None:
    """Fuzz until libFuzzer's options say to stop."""
    atheris.Setup(sys.argv, _Counter())
    atheris.Fuzz()


if __name__ == "__main__":
    main()
