"""One archive per version with everything in it, and a machine-readable index of all versions."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from ddas.errors import DdasError
from ddas.rendering.files import replace_file
from ddas.rendering.workbook import store_members
from ddas.standard.stricter_revisions import stricter_revisions_as_data
from ddas_generators.editions.edition import Edition, build_editions, load_versions
from ddas_generators.editions.seals import find_broken_seals

__all__ = ["INDEX_FILE", "make_bundles", "write_bundles"]

INDEX_FILE = "versies.json"


def write_bundles(root: Path, folder: Path) -> tuple[Path, ...]:
    """Write all archives and the index to ``folder``; gives the paths written, index last.

    Raises:
        DdasError: an adopted version is no longer what was adopted, or the folder cannot be written.
    """
    editions = build_editions(load_versions(root))
    broken = find_broken_seals(root, editions)
    if broken:
        raise DdasError("\n".join([*broken, "Herstel dit eerst."]))
    files = make_bundles(editions)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            replace_file(folder / name, content)
    except OSError as error:
        raise DdasError(f"{folder} kan niet worden geschreven. Controleer de rechten en de vrije ruimte.") from error
    return tuple(folder / name for name in files)


def make_bundles(editions: tuple[Edition, ...]) -> dict[str, bytes]:
    """File name → content: an archive per version, and the index. Bytes depend on the editions alone."""
    archives = {_archive_name(edition): store_members(_members(edition)) for edition in editions}
    index = [
        _index_entry(edition, name, content)
        for edition, (name, content) in zip(editions, archives.items(), strict=True)
    ]
    text = json.dumps({"versions": index}, ensure_ascii=False, indent=2)
    return archives | {INDEX_FILE: f"{text}\n".encode()}


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
