"""The two digests of an adopted version, against what the model makes now."""

from __future__ import annotations

from collections.abc import Iterable

from ddas.standard.specification import Specification
from ddas_generators.editions.digests import edition_digest, norm_digest, wire_digest
from ddas_generators.editions.edition import Edition
from ddas_generators.model.register import RegisteredVersion

__all__ = ["find_broken_norms", "find_broken_seals"]


def find_broken_norms(pairs: Iterable[tuple[RegisteredVersion, Specification]]) -> tuple[str, ...]:
    """For each adopted version that accepts or names something else than was adopted: which digest, what to do."""
    return tuple(text for version, specification in pairs if (text := _broken_norm(version, specification)))


def find_broken_seals(editions: Iterable[Edition]) -> tuple[str, ...]:
    """The same, and each adopted version whose texts, rules or files are no longer those that were issued."""
    return tuple(text for e in editions if (text := _broken_norm(e.version, e.specification) or _broken_edition(e)))


def _broken_norm(version: RegisteredVersion, specification: Specification) -> str | None:
    code = version.id.code
    if version.wire_digest and wire_digest(specification) != version.wire_digest:
        return (
            f"{code}: het schema neemt iets anders aan dan vastgesteld (controlegetal 'wire'). "
            "Een vastgesteld schema verandert nooit. Zet de wijziging terug, ook in gedeelde typen, of open een nieuwe "
            f"versie met: ddas release open {version.id.domain.code}-vX.Y"
        )
    if version.norm_digest and norm_digest(specification) != version.norm_digest:
        return (
            f"{code}: een naam of type is anders dan vastgesteld (controlegetal 'norm'). "
            "De norm van een vastgestelde versie verandert nooit. Zet de wijziging terug, ook in gedeelde typen, of "
            f"open een nieuwe versie met: ddas release open {version.id.domain.code}-vX.Y"
        )
    return None


def _broken_edition(edition: Edition) -> str | None:
    version = edition.version
    if not version.edition_digest or edition_digest(edition.files) == version.edition_digest:
        return None
    return (
        f"{version.id.code}: teksten, regels of bestanden zijn anders dan uitgegeven (controlegetal 'uitgave'). "
        f"Is dat de bedoeling, geef dan een revisie uit met: ddas release revise {version.id.code} --reason 'waarom'. "
        "Zet de wijziging anders terug."
    )
