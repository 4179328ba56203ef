"""The two digests of an adopted version, against what the model makes now."""

from __future__ import annotations

from collections.abc import Iterable

from ddas_generators.digests import edition_digest, norm_digest, wire_digest
from ddas_generators.editions import Edition

__all__ = ["find_broken_seals"]


def find_broken_seals(editions: Iterable[Edition]) -> tuple[str, ...]:
    """For each adopted version that is no longer what was adopted: a Dutch text with the digest and what to do."""
    return tuple(text for edition in editions if (text := _broken(edition)) is not None)


def _broken(edition: Edition) -> str | None:
    version = edition.version
    code = version.id.code
    if version.wire_digest and wire_digest(edition.specification) != version.wire_digest:
        return (
            f"{code}: het schema neemt iets anders aan dan gepubliceerd (controlegetal 'wire'). "
            "Een vastgesteld schema verandert nooit. Zet de wijziging terug, of open een nieuwe versie met: "
            f"ddas release open {version.id.domain.code}-vX.Y"
        )
    if version.norm_digest and norm_digest(edition.specification) != version.norm_digest:
        return (
            f"{code}: een naam of type is anders dan vastgesteld (controlegetal 'norm'). "
            "De norm van een vastgestelde versie verandert nooit. Zet de wijziging terug, ook in gedeelde typen, of "
            f"open een nieuwe versie met: ddas release open {version.id.domain.code}-vX.Y"
        )
    if version.edition_digest and edition_digest(edition.files) != version.edition_digest:
        return (
            f"{code}: teksten, regels of gemaakte bestanden zijn anders dan uitgegeven (controlegetal 'uitgave'). "
            "Is dat de bedoeling, geef dan een revisie uit met: "
            f"ddas release revise {code} --reason 'waarom'. Zet de wijziging anders terug."
        )
    return None
