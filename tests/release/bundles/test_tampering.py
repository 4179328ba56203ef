"""Whatever is done to a bundle is found, and the thing it was done to is named."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ddas.rendering.workbook import store_members
from ddas_generators.release.bundles import write_bundles
from ddas_generators.release.bundles.envelope import make_envelope, read_envelope
from ddas_generators.release.bundles.keys import key_id, read_private_key, read_public_key
from ddas_generators.release.bundles.provenance import make_statement
from tests.release.bundles.conftest import ARCHIVE, INDEX, PROVENANCE, SBOM, Bundle


def flip(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


def seal_again(bundle: Bundle, key: Path) -> None:
    """State and sign what is in the folder now, as its maker could."""
    files = {p.name: p.read_bytes() for p in bundle.folder.iterdir() if p.name != PROVENANCE}
    index = json.loads(files[INDEX])["versions"]
    content = make_envelope(make_statement(files, index, {}), read_private_key(key))
    (bundle.folder / PROVENANCE).write_bytes(content)


def test_nothing_is_wrong_with_what_was_made(made_bundle: Bundle) -> None:
    assert made_bundle.wrong() == made_bundle.wrong(root=made_bundle.root) == []


@pytest.mark.parametrize("name", [ARCHIVE, INDEX, SBOM])
@pytest.mark.parametrize("place", [0, 5000, -1])
def test_one_byte_of_a_file(bundle: Bundle, name: str, place: int) -> None:
    flip(bundle.folder / name, place % (bundle.folder / name).stat().st_size)
    assert [line.partition(": ")[0] for line in bundle.wrong()] == [f"fout    {name}"]


def test_any_byte_of_the_statement(bundle: Bundle) -> None:
    path = bundle.folder / PROVENANCE
    whole = path.read_bytes()
    for place in (*range(0, len(whole), 211), *range(len(whole) - 100, len(whole))):
        flip(path, place)
        wrong = bundle.wrong()
        assert any(PROVENANCE in line or "ondertekening" in line for line in wrong), place
        path.write_bytes(whole)


@pytest.mark.parametrize("change", [lambda b: b + b"\n", lambda b: b.replace(b":", b": ", 1), lambda b: b"[" * 200_000])
def test_a_statement_that_is_written_otherwise(bundle: Bundle, change: Callable[[bytes], bytes]) -> None:
    path = bundle.folder / PROVENANCE
    path.write_bytes(change(path.read_bytes()))
    assert bundle.wrong()[0].startswith(f"fout    {PROVENANCE}: is gewijzigd of beschadigd")


@pytest.mark.parametrize("name", [ARCHIVE, INDEX, SBOM, PROVENANCE])
def test_a_missing_file(bundle: Bundle, name: str) -> None:
    (bundle.folder / name).unlink()
    (line,) = bundle.wrong()
    assert line.startswith(f"fout    {name}: ontbreekt")


def test_an_empty_folder_names_all_it_knows_of(bundle: Bundle) -> None:
    for path in bundle.folder.iterdir():
        path.unlink()
    assert [line.partition(": ")[0] for line in bundle.wrong()] == [f"fout    {PROVENANCE}", f"fout    {INDEX}"]


def test_what_does_not_belong_there(bundle: Bundle) -> None:
    (bundle.folder / "erbij\x1b[31m.zip").write_bytes(b"")
    (bundle.folder / "map").mkdir()
    (bundle.folder / ARCHIVE).rename(bundle.folder.parent / ARCHIVE)
    (bundle.folder / ARCHIVE).symlink_to(bundle.folder.parent / ARCHIVE)
    names = [line.partition(": ")[0].removeprefix("fout    ") for line in bundle.wrong()]
    assert names == [ARCHIVE, "erbij\\x1b[31m.zip", "map"]


def test_another_key(bundle: Bundle) -> None:
    (line,) = bundle.wrong(key=bundle.stranger.with_name("vreemd.pub"))
    assert "ondertekening: is van een andere sleutel dan" in line
    seal_again(bundle, bundle.stranger)  # all of it made again, by a stranger
    assert len(bundle.wrong()) == 1


def test_a_stranger_who_uses_the_name_of_the_key(bundle: Bundle) -> None:
    seal_again(bundle, bundle.stranger)
    path = bundle.folder / PROVENANCE
    envelope = read_envelope(path.read_bytes())
    assert envelope
    name = key_id(read_public_key(bundle.public)).encode()
    path.write_bytes(path.read_bytes().replace(envelope.signatures[0].keyid.encode(), name))
    (line,) = bundle.wrong()
    assert "ondertekening: klopt niet" in line


def test_an_unsigned_bundle(bundle: Bundle, tmp_path: Path) -> None:
    write_bundles(bundle.root, tmp_path / "kaal")
    shutil.copy(tmp_path / "kaal" / PROVENANCE, bundle.folder / PROVENANCE)
    (line,) = bundle.wrong()
    assert line.startswith("fout    ondertekening: ontbreekt.")
    flip(bundle.folder / ARCHIVE, 0)
    assert len(bundle.wrong()) == 2


def test_a_signed_statement_about_something_else(bundle: Bundle) -> None:
    key = read_private_key(bundle.private)
    for content in (b'{"_type": "https://in-toto.io/Statement/v1"}', b"niets", b"[]"):
        (bundle.folder / PROVENANCE).write_bytes(make_envelope(content, key))
        assert any("geen verklaring over een bundel" in line for line in bundle.wrong())


def test_a_signed_bundle_that_contradicts_itself(bundle: Bundle) -> None:
    archive = bundle.folder / ARCHIVE
    with zipfile.ZipFile(archive) as opened:
        members = {name: opened.read(name) for name in opened.namelist()}
    first = next(iter(members))
    archive.write_bytes(store_members({name: members[name] + b" " * (name == first) for name in members}))
    seal_again(bundle, bundle.private)
    (line,) = bundle.wrong()
    assert line.startswith(f"fout    {ARCHIVE}: de inhoud is anders dan {INDEX} zegt.")
    bill = bundle.folder / SBOM
    digest = json.loads(bill.read_text(encoding="utf-8"))["components"][0]["components"][0]["hashes"][0]["content"]
    bill.write_bytes(bill.read_bytes().replace(digest.encode(), b"0" * 64))
    (bundle.folder / "erbij.zip").write_bytes(b"")
    seal_again(bundle, bundle.private)
    names = [line.partition(": ")[0].removeprefix("fout    ") for line in bundle.wrong()]
    assert names == [ARCHIVE, "erbij.zip", SBOM]


def replace_archive(bundle: Bundle, content: bytes) -> None:
    """Another archive, with an index that agrees about its bytes, all signed again."""
    (bundle.folder / ARCHIVE).write_bytes(content)
    path = bundle.folder / INDEX
    index = json.loads(path.read_text(encoding="utf-8"))
    index["versions"][0]["archive"] |= {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    path.write_text(json.dumps(index), encoding="utf-8")
    seal_again(bundle, bundle.private)


def test_the_files_in_an_archive(bundle: Bundle) -> None:
    with zipfile.ZipFile(bundle.folder / ARCHIVE) as opened:
        members = {name: opened.read(name) for name in opened.namelist()}
    first, second = list(members)[:2]
    odd = members | {first: b"anders", "bvh-v1.0/nieuw.txt": b""}
    del odd[second]
    replace_archive(bundle, store_members(odd))
    wrong = "\n".join(bundle.wrong())
    assert f"{first} in het archief is anders" in wrong
    assert f"{second} ontbreekt in het archief" in wrong
    assert "bvh-v1.0/nieuw.txt staat in het archief, maar niet in" in wrong
    assert "controlegetal 'uitgave'" in wrong


def test_what_is_no_archive(bundle: Bundle, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bom.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bvh-v1.0/a", b"0" * 10_000_000)
    for content in (b"geen archief", (tmp_path / "bom.zip").read_bytes()):
        replace_archive(bundle, content)
        assert any(f"{ARCHIVE}: dit is geen archief zoals ddas het maakt" in line for line in bundle.wrong())
