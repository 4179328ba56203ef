"""Checking a bundle with its folder and the public key of the maintainer alone, and a checkout if there is one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from ddas.errors import DdasError, os_error_in_words
from ddas.rendering.printable import make_printable, show_path
from ddas.rendering.side_files import read_side_file
from ddas_generators.release.bundles.archives import file_digest, iter_archive_faults
from ddas_generators.release.bundles.envelope import Envelope, read_envelope, signs
from ddas_generators.release.bundles.keys import key_id, read_public_key
from ddas_generators.release.bundles.making import INDEX_FILE
from ddas_generators.release.bundles.provenance import PROVENANCE_FILE
from ddas_generators.release.bundles.reading import Bill, Index, Part, Statement, read_document
from ddas_generators.release.bundles.registered import iter_register_verdicts
from ddas_generators.release.bundles.sbom import SBOM_FILE
from ddas_generators.release.bundles.verdict import Mark, Verdict

__all__ = ["verify_bundle"]

_FETCH = "Haal de bundel opnieuw op bij de uitgever."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Folder:
    """The folder of a bundle: its files by name, and the names of what is no ordinary file."""

    files: Mapping[str, Path]
    others: tuple[str, ...]


def verify_bundle(folder: Path, key: Path, root: Path | None) -> tuple[Verdict, ...]:
    """Everything that is right or wrong about the bundle in ``folder``.

    Args:
        folder: The folder, with the bundle alone.
        key: The file with the public key of the maintainer.
        root: The checkout with the register to compare with; None when there is none.

    Raises:
        DdasError: the folder or the key cannot be read.
    """
    public = read_public_key(key)
    return tuple(_iter_verdicts(_read_folder(folder), public, root))


def _iter_verdicts(folder: _Folder, public: Ed25519PublicKey, root: Path | None) -> Iterator[Verdict]:
    envelope = None
    if PROVENANCE_FILE not in folder.files:
        yield _wrong(PROVENANCE_FILE, f"ontbreekt. Niets zegt van wie deze bundel is. {_FETCH}")
    else:
        envelope = read_envelope(read_side_file(folder.files[PROVENANCE_FILE]))
        yield from _iter_signature_verdicts(envelope, public)
    statement = read_document(envelope.content, Statement) if envelope else None
    if envelope and (statement is None or not statement.is_ours):
        yield _wrong(PROVENANCE_FILE, f"dit is geen verklaring over een bundel. {_FETCH}")
        statement = None
    wrong = {}
    if statement:
        wrong = dict(_iter_file_faults(folder, statement.subjects))
        yield from (_wrong(name, message) for name, message in sorted(wrong.items()))
        if not wrong:
            yield _right("bestanden", f"alle {len(statement.subject)} zijn precies die van de verklaring.")
    yield from _iter_index_verdicts(folder, statement, wrong, root)


def _iter_signature_verdicts(envelope: Envelope | None, public: Ed25519PublicKey) -> Iterator[Verdict]:
    own = key_id(public)
    if envelope is None:
        yield _wrong(PROVENANCE_FILE, f"is gewijzigd of beschadigd: zo schrijft ddas het niet. {_FETCH}")
    elif not envelope.signatures:
        yield _wrong(
            "ondertekening",
            "ontbreekt. Iedereen kan deze bundel hebben gemaakt. Vraag de uitgever om een ondertekende.",
        )
    elif envelope.signatures[0].keyid != own:
        yield _wrong(
            "ondertekening",
            f"is van een andere sleutel dan {own}. Controleer of u de sleutel van de uitgever hebt.",
        )
    elif not signs(envelope.signatures[0], envelope, public):
        yield _wrong("ondertekening", f"klopt niet: {PROVENANCE_FILE} is na het ondertekenen gewijzigd. {_FETCH}")
    else:
        yield _right("ondertekening", f"is van sleutel {own}.")


def _iter_file_faults(folder: _Folder, subjects: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Name and message of each file that is not as stated: gone, changed, or not stated at all."""
    for name, digest in subjects.items():
        if name not in folder.files:
            yield name, f"ontbreekt. {_FETCH}"
        elif file_digest(folder.files[name]) != digest:
            yield name, f"de inhoud is anders dan de verklaring zegt. {_FETCH}"
    for name in (*folder.files, *folder.others):
        if name not in subjects and name != PROVENANCE_FILE:
            yield name, "hoort niet bij deze bundel. Haal het weg, en gebruik het niet."
    for name in (INDEX_FILE, SBOM_FILE):
        if name not in subjects and name not in folder.files:
            yield name, f"ontbreekt, ook in de verklaring. {_FETCH}"


def _iter_index_verdicts(
    folder: _Folder, statement: Statement | None, wrong: Mapping[str, str], root: Path | None
) -> Iterator[Verdict]:
    """What follows from the index; nothing does when the index itself is wrong."""
    if INDEX_FILE in wrong or INDEX_FILE not in folder.files:
        if INDEX_FILE not in wrong:
            yield _wrong(INDEX_FILE, f"ontbreekt. {_FETCH}")
        yield _note("archieven", f"niet verder bekeken, omdat {INDEX_FILE} niet klopt.")
        return
    index = read_document(read_side_file(folder.files[INDEX_FILE]), Index)
    if index is None:
        yield _wrong(INDEX_FILE, f"is geen lijst met versies. {_FETCH}")
        return
    yield from _iter_archive_verdicts(folder, index, statement, wrong)
    if SBOM_FILE not in wrong:
        yield _check_bill(folder, index)
    yield from iter_register_verdicts(index, statement, root)


def _iter_archive_verdicts(
    folder: _Folder, index: Index, statement: Statement | None, wrong: Mapping[str, str]
) -> Iterator[Verdict]:
    archives = {entry.archive.file for entry in index.versions}
    faults: list[Verdict] = []
    for entry in index.versions:
        name = entry.archive.file
        if name in wrong:
            continue  # said above
        if name not in folder.files:
            faults.append(_wrong(name, f"ontbreekt. {_FETCH}"))
        else:
            found = iter_archive_faults(folder.files[name], entry)
            faults += [_wrong(name, f"{message} {_FETCH}") for message in found]
    stated = statement.subjects if statement else {}
    for name in sorted(set(stated) - {*archives, INDEX_FILE, SBOM_FILE, *wrong}):
        faults.append(_wrong(name, f"hoort bij geen versie in {INDEX_FILE}. {_FETCH}"))
    yield from faults
    if not faults and not wrong.keys() & archives:
        listed = ", ".join(f"{make_printable(e.code)} revisie {e.revision}" for e in index.versions)
        yield _right("archieven", f"zijn wat {INDEX_FILE} zegt: {listed}.")


def _check_bill(folder: _Folder, index: Index) -> Verdict:
    path = folder.files.get(SBOM_FILE)
    if path is None:
        return _wrong(SBOM_FILE, f"ontbreekt. {_FETCH}")
    bill = read_document(read_side_file(path), Bill)
    listed = {
        (e.archive.file, e.archive.sha256, tuple(sorted((f.path, f.sha256) for f in e.files))) for e in index.versions
    }
    if bill is None or {_flatten(part) for part in bill.components} != listed:
        return _wrong(SBOM_FILE, f"noemt andere bestanden of controlegetallen dan {INDEX_FILE}. {_FETCH}")
    return _right(SBOM_FILE, f"noemt dezelfde bestanden en controlegetallen als {INDEX_FILE}.")


def _flatten(part: Part) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    return part.name, _sha256(part), tuple(sorted((inner.name, _sha256(inner)) for inner in part.components))


def _sha256(part: Part) -> str:
    return next((h.content for h in part.hashes if h.alg == "SHA-256"), "")


def _read_folder(folder: Path) -> _Folder:
    try:
        found = sorted(folder.iterdir())
        files = {path.name: path for path in found if path.is_file() and not path.is_symlink()}
    except (OSError, ValueError) as error:
        why = os_error_in_words(error) if isinstance(error, OSError) else "zo'n naam kan niet bestaan"
        raise DdasError(f"{show_path(folder)} kan niet worden gelezen: {why}. Noem de map van de bundel.") from None
    return _Folder(files=files, others=tuple(path.name for path in found if path.name not in files))


def _right(subject: str, message: str) -> Verdict:
    return Verdict(mark=Mark.RIGHT, subject=subject, message=message)


def _wrong(subject: str, message: str) -> Verdict:
    return Verdict(mark=Mark.WRONG, subject=make_printable(subject), message=message)


def _note(subject: str, message: str) -> Verdict:
    return Verdict(mark=Mark.NOTE, subject=subject, message=message)
