"""Pages on the root for identifiers that name no folder of the site: concepts, and short codes of versions.

The rules for w3id (``docs/w3id/.htaccess``) lead there; they hold no names, so that a new domain asks nothing of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files

from ddas.standard.specification import Specification
from ddas_generators.site.addresses import field_address, object_type_address

__all__ = ["list_concept_addresses", "list_short_addresses", "read_published_schemas"]

_SCHEMAS = (
    ("ddas.comparison.rendering", "changes.schema.json"),
    ("ddas.validation.rendering", "report.schema.json"),
)
"""Package and name of the schemas of our own outputs, which have an identifier of ours."""


def list_concept_addresses(specifications: Iterable[Specification]) -> dict[str, str]:
    """Address of each concept of one domain, such as ``begrip/Client.postcode/`` → its page, ``v1.0/veld/…``.

    Args:
        specifications: The versions of one domain, the one that a reader wants most at the end.
    """
    found: dict[str, str] = {}
    for specification in specifications:
        version = f"{specification.version}/"
        for object_type in specification.object_types:
            found[_concept(object_type.uri)] = version + object_type_address(object_type.name)
            for attribute in object_type.attributes:
                found[_concept(attribute.uri)] = version + field_address(object_type, attribute.name)
    return found


def list_short_addresses(specifications: Iterable[Specification]) -> dict[str, str]:
    """Code of a version → its folder, both with a slash behind them."""
    return {f"{s.id.code}/": f"{s.id.folder}/" for s in specifications}


def read_published_schemas() -> dict[str, bytes]:
    """Name → content."""
    return {name: (files(package) / name).read_bytes() for package, name in _SCHEMAS}


def _concept(uri: str) -> str:
    return f"begrip/{uri.partition(':')[2]}/"
