"""What is in the archives of a bundle, against its index and against the seal of each version."""

from __future__ import annotations

import hashlib
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from ddas.errors import DdasError, os_error_in_words
from ddas.rendering.printable import make_printable, show_path
from ddas_generators.editions.digests import edition_digest
from ddas_generators.release.bundles.reading import Entry

__all__ = ["file_digest", "iter_archive_faults"]


def file_digest(path: Path) -> str:
    """SHA-256 of a file of any size.

    Raises:
        DdasError: it cannot be read.
    """
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise DdasError(
            f"{show_path(path)} kan niet worden gelezen: {os_error_in_words(error)}. Controleer de rechten."
        ) from error


def iter_archive_faults(path: Path, entry: Entry) -> Iterator[str]:
    """What is wrong with an archive, in Dutch: first the whole, then file by file."""
    if file_digest(path) != entry.archive.sha256 or path.stat().st_size != entry.archive.bytes:
        yield "de inhoud is anders dan versies.json zegt."
        return
    members = _read_members(path)
    if members is None:
        yield "dit is geen archief zoals ddas het maakt."
        return
    expected = {f"{entry.code}/{file.path}": file for file in entry.files}
    for name in sorted(expected.keys() | members.keys()):
        if name not in members:
            yield f"{make_printable(name)} ontbreekt in het archief."
        elif name not in expected:
            yield f"{make_printable(name)} staat in het archief, maar niet in versies.json."
        elif hashlib.sha256(members[name]).hexdigest() != expected[name].sha256:
            yield f"{make_printable(name)} in het archief is anders dan versies.json zegt."
    if entry.digests.edition and edition_digest(_as_generated(entry, members)) != entry.digests.edition:
        yield "de bestanden samen passen niet bij het controlegetal 'uitgave' van de versie."


def _as_generated(entry: Entry, members: dict[str, bytes]) -> dict[str, bytes]:
    """The members by their path below ``generated/``: what the seal of an edition is made of."""
    folder = f"{entry.domain}/{entry.version}"
    return {f"{folder}/{name.removeprefix(f'{entry.code}/')}": content for name, content in members.items()}


def _read_members(path: Path) -> dict[str, bytes] | None:
    """Name → content; None for what is no archive of ours: those are stored, so never larger than the file itself."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            stored = all(member.compress_type == zipfile.ZIP_STORED for member in members)
            if not stored or sum(member.file_size for member in members) > path.stat().st_size:
                return None
            content = {member.filename: archive.read(member) for member in members}
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, OverflowError, RuntimeError, struct.error):
        return None
    return content if len(content) == len(members) else None
