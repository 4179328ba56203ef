"""``ddas validate`` as a process: pipes, folders, several files, exceptions, a stop halfway, a full disk."""

from __future__ import annotations

import errno
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, BinaryIO
from xml.etree import ElementTree as ET

import pytest

import ddas
from ddas.cli.main import main
from ddas.errors import DdasError
from ddas.validation.structure.explainer import make_explainer
from ddas.validation.suppression import FILE_NAME
from tests.conftest import ROOT, load_standard
from tests.wire.mutations import iter_single_mutations

EXAMPLES = ROOT / "model" / "schuldhulpverlening" / "v1.0" / "voorbeelden"
CLEAN = EXAMPLES / "schoon.json"
OLD = ROOT / "model" / "schuldhulpverlening" / "v0.10" / "voorbeelden" / "volledig.json"
MUNICIPALITY, BANK = EXAMPLES / "samenloop-gemeente.json", EXAMPLES / "samenloop-kredietbank.json"
BSN_PATH = "/leveringen/*/schuldhulptrajecten/*/client/*/Burgerservicenummer"


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    try:
        code = main([str(a) for a in arguments])
    except SystemExit as stop:
        code = int(str(stop.code))
    out, err = capsys.readouterr()
    return code, out, err


def process(*arguments: object, **options: Any) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "ddas.cli.main", *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT / "generators")},
        **options,
    )


@pytest.fixture
def wrong_bsn(tmp_path: Path) -> Path:
    delivery = json.loads(CLEAN.read_text(encoding="utf-8"))
    delivery["leveringen"][0]["schuldhulptrajecten"][0]["client"][0]["Burgerservicenummer"] = "123456789"
    path = tmp_path / "bsn.json"
    path.write_text(json.dumps(delivery), encoding="utf-8")
    return path


def exceptions(folder: Path, **changes: str) -> Path:
    rows = {"regel": "SHV-012", "pad": BSN_PATH, "reden": "Afgesproken.", "tot": "2999-12-31"} | changes
    path = folder / "uitzonderingen.toml"
    lines = "\n".join(f"{key} = {json.dumps(value)}" for key, value in rows.items())
    path.write_text(f"[[uitzondering]]\n{lines}\n", encoding="utf-8")
    return path


def exception_report(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, Any]:
    code, out, _ = run(capsys, "validate", *arguments, "--format", "json")
    return code, json.loads(out)["files"][0]


@pytest.mark.parametrize(
    ("changes", "code", "status"),
    [
        ({}, 0, "gebruikt"),
        ({"pad": "/leveringen/**"}, 0, "gebruikt"),
        ({"pad": BSN_PATH.replace("*", "0", 1)}, 0, "gebruikt"),
        ({"pad": "/leveringen/*/teller"}, 1, "ongebruikt"),
        ({"regel": "SHV-014a"}, 1, "ongebruikt"),
        ({"regel": "SHV-999"}, 1, "onbekend"),
        ({"tot": "2020-01-01"}, 1, "verlopen"),
    ],
)
def test_exceptions(
    capsys: pytest.CaptureFixture[str], wrong_bsn: Path, changes: dict[str, str], code: int, status: str
) -> None:
    got, report = exception_report(capsys, wrong_bsn, "--exceptions", exceptions(wrong_bsn.parent, **changes))
    assert got == code
    assert [e["status"] for e in report["exceptions"]] == [status]
    assert [f["rule"] for f in report["findings"]] == (["SHV-012"] if code else [])
    text = run(capsys, "validate", wrong_bsn, "--exceptions", wrong_bsn.parent / "uitzonderingen.toml")[1]
    assert "Afgesproken." in text


def test_exceptions_in_this_folder(
    capsys: pytest.CaptureFixture[str], wrong_bsn: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(wrong_bsn.parent)
    assert run(capsys, "validate", wrong_bsn)[0] == 1
    exceptions(wrong_bsn.parent).rename(wrong_bsn.parent / FILE_NAME)
    assert run(capsys, "validate", wrong_bsn)[0] == 0


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "kan niet worden gelezen: het bestand of de map bestaat niet"),
        (b"regel = ", "geen geldige TOML"),
        (b"\xff", "geen UTF-8"),
        (b"a = 1", "alleen tabellen"),
        (b'[[uitzondering]]\nregel = "SHV-012"\n', "'pad' ontbreekt"),
        (b'[[uitzondering]]\nkleur = "rood"\n', "een sleutel is onbekend"),
        (b'[[uitzondering]]\nregel = "SHV-S02"\npad = "/x"\nreden = "x"\n', "opbouw zijn niet uit te zetten"),
        (b'[[uitzondering]]\nregel = "DDAS-B01"\npad = "/x"\nreden = "x"\n', "opbouw zijn niet uit te zetten"),
        (b'[[uitzondering]]\nregel = "SHV-012"\npad = "x"\nreden = "x"\n', "schuine streep"),
        (b'[[uitzondering]]\nregel = "SHV-012"\npad = "/x"\nreden = "x"\ntot = "gisteren"\n', "geen bestaande dag"),
        (b'[[uitzondering]]\nregel = "SHV-012"\npad = "/x"\nreden = "x"\ntot = 5\n', "geen dag"),
    ],
)
def test_wrong_exceptions(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes | None, words: str
) -> None:
    path = tmp_path / "u.toml"
    if content is not None:
        path.write_bytes(content)
    code, out, err = run(capsys, "validate", CLEAN, "--exceptions", path)
    assert (code, out) == (2, "")
    assert words in err


def test_folder_and_several_files(capsys: pytest.CaptureFixture[str], tmp_path: Path, wrong_bsn: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "goed.json").write_bytes(CLEAN.read_bytes())
    (tmp_path / "b" / "iets.txt").write_text("x", encoding="utf-8")
    code, out, _ = run(capsys, "validate", tmp_path, "--format", "json")
    assert code == 1
    assert [Path(f["file"]).name for f in json.loads(out)["files"]] == ["goed.json", "bsn.json"]
    empty = tmp_path / "leeg"
    empty.mkdir()
    code, _, err = run(capsys, "validate", empty)
    assert code == 2
    assert "staan geen aanleveringen die eindigen op .json" in err


def test_samenloop_across_files(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "validate", MUNICIPALITY, BANK)
    assert code == 0
    assert "DDAS-C01 Een cliënt heeft trajecten bij verschillende organisaties: 1 plek" in out
    [finding] = json.loads(run(capsys, "validate", MUNICIPALITY, BANK, "--format", "json")[1])["across"]
    assert finding["file"] in (str(MUNICIPALITY), str(BANK))
    [log] = json.loads(run(capsys, "validate", MUNICIPALITY, BANK, "--format", "sarif")[1])["runs"]
    [result] = [r for r in log["results"] if r["ruleId"] == "DDAS-C01"]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place["uri"].endswith(Path(finding["file"]).name)
    assert log["artifacts"][place["index"]]["location"]["uri"] == place["uri"]
    assert "DDAS-C01" not in run(capsys, "validate", MUNICIPALITY)[1]
    assert "DDAS-C01" not in run(capsys, "validate", MUNICIPALITY, MUNICIPALITY)[1]


def test_junit_has_a_test_for_every_rule(capsys: pytest.CaptureFixture[str], wrong_bsn: Path) -> None:
    rules = load_standard("shv-v1.0").rules
    out = run(capsys, "validate", wrong_bsn, "--format", "junit")[1]
    [suite] = ET.fromstring(out)
    names = [case.get("name", "") for case in suite.findall("testcase")]
    assert {name.split()[0] for name in names} == {"Het", "SHV-S", *(r.id for r in rules)}
    assert suite.get("tests") == str(len(rules) + 2)
    assert [case.get("name", "")[:7] for case in suite.findall("testcase[failure]")] == ["SHV-012"]
    [alone] = ET.fromstring(run(capsys, "validate", wrong_bsn, "--format", "junit", "--structure-only")[1])
    assert alone.get("tests") == "2"


def test_pipe(capsys: pytest.CaptureFixture[str], wrong_bsn: Path) -> None:
    one = process("validate", "-", "--format", "json")
    out, err = one.communicate(wrong_bsn.read_bytes())
    assert (one.returncode, err) == (1, b"")
    assert [f["rule"] for f in json.loads(out)["files"][0]["findings"]] == ["SHV-012"]


def test_tip_on_an_older_version(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    old, new = make_explainer(load_standard("shv-v0.10")), make_explainer(load_standard("shv-v1.0"))
    corpus = (d for _, d in iter_single_mutations(load_standard("shv-v0.10")))
    path = tmp_path / "oud.json"
    path.write_text(json.dumps(next(d for d in corpus if old.accepts(d) and not new.accepts(d))), encoding="utf-8")
    code, out, _ = run(capsys, "validate", path)
    assert code == 1
    assert "Tip: shv-v0.10 neemt dit bestand wel aan." in out


def test_standard_of_another_domain(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "validate", CLEAN, "--standard", "vs-v0.9")
    assert code == 1
    assert "vs-v0.9" in out


def test_library_call(wrong_bsn: Path, tmp_path: Path) -> None:
    for delivery in (wrong_bsn, str(wrong_bsn), wrong_bsn.read_bytes()):
        (report,) = ddas.validate(delivery).files
        assert dict(report.totals) == {"SHV-012": 1}
        assert report.standard == "shv-v1.0"
    assert ddas.validate(wrong_bsn, rules=False).files[0].verdict == "goed"
    assert ddas.validate(wrong_bsn, exceptions=exceptions(tmp_path)).files[0].verdict == "goed"
    assert ddas.validate(b"").files[0].totals == {"DDAS-B01": 1}
    with pytest.raises(DdasError, match="bestaat niet"):
        ddas.validate(tmp_path / "weg.json")
    with pytest.raises(DdasError, match="Kies uit"):
        ddas.validate(wrong_bsn, "shv-v9.9")


def large(path: Path, count: int) -> Path:
    """A large file: one record, many times."""
    delivery = json.loads(CLEAN.read_text(encoding="utf-8"))
    record = json.dumps(delivery["leveringen"][0]["schuldhulptrajecten"][0])
    delivery["leveringen"][0]["schuldhulptrajecten"] = ["HERE"]
    before, after = json.dumps(delivery).split('"HERE"')
    with path.open("w", encoding="utf-8") as stream:
        stream.write(before)
        for number in range(count):
            stream.write(("," if number else "") + record)
        stream.write(after)
    return path


def children(pid: int) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = (entry / "stat").read_text().rsplit(")", 1)[1].split()[1]
            except (OSError, IndexError):
                continue
            if int(parent) == pid:
                found.append(int(entry.name))
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="looks in /proc")
@pytest.mark.parametrize("processes", [1, 2])
def test_stop_halfway(tmp_path: Path, processes: int) -> None:
    folder = tmp_path / "uit"
    folder.mkdir()
    path = large(tmp_path / "groot.json", 100_000)
    output = folder / "verslag.json"
    one = process("validate", path, "--format", "json", "--output", output, "--processes", processes)
    workers: list[int] = []
    end = time.monotonic() + 20
    while time.monotonic() < end and (len(workers) < processes if processes > 1 else not _reads(one.pid, path)):
        workers = children(one.pid)
        time.sleep(0.005)
    one.send_signal(signal.SIGINT)
    out, err = one.communicate(timeout=30)
    assert (out, err.decode()) == (b"", "ddas: afgebroken.\n")
    assert one.returncode in (130, -signal.SIGINT)  # Python itself ends by the signal when it came during an exec
    assert list(folder.iterdir()) == []
    assert len(workers) == (processes if processes > 1 else 0)
    assert [w for w in workers if Path(f"/proc/{w}").exists()] == []


def _reads(pid: int, path: Path) -> bool:
    try:
        return any(os.readlink(fd) == str(path) for fd in Path(f"/proc/{pid}/fd").iterdir())
    except OSError:
        return False


class FullDisk(io.FileIO):
    """Takes some bytes and then no more."""

    def write(self, data: Any) -> int:
        if self.tell() > 100:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(bytes(data)[:101])


@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_full_disk(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    def open_small(handle: int, mode: str) -> BinaryIO:
        return io.BufferedWriter(FullDisk(handle, mode))  # type: ignore[return-value]

    output = tmp_path / "verslag"
    output.write_text("oud", encoding="utf-8")
    monkeypatch.setattr(os, "fdopen", open_small)
    code, out, err = run(capsys, "validate", CLEAN, OLD, "--format", form, "--output", output)
    assert (code, out) == (2, "")
    assert "kan niet worden geschreven: de schijf is vol." in err
    assert output.read_text(encoding="utf-8") == "oud"
    assert [p.name for p in tmp_path.iterdir()] == ["verslag"]


def test_output_folder_that_is_not_there(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out, err = run(capsys, "validate", CLEAN, "--output", tmp_path / "weg" / "v.txt")
    assert (code, out) == (2, "")
    assert "Maak de map eerst" in err
