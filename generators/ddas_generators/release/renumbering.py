"""Give a concept another number: its folder, its identifiers, and what follows it in the register."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from ddas.errors import DdasError
from ddas.migration.pairs.migrators import MIGRATORS
from ddas.rendering.files import replace_file
from ddas.standard.identity import StandardId, Version
from ddas_generators.model.register import RegisteredVersion, model_folder, read_register
from ddas_generators.release.draft import draft_of
from ddas_generators.release.identifiers import rename_identifiers
from ddas_generators.release.register_edit import set_values

__all__ = ["renumber_version"]


def renumber_version(checkout: Path, code: str, new_code: str) -> str:
    """Renumber a concept such as ``shv-v1.1`` to ``shv-v2.0``; gives a Dutch text.

    Raises:
        DdasError: it is no concept, or the new number is taken or out of order. Nothing has changed then.
    """
    with draft_of(checkout) as draft:
        version = draft.find(code)
        versions = read_register(draft.root)
        new = _plan(version, new_code, versions)
        old_folder = model_folder(draft.root, version)
        folder = old_folder.parent / str(new.version)
        if folder.exists():
            raise DdasError(f"De map model/{new.folder} bestaat al. Verwijder haar of kies een ander nummer.")
        old_folder.rename(folder)
        for path in sorted(folder.rglob("*.yaml")):
            text = path.read_text(encoding="utf-8")
            replace_file(path, rename_identifiers(text, version.id, new).encode())
        followers = [v for v in versions if v.predecessor == code]
        set_values(draft.root, version, {"versie": str(new.version)})
        for follower in followers:
            set_values(draft.root, follower, {"voorganger": new.code})
        changed = draft.publish()
        shutil.rmtree(model_folder(checkout, version))
    return f"{code} heet nu {new.code} ({changed} bestanden geschreven).{_what_is_left(version, new)}"


def _plan(version: RegisteredVersion, new_code: str, versions: Sequence[RegisteredVersion]) -> StandardId:
    domain = version.id.domain
    if not version.status.is_draft:
        raise DdasError(f"{version.id.code} is {version.status}. Alleen een concept kan een ander nummer krijgen.")
    domain_code, _, number = new_code.rpartition("-")
    if domain_code != domain.code:
        raise DdasError(f"'{new_code}' hoort niet bij {domain.title.lower()}. Schrijf een code als {domain.code}-v2.0.")
    new = StandardId(domain=domain, version=Version.parse(number))
    by_code = {v.id.code: v for v in versions}
    if new.code in by_code:
        raise DdasError(f"{new.code} staat al in het register. Kies een ander nummer.")
    before = by_code.get(version.predecessor or "")
    if before is not None and before.id.version > new.version:
        raise DdasError(f"{new.code} volgt op {before.id.code} en heeft dus een hoger nummer. Kies een hoger nummer.")
    for after in versions:
        if after.predecessor == version.id.code and after.id.version < new.version:
            raise DdasError(
                f"{after.id.code} volgt op dit concept en heeft dus een hoger nummer. Kies een lager nummer."
            )
    return new


def _what_is_left(version: RegisteredVersion, new: StandardId) -> str:
    """The one thing that stands in code: choices for the migration to or from this version."""
    code = version.id.code
    pairs = [m.name for m in MIGRATORS if code in (m.source, m.target)]
    if not pairs:
        return ""
    return f" Noem {new.code} ook in generators/ddas/migration/pairs/, in de stap {' en '.join(pairs)}."
