"""The one writer: whole or not at all, and nothing lost that the user did not mean to lose."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from ddas.errors import DdasError
from ddas.rendering import files
from ddas.rendering.files import check_target, open_output, write_new_file, write_output
from ddas.rendering.printable import show_path

needs_devices = pytest.mark.skipif(sys.platform != "linux", reason="devices and links as Linux has them")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture(params=["nameless", "beside"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "beside":
        monkeypatch.setattr(files, "_open_nameless", lambda folder: None)
    return str(request.param)


@pytest.mark.usefixtures("way")
def test_a_new_file_and_a_replaced_one(tmp_path: Path) -> None:
    target = tmp_path / "uit.json"
    write_output(target, b"een")
    target.chmod(0o640)
    write_output(target, b"twee", private=True)
    assert target.read_bytes() == b"twee"
    assert mode(target) == 0o640
    assert os.listdir(tmp_path) == ["uit.json"]


@pytest.mark.usefixtures("way")
def test_personal_data_are_for_this_user_alone(tmp_path: Path) -> None:
    write_output(tmp_path / "a", b"", private=True)
    write_output(tmp_path / "b", b"")
    assert mode(tmp_path / "a") == 0o600
    assert mode(tmp_path / "b") != 0o600


@pytest.mark.usefixtures("way")
def test_a_file_that_must_be_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_new_file(tmp_path / "a", b"een", private=True)
    assert mode(tmp_path / "a") == 0o600
    with pytest.raises(DdasError, match="bestaat al"):
        write_new_file(tmp_path / "a", b"twee")
    monkeypatch.setattr(os.path, "lexists", lambda path: False)  # it appears when we have looked
    with pytest.raises(DdasError, match="bestaat al"):
        write_new_file(tmp_path / "a", b"drie")
    assert (tmp_path / "a").read_bytes() == b"een"
    assert os.listdir(tmp_path) == ["a"]


def write_half(target: Path) -> None:
    with open_output(target) as stream:
        stream.write(b"half")
        raise RuntimeError


@pytest.mark.usefixtures("way")
def test_nothing_stays_when_the_work_fails(tmp_path: Path) -> None:
    target = tmp_path / "uit.json"
    target.write_bytes(b"oud")
    with pytest.raises(RuntimeError):
        write_half(target)
    assert target.read_bytes() == b"oud"
    assert os.listdir(tmp_path) == ["uit.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="links as on Linux and a Mac")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "echt").write_bytes(b"oud")
    (tmp_path / "link").symlink_to("echt")
    (tmp_path / "dood").symlink_to("nieuw")
    write_output(tmp_path / "link", b"x")
    write_output(tmp_path / "dood", b"y")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "echt").read_bytes() == b"x"
    assert (tmp_path / "nieuw").read_bytes() == b"y"


@pytest.mark.skipif(sys.platform == "win32", reason="links as on Linux and a Mac")
def test_what_is_refused_stays(tmp_path: Path) -> None:
    source, fixed, twice = tmp_path / "in.json", tmp_path / "vast.json", tmp_path / "twee.json"
    for path in (source, fixed, twice):
        path.write_bytes(b"oud")
    fixed.chmod(0o444)
    os.link(twice, tmp_path / "ook.json")
    (tmp_path / "link.json").symlink_to(source)
    for target, told in (
        (source, "al gebruikt"),
        (tmp_path / "link.json", "al gebruikt"),
        (tmp_path / "." / "in.json", "al gebruikt"),
        (fixed, "alleen-lezen"),
        (twice, "meer dan één naam"),
        (tmp_path, "is een map"),
        (tmp_path / "weg" / "uit.json", "Maak de map eerst"),
        (source / "uit.json", "Maak de map eerst"),
        (tmp_path / ("a" * 300), "te lang"),
        (tmp_path / "a\0b", "kan niet bestaan"),
    ):
        with pytest.raises(DdasError, match=told) as caught:
            write_output(target, b"nieuw", inputs=[source])
        assert caught.value.__context__ is None
    assert [p.read_bytes() for p in (source, fixed, twice)] == [b"oud"] * 3


@needs_devices
def test_devices_and_pipes_are_written_through(tmp_path: Path) -> None:
    before = os.stat("/dev/null")
    write_output(Path("/dev/null"), b"x")
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)
    assert os.stat("/dev/null").st_ino == before.st_ino
    with pytest.raises(DdasError, match="schijf is vol"):
        write_output(Path("/dev/full"), b"x")
    fifo = tmp_path / "pijp"
    os.mkfifo(fifo)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(fifo.read_bytes()))
    reader.start()
    write_output(fifo, b"door de pijp")
    reader.join(10)
    assert read == [b"door de pijp"]
    assert stat.S_ISFIFO(fifo.stat().st_mode)


@needs_devices
def test_the_standard_output_is_not_emptied(tmp_path: Path) -> None:
    code = (
        "from pathlib import Path; from ddas.rendering.files import write_output\n"
        "print('eerst'); write_output(Path('/dev/stdout'), b'dan\\n')"
    )
    with (tmp_path / "uit").open("wb") as stream:
        subprocess.run([sys.executable, "-c", code], stdout=stream, check=True)
    assert (tmp_path / "uit").read_bytes() == b"eerst\ndan\n"


def test_the_text_of_a_delivery_is_no_name(tmp_path: Path) -> None:
    secret = "999990019"
    for text in (f'{{"BSN": "{secret}"}}', f'[{{"BSN": "{secret}"}}]', f' {{"a": "{secret}"}}', secret * 30):
        assert secret not in show_path(text)
        with pytest.raises(DdasError) as caught:
            check_target(Path(text + "/" + secret))
        assert secret not in repr(caught.value) + repr(caught.value.__context__)
    long = tmp_path / ("a" * 150) / ("b" * 150)
    long.mkdir(parents=True)
    assert show_path(long) == str(long)
    assert show_path("x\x1b[31m\u202ey") == "x\\x1b[31m\\u202ey"
