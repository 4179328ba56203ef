"""``ddas preview``: what an edit does, its pages in the browser, and nothing old in either."""

from __future__ import annotations

import http.server
import re
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from ddas.cli.main import main
from ddas.comparison.history import make_pasts
from ddas_generators.editions.edition import build_edition
from ddas_generators.model.register import read_register
from ddas_generators.preview import family as family_module
from ddas_generators.preview.family import FamilyReader
from ddas_generators.preview.live_pages import Board, live_handler
from ddas_generators.preview.page_folder import PageFolder
from ddas_generators.preview.watching import take_snapshot, wait_for_change
from ddas_generators.site.serving import open_server
from ddas_generators.site.version_site import VersionSite, describe_files
from tests.conftest import ROOT
from tests.preview.conftest import edit

PAGE = Path("bootverhuur/v1.0/objecttype/Verhuurbestand/index.html")


def test_the_changed_version_is_found_compared_and_shown(
    checkout: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(checkout, "title: Verhuurbestand", "title: Havenbestand")
    target = tmp_path / "voorbeeld"
    assert main(["preview", "--once", "--output", str(target), "--root", str(checkout)]) == 0
    said = capsys.readouterr().out
    assert "TEKST: 1" in said
    assert "In orde: geen fouten in het model van bvh-v1.0." in said
    assert "Havenbestand" in (target / PAGE).read_text(encoding="utf-8")
    first = (target / "index.html").read_text(encoding="utf-8")
    assert 'href="bootverhuur/v1.0/index.html"' in first
    assert "ander opschrift" in first
    assert "Havenbestand" in (target / "verschil.md").read_text(encoding="utf-8")


def test_a_model_that_cannot_be_read_is_told_with_its_line_and_shows_no_pages(
    checkout: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(checkout, "    title: Verhuurbestand", "   title: Verhuurbestand")
    target = tmp_path / "voorbeeld"
    assert main(["preview", "bvh-v1.0", "--once", "--output", str(target), "--root", str(checkout)]) == 1
    assert re.search(r"model/bootverhuur/v1\.0/verhuur\.yaml:\d+: ", capsys.readouterr().out)
    assert not (target / PAGE).exists()
    assert "verhuur.yaml" in (target / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Geen enkele versie is gewijzigd sinds de laatste commit. Noem de versie die u wilt zien."),
        (["bvh-v9.9"], "Versie 'bvh-v9.9' staat niet in het register. Kies uit: bvh-v1.0."),
        (["bvh-v1.0", "--once"], "--once en --output MAP horen bij elkaar"),
    ],
)
def test_what_cannot_be_shown_is_told(
    committed: Path, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["preview", *arguments, "--root", str(committed)]) == 2
    assert words in capsys.readouterr().err


def test_a_port_in_use_is_told_before_anything_is_made(committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["preview", "bvh-v1.0", "--port", str(port), "--root", str(committed)]) == 2
    assert f"Poort {port} kan niet worden gebruikt: een ander programma gebruikt die al" in capsys.readouterr().err


@pytest.mark.slow
def test_each_save_is_shown_and_control_c_ends_it(checkout: Path) -> None:
    command = [sys.executable, "-m", "ddas.cli.main", "preview", "bvh-v1.0", "--port", "0", "--root", str(checkout)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        address = _wait(process)
        assert "Havenbestand" not in _get(address + PAGE.as_posix())
        edit(checkout, "title: Verhuurbestand", "title: Havenbestand")
        assert _wait(process) == address
        assert "Havenbestand" in _get(address + PAGE.as_posix())
        edit(checkout, "    title: Havenbestand", "   title: Havenbestand")
        _wait(process)
        with pytest.raises(urllib.error.HTTPError, match="503"):
            _get(address + PAGE.as_posix())
        process.send_signal(signal.SIGINT)
        assert process.stderr is not None
        assert (process.wait(), process.stderr.read()) == (0, "")


def test_a_round_leaves_the_same_bytes_as_a_first_one(checkout: Path, tmp_path: Path) -> None:
    folder, fresh = PageFolder(checkout, tmp_path / "een"), PageFolder(checkout, tmp_path / "twee")
    site, files = _made(checkout)
    assert len(folder.update(site, files)) > 40
    assert folder.update(site, files) == ()
    edit(checkout, "title: Verhuurbestand", "title: Havenbestand")
    site, files = _made(checkout)
    assert 0 < len(folder.update(site, files)) < 40
    fresh.update(site, files)
    assert _contents(tmp_path / "een") == _contents(tmp_path / "twee")


def test_a_version_is_read_again_when_a_file_that_it_is_made_of_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    monkeypatch.setattr(family_module, "load", lambda root, version: read.append(version.id.code))
    for version in read_register(ROOT):
        place = tmp_path / "model" / version.id.folder / "schema.yaml"
        place.parent.mkdir(parents=True)
        place.write_text("title: x\n", encoding="utf-8")
    register = tmp_path / "model" / "versies.yaml"
    register.write_bytes((ROOT / "model" / "versies.yaml").read_bytes())
    lender, borrower = (tmp_path / "model" / "schuldhulpverlening" / v / "schema.yaml" for v in ("v1.0", "v0.9"))
    borrower.write_text("tekst_uit: shv-v1.0#Client\n", encoding="utf-8")
    reader = FamilyReader(tmp_path)

    def again() -> list[str]:
        read.clear()
        reader.read("shv-v1.1")
        return list(read)

    assert again() == ["shv-v0.8", "shv-v0.9", "shv-v0.10", "shv-v1.0", "shv-v1.1"]
    assert again() == []
    lender.write_text("title: y\n", encoding="utf-8")
    assert again() == ["shv-v0.9", "shv-v1.0"]
    register.write_text(register.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert len(again()) == 5


def test_waiting_ends_when_the_last_of_several_files_is_written(tmp_path: Path) -> None:
    written = iter(["een.yaml", "twee.yaml"])
    pauses = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        name = next(written, None)
        if name is not None:
            (tmp_path / name).write_text(name, encoding="utf-8")

    before = take_snapshot([tmp_path])
    found = wait_for_change([tmp_path], before, pause=pause)
    assert [Path(path).name for path in sorted(found)] == ["een.yaml", "twee.yaml"]
    assert len(pauses) == 3
    assert take_snapshot([tmp_path / "een.yaml", tmp_path / "niet"]).keys() < found.keys()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[http.server.ThreadingHTTPServer, Board, Path]]:
    board = Board()
    with open_server(tmp_path, 0, live_handler(board)) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server, board, tmp_path
        server.shutdown()
        thread.join()


def test_the_server_is_for_this_computer_and_never_lists_a_folder(
    served: tuple[http.server.ThreadingHTTPServer, Board, Path],
) -> None:
    server, board, folder = served
    address = f"http://127.0.0.1:{server.server_port}/"
    assert server.server_address[0] == "127.0.0.1"
    (folder / "d" / "v1.0").mkdir(parents=True)
    (folder / "d" / "v1.0" / "adressen.json").write_text("{}", encoding="utf-8")
    (folder / "d" / "v1.0" / "index.html").write_text("<p>Hallo", encoding="utf-8")
    assert "Deze versies staan hier" in _get(address)
    with pytest.raises(urllib.error.HTTPError, match="404") as found:
        _get(f"{address}d/")
    assert "Deze bladzijde is er niet." in found.value.read().decode()
    assert _get(f"{address}_ddas/stand") == "0"
    assert _get(f"{address}d/v1.0").startswith("<p>Hallo<script>")
    board.put("<p>Er is een fout")
    with pytest.raises(urllib.error.HTTPError, match="503"):
        _get(f"{address}d/v1.0/index.html")
    assert _get(f"{address}_ddas/stand") == "1"


def _wait(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    for line in process.stdout:
        found = re.search(r"http://127\.0\.0\.1:\d+/", line)
        if found:
            return found[0]
    raise AssertionError("it ended")


def _get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=10) as answer:
        text: str = answer.read().decode()
    return text


def _made(checkout: Path) -> tuple[VersionSite, dict[str, bytes]]:
    ((version, specification),) = FamilyReader(checkout).read("bvh-v1.0")
    edition = build_edition(version, specification, make_pasts([specification])["bvh-v1.0"])
    files = {path.removeprefix("bootverhuur/v1.0/"): content for path, content in sorted(edition.files.items())}
    return VersionSite(specification, (specification,), describe_files(files)), files


def _contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
