"""A short run of ``make faults``: the same code, fewer moments."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from tests.faults.killing import COMMANDS, Command, kill_at_random_moments, make_deliveries
from tests.faults.side_files import hand_over_hostile_files
from tests.faults.small_disk import can_mount, fill_small_disk

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="signals and files without a name as Linux has them"),
]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return make_deliveries(tmp_path_factory.mktemp("leveringen"), 500)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.name)
def test_a_stopped_command_leaves_nothing(command: Command, files: dict[str, Path]) -> None:
    tally = kill_at_random_moments(command, files, 4, random.Random(command.name))
    assert tally.runs == 4
    assert tally.is_clean, tally


@pytest.mark.skipif(not can_mount(), reason="no small disk can be mounted here")
def test_a_disk_that_is_too_small(files: dict[str, Path]) -> None:
    assert fill_small_disk(files) == []


def test_hostile_side_files(files: dict[str, Path], tmp_path: Path) -> None:
    assert hand_over_hostile_files(files["in"], tmp_path, every=3) == []
