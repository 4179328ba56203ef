"""The digests of an adopted version, against what the model makes now, and against the edition that was issued."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from ddas.errors import DdasError
from ddas.standard.specification import Specification
from ddas.standard.specification_json import specification_from_json
from ddas_generators.editions.digests import edition_digest, norm_digest, wire_digest
from ddas_generators.editions.edition import Edition, read_issued
from ddas_generators.model.register import RegisteredVersion
from ddas_generators.model.unsealed import list_missing_seals

__all__ = ["find_broken_norms", "find_broken_seals"]


def find_broken_norms(root: Path, pairs: Iterable[tuple[RegisteredVersion, Specification]]) -> tuple[str, ...]:
    """What is wrong with the seals of names and schema in the checkout ``root``: which digest, and what to do.

    That is each adopted version without its digests, and each that accepts or names something else than was adopted.
    """
    broken = (_broken_norm(root, version, specification) for version, specification in pairs)
    return (*map(str, list_missing_seals(root)), *(text for text in broken if text))


def find_broken_seals(root: Path, editions: Iterable[Edition]) -> tuple[str, ...]:
    """The same, and each adopted version whose texts, rules or files are no longer those that were issued."""
    known = tuple(editions)
    norms = find_broken_norms(root, [(e.version, e.specification) for e in known])
    return norms or tuple(text for e in known if (text := _broken_edition(root, e)))


def _broken_norm(root: Path, version: RegisteredVersion, specification: Specification) -> str | None:
    code = version.id.code
    wire, norm = wire_digest(specification), norm_digest(specification)
    if version.wire_digest and wire != version.wire_digest:
        return _edited_digest(root, version, "wire", wire) or (
            f"{code}: het schema neemt iets anders aan dan vastgesteld (controlegetal 'wire'). "
            "Een vastgesteld schema verandert nooit. Zet de wijziging terug, ook in gedeelde typen, of open een nieuwe "
            f"versie met: ddas release open {version.id.domain.code}-vX.Y"
        )
    if version.norm_digest and norm != version.norm_digest:
        return _edited_digest(root, version, "norm", norm) or (
            f"{code}: een naam of type is anders dan vastgesteld (controlegetal 'norm'). "
            "De norm van een vastgestelde versie verandert nooit. Zet de wijziging terug, ook in gedeelde typen, of "
            f"open een nieuwe versie met: ddas release open {version.id.domain.code}-vX.Y"
        )
    return None


def _broken_edition(root: Path, edition: Edition) -> str | None:
    version = edition.version
    made = edition_digest(edition.files)
    if not version.edition_digest or made == version.edition_digest:
        return None
    return _edited_digest(root, version, "uitgave", made) or (
        f"{version.id.code}: teksten, regels of bestanden zijn anders dan uitgegeven (controlegetal 'uitgave'). "
        f"Is dat de bedoeling, geef dan een revisie uit met: ddas release revise {version.id.code} --reason 'waarom'. "
        "Zet de wijziging anders terug."
    )


def _edited_digest(root: Path, version: RegisteredVersion, name: str, made: str) -> str | None:
    """What to say when the model still makes what was issued, so that the digest in the register is the odd one."""
    if _ISSUED_DIGESTS[name](root, version) != made:
        return None
    return (
        f"{version.id.code}: het controlegetal '{name}' in model/versies.yaml is veranderd, het model niet: "
        "dat maakt nog precies wat in generated/ staat. "
        "Zet het controlegetal terug, met: git checkout -- model/versies.yaml"
    )


def _issued_edition(root: Path, version: RegisteredVersion) -> str | None:
    files = read_issued(root, version)
    return edition_digest(files) if files else None


def _issued(digest: Callable[[Specification], str]) -> Callable[[Path, RegisteredVersion], str | None]:
    def make(root: Path, version: RegisteredVersion) -> str | None:
        content = read_issued(root, version).get(f"{version.id.folder}/specification.json")
        try:
            return None if content is None else digest(specification_from_json(content))
        except DdasError:  # no specification any more: it tells nothing
            return None

    return make


_ISSUED_DIGESTS = {"wire": _issued(wire_digest), "norm": _issued(norm_digest), "uitgave": _issued_edition}
