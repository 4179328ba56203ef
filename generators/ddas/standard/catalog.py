"""The standards that this toolkit carries: which there are, and their specification.

They stand in ``generated/<domein>/<versie>/``: beside the modules of an installed package, else at the top of the
checkout. A listing of folders shows which there are; a specification is read when it is asked for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from ddas.errors import DdasError, os_error_in_words
from ddas.standard.identity import Domain, StandardId, Version
from ddas.standard.specification import Specification
from ddas.standard.specification_json import specification_from_json
from ddas.standard.status import Status

__all__ = [
    "StandardHeader",
    "default_specification",
    "find_specification",
    "generated_folder",
    "iter_headers",
    "iter_specifications",
    "read_artefact",
]

_FILE_NAME = "specification.json"
_HEADER_BYTES = 4096
"""The header is at the start of a specification, and much shorter than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardHeader:
    """What is known of a standard without reading all of its specification. ``path``: of ``specification.json``.

    ``in_use_from`` and ``accepted_until`` are the first and the last day on which deliveries are taken; None: unknown.
    """

    domain: Domain
    version: Version
    status: Status
    path: Path
    in_use_from: str | None = None
    accepted_until: str | None = None

    @property
    def code(self) -> str:
        """Such as ``shv-v1.0``."""
        return StandardId(domain=self.domain, version=self.version).code

    def is_taken_on(self, day: date) -> bool:
        """Whether deliveries of it are taken on this day; a day that is unknown stands in nobody's way.

        A version that is retired is taken only up to a last day that is known.
        """
        text = day.isoformat()
        if self.status is not Status.ADOPTED and not (self.status is Status.RETIRED and self.accepted_until):
            return False
        return (self.in_use_from or text) <= text <= (self.accepted_until or text)


def generated_folder() -> Path:
    """The folder with all artefacts. It need not exist."""
    installed = Path(__file__).parents[1] / "generated"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "generated"


def iter_specifications(folder: Path | None = None) -> Iterator[Specification]:
    """Every specification below ``folder`` (default: the toolkit's own), lazily, by domain name, then by version.

    Raises:
        DdasError: a specification cannot be read.
    """
    for path in _list_files(folder):
        yield _read(path)


def iter_headers(folder: Path | None = None) -> Iterator[StandardHeader]:
    """The header of every specification, in the same order, without reading the rest.

    Raises:
        DdasError: a specification cannot be read.
    """
    for path in _list_files(folder):
        yield _read_header(path)


def find_specification(code: str, folder: Path | None = None) -> Specification:
    """The specification with this code, such as ``shv-v1.0``.

    Raises:
        DdasError: it is not there, or cannot be read; the message lists the codes that exist.
    """
    _, _, version = code.rpartition("-")
    for path in _list_files(folder):
        if path.parent.name == version and (header := _read_header(path)).code == code:
            return _read(header.path)
    codes = ", ".join(h.code for h in sorted(iter_headers(folder), key=lambda h: h.status.is_study))
    if not codes:
        raise _none_present()
    raise DdasError("Deze standaard bestaat niet. Kies uit: " + codes + ".")


def default_specification(domain: str, folder: Path | None = None) -> Specification:
    """The newest adopted version of a domain, given by name or code.

    Raises:
        DdasError: the domain is not there, or has no adopted version.
    """
    adopted = [h for h in iter_headers(folder) if h.status is Status.ADOPTED]
    own = [h for h in adopted if domain in (h.domain.name, h.domain.code)]
    if own:
        return _read(own[-1].path)
    names = sorted({h.domain.name for h in adopted})
    if not names:
        raise _none_present()
    raise DdasError(f"Dit domein heeft geen vastgestelde versie. Kies uit: {', '.join(names)}.")


def read_artefact(specification: Specification, name: str, folder: Path | None = None) -> bytes:
    """A generated file of this standard, named relative to its folder.

    Raises:
        DdasError: it cannot be read.
    """
    return _read_bytes((folder or generated_folder()) / specification.id.folder / name)


def _list_files(folder: Path | None) -> list[Path]:
    files = []
    for path in (folder or generated_folder()).glob(f"*/*/{_FILE_NAME}"):
        try:
            version = Version.parse(path.parent.name)
        except DdasError:
            continue  # a folder that is no version holds no standard
        files.append((path.parts[-3], version, path))
    return [path for _, _, path in sorted(files)]


def _read_header(path: Path) -> StandardHeader:
    try:
        with path.open("rb") as stream:
            start = stream.read(_HEADER_BYTES)
    except OSError as error:
        raise _unreadable(path, error) from error
    text = start.decode("utf-8", "ignore")
    decode = json.JSONDecoder().raw_decode
    found: dict[str, Any] = {}
    try:
        for key in ("domain", "version", "status"):
            found[key], _ = decode(text, text.index(f'\n "{key}": ') + len(f'\n "{key}": '))
        for key in ("in_use_from", "accepted_until"):  # left out when unknown
            _, mark, rest = text.partition(f'\n "{key}": ')
            found[key] = decode(rest)[0] if mark else None
        domain = Domain(**found["domain"])
        version, status = Version.parse(found["version"]), Status(found["status"])
    except (ValueError, TypeError, DdasError):  # not laid out as ddas writes it: read it as a whole
        specification = _read(path)
        domain, version, status = specification.domain, specification.id.version, specification.status
        found = {"in_use_from": specification.in_use_from, "accepted_until": specification.accepted_until}
    return StandardHeader(
        domain=domain,
        version=version,
        status=status,
        path=path,
        in_use_from=found["in_use_from"],
        accepted_until=found["accepted_until"],
    )


def _read(path: Path) -> Specification:
    try:
        state = path.stat()
    except OSError as error:
        raise _unreadable(path, error) from error
    return _read_state(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=16)
def _read_state(path: Path, _changed: int, _size: int) -> Specification:
    """The specification in a file as it was last changed: the same object as long as the file stays the same."""
    return specification_from_json(_read_bytes(path))


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> DdasError:
    return DdasError(
        f"{'/'.join(path.parts[-3:])} kan niet worden gelezen: {os_error_in_words(error)}. Installeer ddas opnieuw."
    )


def _none_present() -> DdasError:
    return DdasError(
        "Bij deze ddas staat geen bruikbare standaard. "
        "Voer in de map van de toolkit 'ddas generate' uit, of installeer ddas opnieuw."
    )
