"""Hostile side files for every command that takes one: a clear refusal, in time, without a traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

__all__ = ["hand_over_hostile_files"]

_SLOWEST = 30  # seconds
_CONTENTS = {
    "leeg": b"",
    "nullen": bytes(100_000),
    "diepe toml": b"x = " + b"[" * 100_000 + b"]" * 100_000,
    "lang getal": b"x = " + b"9" * 100_000,
    "diepe json": b'{"properties":' * 50_000 + b"1" + b"}" * 50_000,
    "lange regel": b"# stand: 2026-01-01\ncode,naam,ingang,einde,opvolger\n" + b"x" * 5_000_000,
    "geen utf-8": b"\xff\xfe\xfa" * 1000,
    "stuurtekens": b'{"properties": {"\x1b[31m": {"type": "object"}}, "$id": "v9.9"}',
    "groot": b"x" * 40_000_000,
}


def hand_over_hostile_files(delivery: Path, folder: Path, every: int = 1) -> list[str]:
    """Try each content at each place, or one of ``every``; what went wrong, in Dutch. Empty: all is well."""
    wrong: list[str] = []
    for number, (name, content) in enumerate(_CONTENTS.items()):
        path = folder / "v9.9.schema.json"
        path.write_bytes(content)
        uses = _uses(delivery, path)[number % every :: every]
        wrong += [found for arguments in uses if (found := _try(name, arguments))]
    if Path("/dev/zero").exists():
        endless = _uses(delivery, Path("/dev/zero"))[::every]
        wrong += [found for arguments in endless if (found := _try("/dev/zero", arguments))]
    return wrong


def _uses(delivery: Path, path: Path) -> list[tuple[str, ...]]:
    given = str(path)
    return [
        ("validate", str(delivery), "--exceptions", given),
        ("validate", str(delivery), "--municipalities", given),
        ("diff", "shv-v1.0", given),
        ("diff", given, "shv-v1.0"),
        ("show", given, "/leveringen"),
        ("migrate", given, str(path.with_name("uit.json")), "--to", "shv-v1.0"),
    ]


def _try(name: str, arguments: tuple[str, ...]) -> str:
    """What is wrong with how this ended; empty when it was refused as it should."""
    told = f"{name}: {arguments[0]}"
    command = [sys.executable, "-m", "ddas", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SLOWEST, check=False)
    except subprocess.TimeoutExpired:
        return f"{told}: niet klaar in {_SLOWEST} seconden"
    said = done.stdout + done.stderr
    if b"Traceback" in said or b"fout in ddas" in said or b"\x1b" in said or done.returncode not in (1, 2):
        return f"{told}: exitcode {done.returncode}, {said.strip()[-200:]!r}"
    return ""
