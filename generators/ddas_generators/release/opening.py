"""Open a version: copy the model of its predecessor and register it as a concept."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from ddas.errors import DdasError
from ddas.rendering.files import replace_file
from ddas.standard.identity import StandardId, Version
from ddas.standard.status import Status
from ddas_generators.model.register import RegisteredVersion, model_folder, read_register
from ddas_generators.release.draft import draft_of
from ddas_generators.release.fork import OWN_FILES, read_texts, write_fork
from ddas_generators.release.identifiers import rename_identifiers
from ddas_generators.release.register_edit import add_row

__all__ = ["open_version"]

_DECLARATION = """\
# What this version changes, in the words of `ddas diff`. `ddas release check` compares it with what really differs.
wijzigingen: []
"""


def open_version(checkout: Path, code: str, *, after: str | None = None) -> str:
    """Open a version such as ``shv-v1.1``; gives a Dutch text that says what stands where.

    ``after``: code of the version that it follows; None takes the newest, and then there may be no concept yet.

    Raises:
        DdasError: the code is wrong or taken, or it is not clear what it follows. Nothing has changed then.
    """
    versions = read_register(checkout)
    new, predecessor = _plan(code, versions, after)
    with draft_of(checkout) as draft:
        old_folder = model_folder(draft.root, predecessor)
        folder = old_folder.parent / str(new.version)
        if folder.exists():
            raise DdasError(f"De map model/{new.folder} bestaat al. Verwijder haar of registreer de versie zelf.")
        shutil.copytree(old_folder, folder, ignore=shutil.ignore_patterns(*OWN_FILES))
        for path in sorted(folder.rglob("*.yaml")):
            text = path.read_text(encoding="utf-8")
            replace_file(path, rename_identifiers(text, predecessor.id, new).encode())
        (folder / "wijzigingen").mkdir()
        replace_file(folder / "wijzigingen" / "wijzigingen.yaml", _DECLARATION.encode())
        write_fork(folder, read_texts(old_folder, predecessor.id, new))
        add_row(
            draft.root,
            {
                "domein": new.domain.name,
                "versie": str(new.version),
                "status": str(Status.CONCEPT),
                "voorganger": predecessor.id.code,
                "revisie": 0,
            },
        )
        changed = draft.publish()
    return (
        f"{new.code} is geopend als concept in model/{new.folder} ({changed} bestanden geschreven). "
        "Pas het model aan, noteer elke wijziging in wijzigingen/wijzigingen.yaml en voer uit: "
        f"ddas release check {new.code}"
    )


def _plan(
    code: str, versions: tuple[RegisteredVersion, ...], after: str | None
) -> tuple[StandardId, RegisteredVersion]:
    domain_code, _, number = code.rpartition("-")
    family = [v for v in versions if v.id.domain.code == domain_code]
    if not family:
        codes = sorted({v.id.domain.code for v in versions})
        raise DdasError(f"'{code}' begint niet met de code van een domein. Kies uit: {', '.join(codes)}.")
    new = StandardId(domain=family[0].id.domain, version=Version.parse(number))
    if any(v.id == new for v in family):
        raise DdasError(f"{code} staat al in het register. Kies een ander nummer.")
    predecessor = _find_predecessor(code, family, after)
    if predecessor.id.version > new.version:
        raise DdasError(f"{predecessor.id.code} is nieuwer dan {code}. Kies een hoger nummer.")
    return new, predecessor


def _find_predecessor(code: str, family: Sequence[RegisteredVersion], after: str | None) -> RegisteredVersion:
    codes = ", ".join(v.id.code for v in family)
    if after is not None:
        named = next((v for v in family if v.id.code == after), None)
        if named is None:
            raise DdasError(f"{after} achter --after is geen versie van dit domein. Kies uit: {codes}.")
        return named
    concept = next((v for v in family if v.status.is_draft), None)
    if concept is not None:
        raise DdasError(
            f"{concept.id.code} is nog een concept. Stel dat eerst vast, geef het een ander nummer met ddas release "
            f"renumber, of zeg met --after op welke versie {code} volgt. Kies uit: {codes}."
        )
    return max(family, key=lambda v: v.id.version)
