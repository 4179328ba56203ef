"""The bill of materials of a bundle (CycloneDX 1.6): every archive, and every file in it, with its digest.

Nothing in an archive needs a package of somebody else: the generated classes import the standard library alone.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from ddas.standard.identity import BASE_URI
from ddas.version import __version__

__all__ = ["SBOM_FILE", "make_sbom"]

SBOM_FILE = "onderdelen.cdx.json"
_WHOLE = "ddas-bundel"


def make_sbom(index: Sequence[Mapping[str, Any]]) -> bytes:
    """The file for a bundle with these entries in its index. Days are those of the register, when known."""
    archives = [_archive(entry) for entry in index]
    names = [archive["bom-ref"] for archive in archives]
    document = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{_serial(archives)}",
        "version": 1,
        "metadata": {
            "tools": {"components": [{"type": "application", "name": "ddas", "version": __version__}]},
            "component": {"type": "data", "bom-ref": _WHOLE, "name": _WHOLE},
        },
        "components": archives,
        "dependencies": [{"ref": _WHOLE, "dependsOn": names}, *({"ref": name} for name in names)],
        "compositions": [{"aggregate": "complete", "assemblies": [_WHOLE, *names], "dependencies": [_WHOLE, *names]}],
    }
    return f"{json.dumps(document, ensure_ascii=False, indent=2)}\n".encode()


def _archive(entry: Mapping[str, Any]) -> dict[str, Any]:
    name = entry["archive"]["file"]
    facts = {
        "code": entry["code"],
        "status": entry["status"],
        "revision": entry["revision"],
        "predecessor": entry["predecessor"],
        "date": entry["date"],
        "in_use_from": entry["in_use_from"],
        "accepted_until": entry["accepted_until"],
        **{f"digest:{kind}": digest for kind, digest in entry["digests"].items()},
    }
    return {
        "type": "file",
        "bom-ref": name,
        "name": name,
        "version": f"{entry['version']}-r{entry['revision']}",
        "description": entry["title"],
        "hashes": _hashes(entry["archive"]["sha256"]),
        "externalReferences": [{"type": "website", "url": entry["uri"]}],
        "components": [
            {
                "type": "file",
                "bom-ref": f"{name}#{file['path']}",
                "name": file["path"],
                "hashes": _hashes(file["sha256"]),
            }
            for file in entry["files"]
        ],
        "properties": [{"name": f"ddas:{key}", "value": str(fact)} for key, fact in facts.items() if fact is not None],
    }


def _hashes(sha256: str) -> list[dict[str, str]]:
    return [{"alg": "SHA-256", "content": sha256}]


def _serial(archives: Sequence[Mapping[str, Any]]) -> uuid.UUID:
    """A number that is the same for the same content, and another for any other."""
    content = json.dumps(archives, ensure_ascii=False, sort_keys=True)
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{BASE_URI}bundel/{hashlib.sha256(content.encode()).hexdigest()}")
