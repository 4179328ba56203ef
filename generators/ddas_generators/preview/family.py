"""The versions of one domain as their models are now; a version is read again only when its files have changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from ddas.standard.specification import Specification
from ddas_generators.model.load import forget_views, load
from ddas_generators.model.register import RegisteredVersion, model_folder, read_register

__all__ = ["FamilyReader"]


class FamilyReader:
    """Reads the versions of a domain of the checkout ``root``, and remembers what it read."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._read: dict[str, tuple[str, Specification]] = {}

    def read(self, code: str) -> tuple[tuple[RegisteredVersion, Specification], ...]:
        """The version ``code`` and all others of its domain, oldest first.

        Raises:
            DdasError: the version is not in the register, or a model is wrong.
        """
        versions = read_register(self._root)
        domains = {v.id.domain for v in versions if v.id.code == code}
        return tuple((v, self._specification(v, versions)) for v in versions if v.id.domain in domains)

    def _specification(self, version: RegisteredVersion, versions: Iterable[RegisteredVersion]) -> Specification:
        key = _digest(self._root, version, versions)
        known = self._read.get(version.id.code)
        if known is not None and known[0] == key:
            return known[1]
        specification = load(self._root, version)
        forget_views()
        self._read[version.id.code] = key, specification
        return specification


def _digest(root: Path, version: RegisteredVersion, versions: Iterable[RegisteredVersion]) -> str:
    """Of every file that the version is made of: its own, what all share, and the versions whose texts it borrows."""
    own = _read_files(model_folder(root, version))
    text = b"\n".join(own)
    lenders = [v for v in versions if v != version and _names(text, version, v)]
    shared = [(root / "model" / "versies.yaml").read_bytes(), *_read_files(root / "model" / "gedeeld")]
    borrowed = [content for v in lenders for content in _read_files(model_folder(root, v))]
    digest = hashlib.sha256()
    for content in (*own, *shared, *borrowed):
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()


def _names(text: bytes, version: RegisteredVersion, other: RegisteredVersion) -> bool:
    """Whether the files borrow a text from the other version (``tekst_uit``) or import a file of it."""
    marks = [f"{other.id.code}#", f"{other.id.folder}/"]
    if other.id.domain == version.id.domain:
        marks.append(f"../{other.id.version}/")
    return any(mark.encode() in text for mark in marks)


def _read_files(folder: Path) -> list[bytes]:
    """Name and content by turns, so that a file with another name counts as another one."""
    paths = sorted(p for p in folder.rglob("*") if p.is_file())
    return [part for p in paths for part in (p.relative_to(folder).as_posix().encode(), p.read_bytes())]
