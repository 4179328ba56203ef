"""What the commands say, and the comparison with the register of a checkout."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ddas.cli.main import main
from ddas_generators.release.bundles import Mark, verify_bundle, write_bundles
from ddas_generators.release.bundles.keys import key_id, read_public_key
from tests.release.bundles.conftest import ARCHIVE, Bundle
from tests.release.desk import Desk

REGISTER = Path("model", "versies.yaml")


def test_verify_in_a_checkout(made_bundle: Bundle, adopted: Desk) -> None:
    code, out = adopted.ddas("release", "verify", str(made_bundle.folder), "--key", str(made_bundle.public))
    assert code == 0, out
    lines = out.splitlines()
    assert all(line.startswith("goed ") for line in lines[:-1])
    assert [line.split()[1].rstrip(":") for line in lines[:-1]] == [
        "ondertekening",
        "bestanden",
        "archieven",
        "onderdelen.cdx.json",
        "register",
        "herkomst",
    ]
    assert key_id(read_public_key(made_bundle.public)) in lines[0]
    assert "bvh-v1.0 revisie 0" in lines[2]
    assert lines[-1] == "De bundel is in orde."


def test_verify_without_a_checkout(
    bundle: Bundle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    arguments = ["release", "verify", str(bundle.folder), "--key", str(bundle.public)]
    assert main(arguments) == 0
    assert "let op  register: niet vergeleken" in capsys.readouterr().out
    (bundle.folder / ARCHIVE).unlink()
    assert main(arguments) == 1
    out = capsys.readouterr().out
    assert f"fout    {ARCHIVE}: ontbreekt. Haal de bundel opnieuw op bij de uitgever." in out
    assert out.endswith("De bundel is niet in orde. Aantal fouten: 1. Gebruik deze bundel niet.\n")
    assert main([*arguments, "--root", str(tmp_path)]) == 2  # named, and no checkout


def test_a_register_that_says_otherwise(made_bundle: Bundle, adopted: Desk) -> None:
    path = adopted.root / REGISTER
    before = path.read_text(encoding="utf-8")
    norm = str(adopted.row("bvh-v1.0")["norm"])
    path.write_text(before.replace(norm, "0" * 64), encoding="utf-8")
    (line,) = made_bundle.wrong(root=adopted.root)
    assert line.startswith("fout    bvh-v1.0: het controlegetal 'norm' is anders")
    path.write_text(before.replace("versie: v1.0", "versie: v1.0\n    revisie: 4"), encoding="utf-8")
    (line,) = made_bundle.wrong(root=adopted.root)
    assert "de bundel heeft revisie 0, en model/versies.yaml heeft revisie 4" in line
    path.write_text(before.replace("versie: v1.0", "versie: v7.0"), encoding="utf-8")
    (line,) = made_bundle.wrong(root=adopted.root)
    assert "bvh-v1.0: staat niet in model/versies.yaml" in line


def test_a_model_that_went_on_is_only_noted(made_bundle: Bundle, adopted: Desk) -> None:
    (adopted.root / "model" / "nieuw.txt").write_text("x", encoding="utf-8")
    (adopted.root / "model" / ".verborgen").write_text("x", encoding="utf-8")
    verdicts = verify_bundle(made_bundle.folder, made_bundle.public, adopted.root)
    notes = [v.message for v in verdicts if v.mark is Mark.NOTE]
    assert len(notes) == 1
    assert notes[0].endswith("1 bestanden zijn anders, zoals model/nieuw.txt.")
    assert not any(v.mark is Mark.WRONG for v in verdicts)


def test_a_signed_bundle_is_the_same_twice(made_bundle: Bundle, adopted: Desk, tmp_path: Path) -> None:
    for path in adopted.root.rglob("*"):
        os.utime(path, (0, 0))
    write_bundles(adopted.root, tmp_path / "nog", made_bundle.private)
    again = {p.name: p.read_bytes() for p in (tmp_path / "nog").iterdir()}
    assert again == {p.name: p.read_bytes() for p in made_bundle.folder.iterdir()}


def test_bundle_says_when_it_is_not_signed_and_wants_a_folder_of_its_own(adopted: Desk, tmp_path: Path) -> None:
    code, out = adopted.ddas("release", "bundle", "--output", str(tmp_path / "uit"))
    assert (code, "niet ondertekend" in out) == (0, True)
    (tmp_path / "uit" / "oud.zip").write_bytes(b"")
    before = {p.name: p.stat().st_ino for p in (tmp_path / "uit").iterdir()}
    code, out = adopted.ddas("release", "bundle", "--output", str(tmp_path / "uit"))
    assert (code, "oud.zip" in out, "Kies een lege map" in out) == (2, True, True)
    assert {p.name: p.stat().st_ino for p in (tmp_path / "uit").iterdir()} == before


def test_keygen_never_overwrites_and_keeps_the_key_to_this_user(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    private, public = tmp_path / "sleutel", tmp_path / "sleutel.pub"
    umask = os.umask(0)
    try:
        assert main(["release", "keygen", str(private)]) == 0
    finally:
        os.umask(umask)
    out = capsys.readouterr().out
    assert private.stat().st_mode & 0o777 == 0o600
    secret = private.read_bytes()
    assert secret.splitlines()[1].decode() not in out
    assert key_id(read_public_key(public)) in out
    for left in ("beide", "alleen de geheime"):
        held = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
        assert main(["release", "keygen", str(private)]) == 2, left
        assert "bestaat al en blijft zoals het is" in capsys.readouterr().err
        assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == held
        public.unlink(missing_ok=True)
    assert main(["release", "keygen", str(tmp_path / "weg" / "sleutel")]) == 2
    assert "Maak de map eerst" in capsys.readouterr().err


def odd_keys(folder: Path) -> dict[str, Path]:
    pem, pkcs8 = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    locked = serialization.BestAvailableEncryption(b"geheim")
    curve = generate_private_key(SECP256R1())
    public = curve.public_key().public_bytes(pem, serialization.PublicFormat.SubjectPublicKeyInfo)
    contents = {
        "leeg": b"",
        "tekst": b"dit is geen sleutel",
        "kapot": b"-----BEGIN PRIVATE KEY-----\nZZZZ\n-----END PRIVATE KEY-----\n",
        "kapot.pub": b"-----BEGIN PUBLIC KEY-----\nZZZZ\n-----END PUBLIC KEY-----\n",
        "slot": Ed25519PrivateKey.generate().private_bytes(pem, pkcs8, locked),
        "krom": curve.private_bytes(pem, pkcs8, serialization.NoEncryption()),
        "krom.pub": public,
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return {name: folder / name for name in (*contents, "weg", ".")}


def test_a_key_that_is_none_is_refused_and_not_shown(
    bundle: Bundle, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keys = odd_keys(tmp_path)
    for name, path in [*keys.items(), ("openbaar", bundle.public)]:
        code = main(
            ["release", "bundle", "--output", str(tmp_path / "o"), "--key", str(path), "--root", str(bundle.root)]
        )
        err = capsys.readouterr().err
        assert (code, err.startswith("ddas: ")) == (2, True), name
        assert "BEGIN" not in err + str(os.listdir(tmp_path))
    assert not (tmp_path / "o").exists()
    for name, path in [*keys.items(), ("geheim", bundle.private)]:
        code = main(["release", "verify", str(bundle.folder), "--key", str(path)])
        assert (code, capsys.readouterr().err.startswith("ddas: ")) == (2, True), name


def test_a_folder_that_is_none(bundle: Bundle, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in (bundle.folder / "weg", bundle.folder / ARCHIVE):
        assert main(["release", "verify", str(folder), "--key", str(bundle.public)]) == 2
        assert "Noem de map van de bundel" in capsys.readouterr().err
    shutil.rmtree(bundle.folder)
