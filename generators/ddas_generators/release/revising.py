"""Revise adopted versions: better texts, rules or files, never another norm."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from ddas.comparison.change import Breaks, Change
from ddas.comparison.compare import list_changes
from ddas.errors import DdasError
from ddas.rendering.files import replace_file
from ddas.standard.specification import Specification
from ddas.standard.specification_json import specification_from_json
from ddas_generators.editions.digests import edition_digest, norm_digest, wire_digest
from ddas_generators.editions.edition import Edition, build_editions, load_versions
from ddas_generators.model.register import RegisteredVersion, model_folder
from ddas_generators.release.adopting import seal
from ddas_generators.release.draft import Draft, draft_of
from ddas_generators.release.register_edit import set_values

__all__ = ["revise_versions"]


def revise_versions(checkout: Path, codes: Sequence[str], *, reason: str, date: str | None) -> str:
    """Revise these versions (none named: every adopted one whose edition changed); gives a Dutch text.

    What changed is listed by class in ``revisies.yaml`` of each version.

    Raises:
        DdasError: nothing changed, the norm changed, or the edition on disk is not the one that was issued.
    """
    if not reason.strip():
        raise DdasError("Een revisie heeft een reden. Geef die met --reason 'waarom'.")
    with draft_of(checkout) as draft:
        for code in codes:
            draft.find(code)
        changed = _find_changed(draft)
        _check_choice(codes, [e.version.id.code for e in changed])
        lines = [_revise(draft, checkout, edition, reason.strip(), date) for edition in changed]
        seal(draft, [e.version.id.code for e in changed])
        written = draft.publish()
    return "\n".join([*lines, f"{written} bestanden geschreven."])


def _find_changed(draft: Draft) -> list[Edition]:
    """The adopted versions that are no longer what was issued; their norm is the adopted one."""
    pairs = load_versions(draft.root)
    for version, specification in pairs:
        _check_norm(version, specification)
    editions = build_editions(pairs)
    return [e for e in editions if e.version.edition_digest and edition_digest(e.files) != e.version.edition_digest]


def _check_choice(codes: Sequence[str], changed: Sequence[str]) -> None:
    same = [code for code in codes if code not in changed]
    if same or not changed:
        what = f"{', '.join(same)} is niet gewijzigd" if same else "Geen vastgestelde versie is gewijzigd"
        raise DdasError(f"{what}. Er is niets te herzien.")
    others = [code for code in changed if codes and code not in codes]
    if others:
        raise DdasError(
            f"Ook gewijzigd: {', '.join(others)}. Noem alle versies, of geen enkele: "
            "dan wordt alles wat is gewijzigd herzien."
        )


def _check_norm(version: RegisteredVersion, specification: Specification) -> None:
    if not version.norm_digest:
        return
    if norm_digest(specification) != version.norm_digest or wire_digest(specification) != version.wire_digest:
        raise DdasError(
            f"{version.id.code}: de norm is gewijzigd, en die verandert nooit. Zet de wijziging van namen, typen of "
            f"verplichte velden terug, of open een nieuwe versie met: ddas release open {version.id.domain.code}-vX.Y"
        )


def _revise(draft: Draft, checkout: Path, edition: Edition, reason: str, date: str | None) -> str:
    version = edition.version
    issued = _read_issued(checkout, version)
    old_files = {path: content for path, content in issued.items() if not path.endswith("/SHA256SUMS")}
    changes = list_changes(_read_specification(issued, version), edition.specification)
    files = sorted(
        path.removeprefix(f"{version.id.folder}/")
        for path in set(old_files) | set(edition.files)
        if not path.endswith("/SHA256SUMS") and old_files.get(path) != edition.files.get(path)
    )
    number = version.revision + 1
    _record(model_folder(draft.root, version), number, reason, date, changes, files)
    set_values(draft.root, version, {"revisie": number})
    counts = Counter(c.breaks for c in changes)
    summary = ", ".join(f"{counts[b]} {b}" for b in Breaks if counts[b]) or "alleen gemaakte bestanden"
    return f"{version.id.code}: revisie {number} ({summary}; {len(files)} bestanden)."


def _read_issued(checkout: Path, version: RegisteredVersion) -> dict[str, bytes]:
    """The edition on disk, which must be the one that was issued: else nobody can say what changed."""
    generated = checkout / "generated"
    folder = generated / version.id.folder
    files = {
        path.relative_to(generated).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }
    if edition_digest(files) != version.edition_digest:
        raise DdasError(
            f"generated/{version.id.folder} is niet de uitgave die is verzegeld. "
            f"Zet die eerst terug met: git checkout -- generated/{version.id.folder}"
        )
    return files


def _read_specification(files: Mapping[str, bytes], version: RegisteredVersion) -> Specification:
    return specification_from_json(files[f"{version.id.folder}/specification.json"])


def _record(
    folder: Path, number: int, reason: str, date: str | None, changes: Sequence[Change], files: Sequence[str]
) -> None:
    """Add the revision to the list; JSON strings are YAML strings too."""
    path = folder / "revisies.yaml"
    text = path.read_text(encoding="utf-8") if path.is_file() else "# Every revision after adoption.\nrevisies:\n"
    lines = [f"  - revisie: {number}", f"    datum: {date or 'onbekend'}", f"    reden: {_quote(reason)}"]
    lines.append("    wijzigingen:" if changes else "    wijzigingen: []")
    for change in sorted(changes, key=lambda c: (c.breaks.rank, c.path, c.kind)):
        lines.append(f"      - {{klasse: {change.breaks}, soort: {change.kind}, pad: {_quote(change.path)}}}")
    lines.append("    bestanden:" if files else "    bestanden: []")
    lines += [f"      - {_quote(file)}" for file in files]
    replace_file(path, (text + "\n".join(lines) + "\n").encode())


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
