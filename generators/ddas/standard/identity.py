"""Who a standard is: domain, version, and every name, file and URI derived from the two.

Nothing else in the toolkit builds an identifier from a domain or version.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

from ddas.errors import DdasError

__all__ = ["BASE_URI", "SITE_URL", "Domain", "StandardId", "Version", "site_link"]

BASE_URI = "https://w3id.org/ddas/"
"""Start of every identifier. Reserved by name only: it does not resolve yet."""

SITE_URL: str | None = None
"""Where the documentation is published, with a slash at the end; None as long as it stands nowhere.

Every link to the documentation in a report is made from it. Without it there are no such links.
"""

_VERSION = re.compile(r"v(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})", re.ASCII)


def site_link(page: str) -> str:
    """Address of a page of the published documentation; empty when it is not published."""
    return f"{SITE_URL}{page}" if SITE_URL else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Domain:
    """A field of work with its own model, such as debt help.

    Attributes:
        name: Folder name and part of URIs, e.g. ``bootverhuur``.
        code: Short code, e.g. ``bvh``; the first part of a standard's code.
        title: Dutch name for readers.
        listing: Wire name of the list by which a delivery of this domain is recognised.
        unit: Dutch word for one item of that list, used in places ("traject 12").
        base_uri: Start of every identifier of its standards; that of a study lies outside the official one.
    """

    name: str
    code: str
    title: str
    listing: str
    unit: str
    base_uri: str = BASE_URI

    @property
    def is_official(self) -> bool:
        """Whether its identifiers are among those of the publishers' domains."""
        return self.base_uri.startswith(BASE_URI)

    def concept_uri(self, name: str) -> str:
        """Identifier of a concept, the same in every version: ``Client``, ``Client.bsn``, ``EnumGeslacht.man``."""
        return f"{self.base_uri}{self.name}/begrip/{name}"


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A version of a standard; compares by number, so v0.9 < v0.10."""

    major: int
    minor: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``v1.0``.

        Raises:
            DdasError: when the text is not ``v`` + number + ``.`` + number.
        """
        match = _VERSION.fullmatch(text)
        if match is None:
            raise DdasError(
                f"'{text}' is geen versie. Schrijf een versie als v1.0: een v, een getal, een punt en een getal."
            )
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        return f"v{self.major}.{self.minor}"


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardId:
    """One version of one domain: ``shv-v1.0``."""

    domain: Domain
    version: Version

    @property
    def code(self) -> str:
        """What people type after ``--standard``: ``shv-v1.0``."""
        return f"{self.domain.code}-{self.version}"

    @property
    def folder(self) -> str:
        """Relative folder of model and artefacts, with forward slashes."""
        return f"{self.domain.name}/{self.version}"

    @property
    def uri(self) -> str:
        """URI of the standard, without a slash at the end."""
        return f"{self.domain.base_uri}{self.folder}"

    def artefact_uri(self, file_name: str) -> str:
        """URI of a generated file, e.g. the ``$id`` of a JSON Schema."""
        return f"{self.uri}/{file_name}"

    def rule_uri(self, rule: str) -> str:
        """Identifier of a rule."""
        return f"{self.uri}/regel/{rule}"

    def rule_link(self, rule: str) -> str:
        """Address of a rule in the published documentation; empty when it is not published."""
        return site_link(f"{self.folder}/regel/{rule}/")

    @property
    def xml_namespace(self) -> str:
        """Target namespace of the XSD."""
        return f"{self.uri}/xml"

    @property
    def python_module(self) -> str:
        """Name of the generated dataclass module, e.g. ``ddas_shv_v1_0``."""
        return f"ddas_{self.domain.code}_v{self.version.major}_{self.version.minor}"
