"""Every registered version with its artefacts: what ``generate`` writes and ``release`` seals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ddas.comparison.history import Past, make_pasts
from ddas.standard.specification import Specification
from ddas_generators.editions.digests import make_checksums
from ddas_generators.editions.write import make_artefacts
from ddas_generators.model.load import load
from ddas_generators.model.register import RegisteredVersion, read_register

__all__ = ["CHECKSUMS_FILE", "Edition", "build_edition", "build_editions", "load_versions", "read_issued"]

CHECKSUMS_FILE = "SHA256SUMS"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A version as it stands in the model. ``files``: path below ``generated/`` → content."""

    version: RegisteredVersion
    specification: Specification
    past: Past
    files: dict[str, bytes]


def load_versions(root: Path) -> tuple[tuple[RegisteredVersion, Specification], ...]:
    """All registered versions with what their model says, in register order."""
    return tuple((version, load(root, version)) for version in read_register(root))


def build_editions(pairs: Iterable[tuple[RegisteredVersion, Specification]]) -> tuple[Edition, ...]:
    """These versions with their artefacts, in order; they hold each other's predecessors."""
    known = tuple(pairs)
    pasts = make_pasts(specification for _, specification in known)
    return tuple(build_edition(version, specification, pasts[version.id.code]) for version, specification in known)


def build_edition(version: RegisteredVersion, specification: Specification, past: Past) -> Edition:
    """One version with its artefacts; ``past``: what changed since its predecessors."""
    files = make_artefacts(specification, past)
    folder = version.id.folder
    checksums = make_checksums({path.removeprefix(f"{folder}/"): content for path, content in files.items()})
    files |= {f"{folder}/{CHECKSUMS_FILE}": checksums}
    return Edition(version=version, specification=specification, past=past, files=files)


def read_issued(root: Path, version: RegisteredVersion) -> dict[str, bytes]:
    """The files of this version that stand in ``generated/`` of the checkout ``root``; path below it → content."""
    generated = root / "generated"
    return {
        path.relative_to(generated).as_posix(): path.read_bytes()
        for path in sorted((generated / version.id.folder).rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }
