"""Every registered version with its artefacts: what ``generate`` writes and ``release`` seals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ddas.comparison.history import find_predecessors
from ddas.standard.specification import Specification
from ddas_generators.editions.digests import make_checksums
from ddas_generators.editions.write import make_artefacts
from ddas_generators.emit import EMITTERS
from ddas_generators.model.load import load
from ddas_generators.model.register import RegisteredVersion, read_register

__all__ = ["CHECKSUMS_FILE", "Edition", "build_edition", "build_editions", "load_versions"]

CHECKSUMS_FILE = "SHA256SUMS"


@dataclass(frozen=True, slots=True)
class Edition:
    """A version as it stands in the model. ``files``: path below ``generated/`` → content."""

    version: RegisteredVersion
    specification: Specification
    files: dict[str, bytes]


def build_edition(
    version: RegisteredVersion, specification: Specification, others: Iterable[Specification] = ()
) -> Edition:
    """One version with its artefacts; ``others``: all versions, among which its predecessors are found."""
    files = make_artefacts(specification, EMITTERS, find_predecessors(specification, tuple(others)))
    folder = version.id.folder
    checksums = make_checksums({path.removeprefix(f"{folder}/"): content for path, content in files.items()})
    return Edition(version, specification, files | {f"{folder}/{CHECKSUMS_FILE}": checksums})


def load_versions(root: Path) -> tuple[tuple[RegisteredVersion, Specification], ...]:
    """All registered versions with what their model says, in register order."""
    return tuple((version, load(root, version)) for version in read_register(root))


def build_editions(pairs: Iterable[tuple[RegisteredVersion, Specification]]) -> tuple[Edition, ...]:
    """These versions with their artefacts, in order; they hold each other's predecessors."""
    known = tuple(pairs)
    others = tuple(specification for _, specification in known)
    return tuple(build_edition(version, specification, others) for version, specification in known)
