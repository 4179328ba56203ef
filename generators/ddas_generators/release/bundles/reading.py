"""The documents of a bundle as a checker reads them: only the parts that are checked, and never trusted to be there."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from ddas_generators.release.bundles.provenance import BUILD_TYPE, PREDICATE_TYPE, STATEMENT_TYPE

__all__ = ["Bill", "Entry", "Index", "Part", "Statement", "read_document"]

Document = TypeVar("Document", bound=msgspec.Struct)


class Digest(msgspec.Struct, frozen=True, kw_only=True):
    """The digest of a file in a statement."""

    sha256: str


class Resource(msgspec.Struct, frozen=True, kw_only=True):
    """A file that is named in a statement."""

    name: str
    digest: Digest


class Definition(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """What was done, with what."""

    build_type: str
    resolved_dependencies: tuple[Resource, ...]


class Predicate(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """The part of a statement about the build."""

    build_definition: Definition


class Statement(msgspec.Struct, frozen=True, kw_only=True, rename={"kind": "_type", "predicate_type": "predicateType"}):
    """Where the files of a bundle come from."""

    kind: str
    subject: tuple[Resource, ...]
    predicate_type: str
    predicate: Predicate

    @property
    def is_ours(self) -> bool:
        """Whether it states what a bundle states, and nothing else."""
        stated = (self.kind, self.predicate_type, self.predicate.build_definition.build_type)
        return stated == (STATEMENT_TYPE, PREDICATE_TYPE, BUILD_TYPE)

    @property
    def subjects(self) -> dict[str, str]:
        """Name of each file → SHA-256."""
        return {resource.name: resource.digest.sha256 for resource in self.subject}

    @property
    def materials(self) -> dict[str, str]:
        """Path of each file of the model → SHA-256."""
        return {r.name: r.digest.sha256 for r in self.predicate.build_definition.resolved_dependencies}


class Archive(msgspec.Struct, frozen=True, kw_only=True):
    """The archive of a version."""

    file: str
    bytes: int
    sha256: str


class File(msgspec.Struct, frozen=True, kw_only=True):
    """A file in an archive, by its path below the folder of the version."""

    path: str
    bytes: int
    sha256: str


class Seals(msgspec.Struct, frozen=True, kw_only=True):
    """The digests of a version; None while a concept."""

    wire: str | None
    norm: str | None
    edition: str | None


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A version in the index."""

    code: str
    domain: str
    version: str
    revision: int
    digests: Seals
    archive: Archive
    files: tuple[File, ...]


class Index(msgspec.Struct, frozen=True, kw_only=True):
    """The index of a bundle."""

    versions: tuple[Entry, ...]


class Hash(msgspec.Struct, frozen=True, kw_only=True):
    """A digest in a bill of materials."""

    alg: str
    content: str


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """An archive, or a file in it."""

    name: str
    hashes: tuple[Hash, ...]
    components: tuple[Part, ...] = ()


class Bill(msgspec.Struct, frozen=True, kw_only=True):
    """The bill of materials."""

    components: tuple[Part, ...]


def read_document(content: bytes, kind: type[Document]) -> Document | None:
    """The document; None when it is not one. The decoder's own exception may quote it and stays here."""
    try:
        return msgspec.json.decode(content, type=kind)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
