"""The files of a bundle: an archive per version with everything in it, an index, and what is stated about them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ddas.errors import DdasError
from ddas.rendering.files import replace_file
from ddas.rendering.printable import show_path
from ddas.rendering.workbook import store_members
from ddas.standard.stricter_revisions import stricter_revisions_as_data
from ddas_generators.editions.edition import Edition, build_editions, load_versions
from ddas_generators.editions.seals import find_broken_seals
from ddas_generators.release.bundles.envelope import make_envelope
from ddas_generators.release.bundles.keys import read_private_key
from ddas_generators.release.bundles.provenance import PROVENANCE_FILE, list_model_digests, make_statement
from ddas_generators.release.bundles.sbom import SBOM_FILE, make_sbom

__all__ = ["INDEX_FILE", "make_bundle", "write_bundles"]

INDEX_FILE = "versies.json"


def write_bundles(root: Path, folder: Path, key: Path | None = None) -> tuple[Path, ...]:
    """Write all archives and what belongs to them to ``folder``, signed with the private key in ``key``.

    Gives the paths written. The statement comes last: what is half written is no bundle.

    Raises:
        DdasError: an adopted version is no longer what was adopted, the key is none, or the folder cannot be written
            or holds something that is not of this bundle.
    """
    signer = read_private_key(key) if key else None
    editions = build_editions(load_versions(root))
    broken = find_broken_seals(root, editions)
    if broken:
        raise DdasError("\n".join([*broken, "Herstel dit eerst."]))
    files = make_bundle(editions, list_model_digests(root), signer)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _refuse_others(folder, files)
        for name, content in files.items():
            replace_file(folder / name, content)
    except OSError as error:
        raise DdasError(
            f"{show_path(folder)} kan niet worden geschreven. Controleer de rechten en de vrije ruimte."
        ) from error
    return tuple(folder / name for name in files)


def make_bundle(
    editions: tuple[Edition, ...], materials: Mapping[str, str], signer: Ed25519PrivateKey | None
) -> dict[str, bytes]:
    """File name → content: an archive per version, the index, the bill of materials and the statement, which is last.

    The bytes depend on the arguments alone. ``materials``: path of each file of the model → SHA-256.
    """
    archives = {_archive_name(edition): store_members(_members(edition)) for edition in editions}
    index = [
        _index_entry(edition, name, content)
        for edition, (name, content) in zip(editions, archives.items(), strict=True)
    ]
    text = json.dumps({"versions": index}, ensure_ascii=False, indent=2)
    files = archives | {INDEX_FILE: f"{text}\n".encode(), SBOM_FILE: make_sbom(index)}
    return files | {PROVENANCE_FILE: make_envelope(make_statement(files, index, materials), signer)}


def _refuse_others(folder: Path, files: Mapping[str, bytes]) -> None:
    others = sorted(path.name for path in folder.iterdir() if path.name not in files)
    if others:
        raise DdasError(
            f"In {show_path(folder)} staat iets dat niet bij deze bundel hoort: {show_path(others[0])}. "
            "Er is niets geschreven. Kies een lege map."
        )


def _archive_name(edition: Edition) -> str:
    version = edition.version
    return f"ddas-{version.id.domain.code}-{version.id.version}-r{version.revision}.zip"


def _members(edition: Edition) -> dict[str, bytes]:
    """The artefacts below one folder named for the version, sorted by path."""
    top = edition.version.id.code
    folder = edition.version.id.folder
    return {f"{top}/{path.removeprefix(f'{folder}/')}": content for path, content in sorted(edition.files.items())}


def _index_entry(edition: Edition, archive: str, content: bytes) -> dict[str, object]:
    version = edition.version
    folder = version.id.folder
    return {
        "code": version.id.code,
        "domain": version.id.domain.name,
        "version": str(version.id.version),
        "title": edition.specification.title,
        "status": version.status,
        "revision": version.revision,
        "stricter_revisions": stricter_revisions_as_data(edition.specification),
        "predecessor": version.predecessor,
        "date": version.date,
        "in_use_from": version.in_use_from,
        "accepted_until": version.accepted_until,
        "uri": version.id.uri,
        "short_link": f"{version.id.domain.base_uri}{version.id.code}",
        "digests": {
            "wire": version.wire_digest or None,
            "norm": version.norm_digest or None,
            "edition": version.edition_digest or None,
        },
        "archive": {"file": archive, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()},
        "files": [
            {
                "path": path.removeprefix(f"{folder}/"),
                "uri": version.id.artefact_uri(path.removeprefix(f"{folder}/")),
                "bytes": len(made),
                "sha256": hashlib.sha256(made).hexdigest(),
            }
            for path, made in sorted(edition.files.items())
        ],
    }
