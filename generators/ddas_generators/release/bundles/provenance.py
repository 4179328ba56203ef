"""Where a bundle comes from, as an in-toto statement with the SLSA predicate for provenance (v1)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ddas.standard.identity import BASE_URI
from ddas.version import __version__

__all__ = [
    "BUILD_TYPE",
    "PREDICATE_TYPE",
    "PROVENANCE_FILE",
    "STATEMENT_TYPE",
    "list_model_digests",
    "make_statement",
]

PROVENANCE_FILE = "herkomst.intoto.jsonl"
STATEMENT_TYPE = "https://in-toto.io/Statement/v1"
PREDICATE_TYPE = "https://slsa.dev/provenance/v1"
BUILD_TYPE = f"{BASE_URI}bundel/v1"
"""What was done: ``ddas release bundle``. Its parameters are the versions, its materials the files of the model."""
_BUILDER = f"{BASE_URI}bundel/beheerder"
"""Where it was done: on the computer of a maintainer. That is level 1 of SLSA, and no more is claimed."""
_FACTS = ("code", "status", "revision", "date", "in_use_from", "accepted_until")


def make_statement(
    files: Mapping[str, bytes], index: Sequence[Mapping[str, Any]], materials: Mapping[str, str]
) -> bytes:
    """The statement about ``files`` (name → content).

    Args:
        files: What is stated to come from this build: all files of the bundle but the statement itself.
        index: The entries of the index; their days are those of the register.
        materials: Path of each file of the model → SHA-256.
    """
    statement = {
        "_type": STATEMENT_TYPE,
        "subject": [
            {"name": name, "digest": {"sha256": hashlib.sha256(content).hexdigest()}}
            for name, content in sorted(files.items())
        ],
        "predicateType": PREDICATE_TYPE,
        "predicate": {
            "buildDefinition": {
                "buildType": BUILD_TYPE,
                "externalParameters": {"versions": [{key: entry[key] for key in _FACTS} for entry in index]},
                "resolvedDependencies": [
                    {"name": path, "digest": {"sha256": digest}} for path, digest in sorted(materials.items())
                ],
            },
            "runDetails": {"builder": {"id": _BUILDER, "version": {"ddas": __version__}}},
        },
    }
    return json.dumps(statement, ensure_ascii=False, separators=(",", ":")).encode()


def list_model_digests(root: Path) -> dict[str, str]:
    """Path below the checkout ``root`` → SHA-256, of each file of its model; what a system or editor hides is none."""
    return {
        name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted((root / "model").rglob("*"))
        if path.is_file()
        and not any(part.startswith((".", "__")) for part in path.relative_to(root).parts)
        and (name := path.relative_to(root).as_posix())
    }
