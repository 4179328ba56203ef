"""``make faults``: stop each command at random moments, fill a disk, hand over hostile files; count what is left."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path

from tests.faults.killing import COMMANDS, kill_at_random_moments, make_deliveries
from tests.faults.side_files import hand_over_hostile_files
from tests.faults.small_disk import can_mount, fill_small_disk

__all__ = ["main"]


def main() -> int:
    """Exit code 1 when anything is left, half, hanging or told in English."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=200, help="how often each command is stopped")
    parser.add_argument("--records", type=int, default=3000, help="trajectories in the delivery")
    parser.add_argument("--seed", type=int, default=1, help="other moments with another number")
    options = parser.parse_args()
    wrong: list[str] = []
    with tempfile.TemporaryDirectory(prefix="storingen-") as name:
        folder = Path(name)
        files = make_deliveries(folder, options.records)
        for command in COMMANDS:
            tally = kill_at_random_moments(command, files, options.times, random.Random(options.seed))
            wrong += [*tally.left, *tally.half, *tally.hanging, *tally.tracebacks]
        if can_mount():
            wrong += fill_small_disk(files)
            print("kleine schijf: gedaan")
        else:
            print("kleine schijf: overgeslagen, want hier kan geen schijf in het geheugen worden gemaakt (root nodig)")
        hostile = folder / "vreemd"
        hostile.mkdir()
        wrong += hand_over_hostile_files(files["in"], hostile)
        print("vijandige bestanden: gedaan")
    for line in wrong:
        print(f"FOUT {line}")
    print(f"{len(wrong)} dingen mis.")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
