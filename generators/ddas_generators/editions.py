"""Every registered version with its artefacts: what ``generate`` writes and ``release`` seals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ddas.specification import Specification
from ddas_generators.digests import make_checksums
from ddas_generators.emit import EMITTERS, Emitter
from ddas_generators.load import load
from ddas_generators.register import RegisteredVersion, read_register
from ddas_generators.write import make_artefacts

__all__ = ["CHECKSUMS_FILE", "Edition", "build_edition", "build_editions"]

CHECKSUMS_FILE = "SHA256SUMS"


@dataclass(frozen=True, slots=True)
class Edition:
    """A version as it stands in the model. ``files``: path below ``generated/`` → content."""

    version: RegisteredVersion
    specification: Specification
    files: dict[str, bytes]


def build_edition(root: Path, version: RegisteredVersion, emitters: Iterable[Emitter] = EMITTERS) -> Edition:
    """One version with its artefacts."""
    specification = load(root, version)
    files = make_artefacts(specification, emitters)
    folder = version.id.folder
    checksums = make_checksums({path.removeprefix(f"{folder}/"): content for path, content in files.items()})
    return Edition(version, specification, files | {f"{folder}/{CHECKSUMS_FILE}": checksums})


def build_editions(root: Path, emitters: Iterable[Emitter] = EMITTERS) -> tuple[Edition, ...]:
    """All registered versions, in register order."""
    chosen = tuple(emitters)
    return tuple(build_edition(root, version, chosen) for version in read_register(root))
