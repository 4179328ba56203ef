"""Standard streams that are closed or full, and signals: one Dutch sentence, the right exit code, nothing left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from ddas.cli.main import main
from tests.conftest import ROOT

CLEAN = ROOT / "model" / "schuldhulpverlening" / "v1.0" / "voorbeelden" / "minimaal.json"
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="streams and signals as Linux has them")


def shell(line: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """``$DDAS`` is the command, ``$F`` a good delivery."""
    environment = {**os.environ, "F": str(CLEAN), "DDAS": f"{sys.executable} -m ddas", **variables}
    return subprocess.run(["bash", "-c", line], capture_output=True, env=environment, check=False)


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("$DDAS validate $F > /dev/full", 2, "de schijf is vol"),
        ("$DDAS fields > /dev/full", 2, "de schijf is vol"),
        ("$DDAS validate $F --format json > /dev/full", 2, "de schijf is vol"),
        ("$DDAS validate $F --output /dev/full", 2, "de schijf is vol"),
        ("$DDAS validate $F >&-", 2, "De uitvoer is gesloten"),
        ("$DDAS validate - <&-", 2, "de invoer of uitvoer is gesloten"),
        ("$DDAS validate $F 2>&-", 0, ""),
        ("$DDAS validate $F 2>/dev/full", 0, ""),
        ("$DDAS validate weg.json 2>&-", 2, ""),
        ("$DDAS validate weg.json 2>/dev/full", 2, ""),
        ("$DDAS --nee 2>&-", 2, ""),
        ("$DDAS fields | true; exit ${PIPESTATUS[1]}", 0, ""),
    ],
)
def test_streams(line: str, code: int, told: str) -> None:
    done = shell(line)
    assert done.returncode == code, done
    assert told in done.stderr.decode()
    assert b"Traceback" not in done.stderr + done.stdout
    assert b"Exception ignored" not in done.stderr


@pytest.mark.parametrize("command", ["rules SHV-012 --format json", "diff shv-v0.10 shv-v1.0 --format markdown"])
def test_machine_formats_are_utf8(command: str) -> None:
    plain = shell(f"$DDAS {command}", PYTHONIOENCODING="utf-8").stdout
    for encoding in ("cp1252", "ascii", "latin-1"):
        assert shell(f"$DDAS {command}", PYTHONIOENCODING=encoding).stdout == plain
    plain.decode()


def start(*arguments: object, **options: Any) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "ddas", *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **options,
    )


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_while_reading(tmp_path: Path, number: signal.Signals) -> None:
    one = start("validate", "-", env={**os.environ, "TMPDIR": str(tmp_path)})
    assert one.stdin is not None
    one.stdin.write(b'{"leveringen": [')
    one.stdin.flush()
    end = time.monotonic() + 20
    while time.monotonic() < end and not _has_open(one.pid, str(tmp_path)):
        time.sleep(0.02)
    one.send_signal(number)
    out, err = one.communicate(timeout=30)
    assert (one.returncode, out) == (128 + number, b"")
    assert err.decode() == "ddas: afgebroken. Er is niets achtergebleven.\n"
    assert list(tmp_path.iterdir()) == []


def _has_open(pid: int, folder: str) -> bool:
    try:
        return any(os.readlink(fd).startswith(folder) for fd in Path(f"/proc/{pid}/fd").iterdir())
    except OSError:
        return False


def test_an_unexpected_error_shows_no_value(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("999990019")

    monkeypatch.setattr("ddas.delivery.listing.list_files", fail)
    assert main(["validate", str(CLEAN)]) == 2
    err = capsys.readouterr().err
    assert "999990019" not in err
    assert "KeyError, validate_command.py regel" in err
    assert "Meld hem" in err
