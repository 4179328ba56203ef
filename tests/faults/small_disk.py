"""A disk that is too small: outputs are whole or not there. Needs root, to mount one in memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["can_mount", "fill_small_disk"]

_SIZE = "32k"


def can_mount() -> bool:
    """Whether a small disk can be made here."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return False
    try:
        with _small_disk():
            return True
    except subprocess.CalledProcessError:
        return False


def fill_small_disk(files: dict[str, Path]) -> list[str]:
    """Let each command write to a disk that is too small; what went wrong, in Dutch. Empty: all is well."""
    wrong: list[str] = []
    with _small_disk() as disk:
        output = disk / "uit.json"
        for name, arguments in {
            "validate": ("validate", files["in"], "--format", "json", "--max-per-rule", "0", "--output", output),
            "sample": ("sample", "--standard", "shv-v1.0", "--records", "5000", output),
            "migrate": ("migrate", files["old"], output, "--to", "shv-v1.0", "--from", "shv-v0.10"),
        }.items():
            done = subprocess.run(
                [sys.executable, "-m", "ddas", *map(str, arguments)], capture_output=True, text=True, check=False
            )
            if done.returncode != 2 or "de schijf is vol" not in done.stderr or "Traceback" in done.stderr:
                wrong.append(f"{name}: exitcode {done.returncode}, {done.stderr.strip()[-200:]}")
            wrong += [f"{name}: {path.name} blijft achter" for path in disk.iterdir()]
            for path in disk.iterdir():
                path.unlink()
        wrong += _fill_temporary_place(files, disk)
    return wrong


def _fill_temporary_place(files: dict[str, Path], disk: Path) -> list[str]:
    """A pipe whose copy does not fit in the place for temporary files."""
    with files["in"].open("rb") as stream:
        done = subprocess.run(
            [sys.executable, "-m", "ddas", "validate", "-"],
            stdin=stream,
            capture_output=True,
            text=True,
            env={**os.environ, "TMPDIR": str(disk)},
            check=False,
        )
    wrong = [f"validate -: {path.name} blijft achter" for path in disk.iterdir()]
    if done.returncode != 2 or "de schijf is vol" not in done.stderr or "Traceback" in done.stderr:
        wrong.append(f"validate -: exitcode {done.returncode}, {done.stderr.strip()[-200:]}")
    return wrong


@contextmanager
def _small_disk() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="schijf-") as name:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={_SIZE}", "tmpfs", name], check=True, capture_output=True)
        try:
            yield Path(name)
        finally:
            subprocess.run(["umount", name], check=True, capture_output=True)
