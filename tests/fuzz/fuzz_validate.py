"""Fuzz ``ddas.validate`` with atheris: ``make fuzz``, or by hand with options of libFuzzer (``-max_total_time=60``).

A crash leaves its input in ``crash-*``; ``python tests/fuzz/fuzz_validate.py crash-...`` repeats it.
"""

from __future__ import annotations

import json
import sys
import time
import zlib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import atheris

with atheris.instrument_imports(include=["ddas.delivery", "ddas.validation", "ddas.rules"]):
    from tests.fuzz.checking import check_input, check_records
from ddas.sampling.choices import Choices
from tests.fuzz.mutating import spoil, spoil_records

RECORDS = 40
ROOT = Path(__file__).parents[2]
FOLDERS = {"shv-v1.0": "schuldhulpverlening/v1.0", "vs-v0.9": "vroegsignalering/v0.9"}
EXAMPLES = [
    (code, json.loads(path.read_bytes()))
    for code, folder in FOLDERS.items()
    for path in sorted((ROOT / "generated" / folder / "voorbeelden").glob("*.json"))
]


class _FromFuzzer:
    """The fuzzer's bytes, and when they are used up choices that follow from them."""

    def __init__(self, data: bytes) -> None:
        self._provider = atheris.FuzzedDataProvider(data)
        self._more = Choices(zlib.crc32(data))

    def below(self, bound: int) -> int:
        """A whole number from 0, under ``bound``."""
        if self._provider.remaining_bytes():
            return int(self._provider.ConsumeIntInRange(0, bound - 1))
        return self._more.below(bound)


class _Counter:
    """Prints how much was done, now and then: starting a check costs far more than one record in it."""

    def __init__(self) -> None:
        self.inputs = 0
        self.records = 0
        self.start = time.monotonic()

    def __call__(self, data: bytes) -> None:
        chooser = _FromFuzzer(data)
        code, example = EXAMPLES[chooser.below(len(EXAMPLES))]
        if chooser.below(3) == 0:
            check_input(spoil(example, chooser), code)
        else:
            self.records += check_records(spoil_records(example, chooser, RECORDS), code)
        self.inputs += 1
        if self.inputs % 100 == 0:
            seconds = time.monotonic() - self.start
            print(f"{self.inputs} inputs, {self.records} spoiled records, {seconds:.0f} seconds", flush=True)


def main() -> None:
    """Fuzz until libFuzzer's options say to stop."""
    atheris.Setup(sys.argv, _Counter())
    atheris.Fuzz()


if __name__ == "__main__":
    main()
