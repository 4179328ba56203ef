"""The standards that this toolkit carries: which there are, and their specification.

They stand in ``generated/<domein>/<versie>/``: beside the modules of an installed package, else at the top of the
checkout. A listing of folders shows which there are; a specification is read when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ddas.errors import DdasError, os_error_in_words
from ddas.identity import Version
from ddas.specification import Specification
from ddas.specification_json import specification_from_json

__all__ = ["default_specification", "find_specification", "generated_folder", "iter_specifications", "read_artefact"]

_FILE_NAME = "specification.json"
_ADOPTED = "vastgesteld"


def generated_folder() -> Path:
    """The folder with all artefacts. It need not exist."""
    installed = Path(__file__).parent / "generated"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "generated"


def iter_specifications(folder: Path | None = None) -> Iterator[Specification]:
    """Every specification below ``folder`` (default: the toolkit's own), lazily, by domain name, then by version.

    Raises:
        DdasError: a specification cannot be read.
    """
    for path in _list_files(folder):
        yield _read(path)


def find_specification(code: str, folder: Path | None = None) -> Specification:
    """The specification with this code, such as ``shv-v1.0``.

    Raises:
        DdasError: it is not there, or cannot be read; the message lists the codes that exist.
    """
    _, _, version = code.rpartition("-")
    for path in _list_files(folder):
        if path.parent.name == version and (specification := _read(path)).id.code == code:
            return specification
    codes = ", ".join(s.id.code for s in iter_specifications(folder))
    if not codes:
        raise _none_present()
    raise DdasError("Deze standaard bestaat niet. Kies uit: " + codes + ".")


def default_specification(domain: str, folder: Path | None = None) -> Specification:
    """The newest adopted version of a domain, given by name (``schuldhulpverlening``) or code (``shv``).

    Raises:
        DdasError: the domain is not there, or has no adopted version.
    """
    newest = None
    for specification in iter_specifications(folder):
        if domain in (specification.domain.name, specification.domain.code) and specification.status == _ADOPTED:
            newest = specification
    if newest is not None:
        return newest
    names = sorted({s.domain.name for s in iter_specifications(folder) if s.status == _ADOPTED})
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


def _read(path: Path) -> Specification:
    return specification_from_json(_read_bytes(path))


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise DdasError(
            f"{'/'.join(path.parts[-3:])} kan niet worden gelezen: {os_error_in_words(error)}. Installeer ddas opnieuw."
        ) from error


def _none_present() -> DdasError:
    return DdasError(
        "Bij deze ddas staat geen bruikbare standaard. "
        "Voer in de map van de toolkit 'ddas generate' uit, of installeer ddas opnieuw."
    )
