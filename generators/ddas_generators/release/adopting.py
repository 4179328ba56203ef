"""Adopt a concept, and retire a version that is no longer taken."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ddas.errors import DdasError
from ddas.standard.status import Status
from ddas_generators.editions.digests import edition_digest, norm_digest, wire_digest
from ddas_generators.editions.edition import build_editions, load_versions
from ddas_generators.model.load import load
from ddas_generators.release.checking import check_version, iter_example_faults
from ddas_generators.release.draft import Draft, draft_of
from ddas_generators.release.register_edit import set_values

__all__ = ["adopt_version", "retire_version", "seal"]


def adopt_version(checkout: Path, code: str, *, date: str | None, published: bool) -> str:
    """Adopt a version and seal it with its digests; gives a Dutch text.

    Args:
        checkout: The checkout.
        code: Such as ``shv-v1.1``.
        date: Day of adoption, ``YYYY-MM-DD``; None when unknown.
        published: The version was published by others before it stood here: its wire digest is in the register
            already and must come out; changes with regard to its predecessor need no declaration.

    Raises:
        DdasError: something is in the way. Nothing has changed then.
    """
    with draft_of(checkout) as draft:
        version = draft.find(code)
        if version.norm_digest:
            raise DdasError(f"{code} is al vastgesteld. Geef een verbetering uit met: ddas release revise {code}")
        if published:
            _check_published(draft, code)
        else:
            problems = check_version(draft.root, version)
            if problems:
                raise DdasError(
                    f"{code} kan nog niet worden vastgesteld:\n- " + "\n- ".join(problems) + "\nHerstel dit eerst."
                )
            values = {"status": str(Status.ADOPTED)} | ({"datum": date} if date else {})
            set_values(draft.root, version, values)
        seal(draft, [code])
        changed = draft.publish()
    return f"{code} is vastgesteld en verzegeld ({changed} bestanden geschreven)."


def retire_version(checkout: Path, code: str, *, until: str | None) -> str:
    """Retire a version: status ``vervallen``. Its norm stays; its files say that a newer one exists."""
    with draft_of(checkout) as draft:
        version = draft.find(code)
        if version.status is not Status.ADOPTED:
            raise DdasError(f"{code} is {version.status}. Alleen een vastgestelde versie kan vervallen.")
        set_values(draft.root, version, {"status": str(Status.RETIRED)} | ({"aanvaard_tot": until} if until else {}))
        seal(draft, [code])
        changed = draft.publish()
    return f"{code} is vervallen ({changed} bestanden geschreven)."


def seal(draft: Draft, codes: Sequence[str]) -> None:
    """Write the digests of what the draft makes of these versions into its register."""
    for edition in build_editions(load_versions(draft.root)):
        if edition.version.id.code in codes:
            digests = {
                "wire": wire_digest(edition.specification),
                "norm": norm_digest(edition.specification),
                "uitgave": edition_digest(edition.files),
            }
            set_values(draft.root, edition.version, digests)


def _check_published(draft: Draft, code: str) -> None:
    version = draft.find(code)
    specification = load(draft.root, version)
    if version.status.is_draft or not version.wire_digest:
        raise DdasError(
            f"{code} staat niet in het register als gepubliceerd. Vul de status vastgesteld, vervallen of ingetrokken "
            "in, en het controlegetal 'wire' van het gepubliceerde schema."
        )
    if wire_digest(specification) != version.wire_digest:
        raise DdasError(f"{code}: het schema is niet gelijk aan het gepubliceerde. Verbeter het model.")
    faults = list(iter_example_faults(specification))
    if faults:
        raise DdasError(f"{code}: {faults[0]} Herstel de voorbeelden.")
