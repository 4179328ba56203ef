"""Retire a version: from a day on it is no longer taken."""

from __future__ import annotations

from pathlib import Path

from ddas.errors import DdasError
from ddas.standard.status import Status
from ddas_generators.editions.edition import build_editions, load_versions
from ddas_generators.release.draft import draft_of
from ddas_generators.release.register_edit import set_values
from ddas_generators.release.revising import Occasion, compare_with_issued, write_revision

__all__ = ["retire_version"]


def retire_version(checkout: Path, code: str, *, until: str | None, date: str | None = None) -> str:
    """Retire a version: status ``vervallen``, and a revision that says so; gives a Dutch text.

    Its norm stays, and so do all its files: until the last day deliveries are made and checked with them.

    Args:
        checkout: The checkout.
        code: Such as ``shv-v1.0``.
        until: Last day on which deliveries of it are taken, ``YYYY-MM-DD``.
        date: Day of the revision; None when unknown.

    Raises:
        DdasError: there is no last day, or the version is not adopted. Nothing has changed then.
    """
    with draft_of(checkout) as draft:
        version = draft.find(code)
        if version.status is not Status.ADOPTED:
            raise DdasError(f"{code} is {version.status}. Alleen een vastgestelde versie kan vervallen.")
        if until is None:
            raise DdasError(
                "Tot en met welke dag worden aanleveringen volgens deze versie aangenomen? "
                "Geef die dag met --until jjjj-mm-dd."
            )
        set_values(draft.root, version, {"status": str(Status.RETIRED), "aanvaard_tot": until})
        edition = next(e for e in build_editions(load_versions(draft.root)) if e.version.id == version.id)
        occasion = Occasion(reason=f"De versie vervalt: aangenomen tot en met {until}.", date=date)
        line = write_revision(draft, compare_with_issued(checkout, edition), occasion)
        changed = draft.publish(sealing=[code])
    return f"{line}\n{code} vervalt: aangenomen tot en met {until} ({changed} bestanden geschreven)."
