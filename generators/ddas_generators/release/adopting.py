"""Adopt a concept, or seal what others published."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ddas.errors import DdasError
from ddas.standard.status import Status
from ddas_generators.editions.digests import wire_digest
from ddas_generators.editions.edition import read_issued
from ddas_generators.model.load import load
from ddas_generators.model.located_cases import list_case_faults
from ddas_generators.release.checking import check_version, iter_example_faults
from ddas_generators.release.draft import Draft, draft_of
from ddas_generators.release.register_edit import set_values

__all__ = ["adopt_version"]

_NOT_YET = (str(Status.CONCEPT), str(Status.CONSULTATION), "niet vastgesteld")


def adopt_version(
    checkout: Path, code: str, *, date: str | None, published: bool, in_use_from: str | None = None
) -> str:
    """Adopt a version and seal it with its digests; gives a Dutch text.

    Args:
        checkout: The checkout.
        code: Such as ``shv-v1.1``.
        date: Day of adoption, ``YYYY-MM-DD``; None only for what others published.
        published: The version was published by others before it stood here: its wire digest is in the register
            already and must come out; changes with regard to its predecessor need no declaration.
        in_use_from: First day on which deliveries of it are taken; None when unknown.

    Raises:
        DdasError: something is in the way. Nothing has changed then.
    """
    with draft_of(checkout) as draft:
        version = draft.find(code)
        if version.norm_digest:
            raise DdasError(f"{code} is al vastgesteld. Geef een verbetering uit met: ddas release revise {code}")
        if published:
            _check_published(draft, checkout, code)
        else:
            if date is None:
                raise DdasError("Wanneer is de versie vastgesteld? Geef die dag met --date jjjj-mm-dd.")
            problems = (*check_version(draft.root, version), *_iter_title_faults(draft, code))
            if problems:
                raise DdasError(
                    f"{code} kan nog niet worden vastgesteld:\n- " + "\n- ".join(problems) + "\nHerstel dit eerst."
                )
            values = {"status": str(Status.ADOPTED), "datum": date}
            set_values(draft.root, version, values | ({"in_gebruik_vanaf": in_use_from} if in_use_from else {}))
        changed = draft.publish(sealing=[code])
    return f"{code} is vastgesteld en verzegeld ({changed} bestanden geschreven)."


def _check_published(draft: Draft, checkout: Path, code: str) -> None:
    version = draft.find(code)
    specification = load(draft.root, version)
    if version.status.is_draft or not version.wire_digest:
        raise DdasError(
            f"{code} staat niet in het register als gepubliceerd. Vul de status vastgesteld, vervallen of ingetrokken "
            "in, en het controlegetal 'wire' van het gepubliceerde schema."
        )
    if read_issued(checkout, version) and not (version.publication and version.publication.provisional):
        raise DdasError(
            f"{code} was al verzegeld: generated/{version.id.folder} staat er. Zet de controlegetallen terug, met git. "
            "Opnieuw verzegelen mag alleen zolang bij haar publicatie 'voorlopig' staat."
        )
    if wire_digest(specification) != version.wire_digest:
        raise DdasError(f"{code}: het schema is niet gelijk aan het gepubliceerde. Verbeter het model.")
    faults = list(iter_example_faults(specification))
    if faults:
        raise DdasError(f"{code}: {faults[0]} Herstel de voorbeelden.")
    wrong = list_case_faults(draft.root, [(version, specification)])
    if wrong:
        raise DdasError("\n".join([*map(str, wrong), "Herstel dit eerst."]))


def _iter_title_faults(draft: Draft, code: str) -> Iterator[str]:
    version = draft.find(code)
    title = load(draft.root, version).title
    if any(word in title.casefold() for word in _NOT_YET):
        yield (
            f"De titel zegt nog dat dit een concept is: '{title}'. "
            f"Verbeter 'title' in model/{version.id.folder}/schema.yaml."
        )
