"""The keys of the maintainer: Ed25519, as PEM files that OpenSSL reads too."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from ddas.errors import DdasError
from ddas.rendering.files import write_new_file
from ddas.rendering.printable import show_path
from ddas.rendering.side_files import read_side_file

__all__ = ["key_id", "read_private_key", "read_public_key", "write_key_pair"]

_LIMIT = 100_000  # bytes; a key takes about a hundred
_PRIVATE_MARK, _PUBLIC_MARK = b"PRIVATE KEY-----", b"PUBLIC KEY-----"


def write_key_pair(private: Path) -> tuple[Path, str]:
    """Make a key, for this user alone, and beside it the public half; gives its path and its ``key_id``.

    Raises:
        DdasError: one of the two exists already or cannot be written. Then neither is left behind.
    """
    public = private.with_name(f"{private.name}.pub")
    key = Ed25519PrivateKey.generate()
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    public_pem = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    write_new_file(public, public_pem)
    try:
        write_new_file(private, pem, private=True)
    except BaseException:
        public.unlink(missing_ok=True)
        raise
    return public, key_id(key.public_key())


def read_private_key(path: Path) -> Ed25519PrivateKey:
    """The key in a PEM file.

    Raises:
        DdasError: it cannot be read, or is no private Ed25519 key without password. The message holds nothing of it.
    """
    content = read_side_file(path, limit=_LIMIT)
    name = show_path(path)
    if _PUBLIC_MARK in content and _PRIVATE_MARK not in content:
        raise DdasError(f"{name} is een openbare sleutel. Onderteken met de geheime sleutel die erbij hoort.")
    key = _load(lambda: serialization.load_pem_private_key(content, password=None))
    if not isinstance(key, Ed25519PrivateKey):
        raise DdasError(
            f"{name} is geen geheime sleutel van de soort Ed25519 zonder wachtwoord. "
            "Maak er een met: ddas release keygen BESTAND"
        )
    return key


def read_public_key(path: Path) -> Ed25519PublicKey:
    """The public key in a PEM file.

    Raises:
        DdasError: it cannot be read, or is no public Ed25519 key.
    """
    content = read_side_file(path, limit=_LIMIT)
    name = show_path(path)
    if _PRIVATE_MARK in content:
        raise DdasError(
            f"{name} is een geheime sleutel. Controleren gaat met de openbare sleutel: het bestand op .pub."
        )
    key = _load(lambda: serialization.load_pem_public_key(content))
    if not isinstance(key, Ed25519PublicKey):
        raise DdasError(
            f"{name} is geen openbare sleutel van de soort Ed25519. Vraag de uitgever om het juiste bestand."
        )
    return key


def key_id(public: Ed25519PublicKey) -> str:
    """What names a key: the SHA-256 of its public half (DER, SubjectPublicKeyInfo)."""
    encoded = public.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return hashlib.sha256(encoded).hexdigest()


def _load(read: Callable[[], object]) -> object:
    """What the library reads; None when it refuses. Its exceptions may tell of the content: they stay here."""
    try:
        return read()
    except (ValueError, TypeError, UnsupportedAlgorithm):
        return None
