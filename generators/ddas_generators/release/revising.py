"""Revise adopted versions: better texts, rules or files, never another norm."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ddas.comparison.change import Breaks, Change
from ddas.comparison.compare import list_changes
from ddas.errors import DdasError
from ddas.rendering.files import replace_file
from ddas.standard.specification_json import specification_from_json
from ddas_generators.editions.digests import edition_digest
from ddas_generators.editions.edition import CHECKSUMS_FILE, Edition, build_editions, load_versions, read_issued
from ddas_generators.editions.seals import find_broken_norms
from ddas_generators.model.located_cases import list_case_faults
from ddas_generators.model.register import RegisteredVersion, model_folder
from ddas_generators.model.revisions import REVISIONS_FILE
from ddas_generators.release.draft import Draft, draft_of
from ddas_generators.release.register_edit import set_values
from ddas_generators.release.strictness import list_stricter

__all__ = ["Occasion", "Revised", "compare_with_issued", "revise_versions", "write_revision"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What a maintainer says of a revision.

    Attributes:
        reason: Why it is there.
        date: Its day, ``YYYY-MM-DD``; None when unknown.
        accepted: Why the steering group accepts that it is stricter; empty when it may not be.
    """

    reason: str
    date: str | None = None
    accepted: str = ""


def revise_versions(checkout: Path, codes: Sequence[str], occasion: Occasion) -> str:
    """Revise these versions (none named: every adopted one whose edition changed); gives a Dutch text.

    What changed is listed by class in ``revisies.yaml`` of each version.

    Raises:
        DdasError: nothing changed, the norm changed, a case of a rule contradicts the check, a version becomes
            stricter without a decision, or the edition on disk is not the one that was issued.
    """
    if not occasion.reason.strip():
        raise DdasError("Een revisie heeft een reden. Geef die met --reason 'waarom'.")
    with draft_of(checkout) as draft:
        for code in codes:
            draft.find(code)
        changed = _find_changed(draft, checkout)
        _check_choice(codes, [e.version.id.code for e in changed])
        faults = list_case_faults(draft.root, [(e.version, e.specification) for e in changed])
        if faults:
            raise DdasError("\n".join([*map(str, faults), "Herstel dit eerst. Er is niets geschreven."]))
        revisions = [compare_with_issued(checkout, edition) for edition in changed]
        _check_strictness(revisions, occasion)
        lines = [write_revision(draft, revision, occasion) for revision in revisions]
        written = draft.publish(sealing=[e.version.id.code for e in changed])
    return "\n".join([*lines, f"{written} bestanden geschreven."])


def _find_changed(draft: Draft, checkout: Path) -> list[Edition]:
    """The adopted versions that are no longer what was issued; their norm is the adopted one."""
    pairs = load_versions(draft.root)
    broken = find_broken_norms(checkout, pairs)
    if broken:
        raise DdasError("\n".join([*broken, "Er is niets geschreven."]))
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised:
    """What a version becomes. ``stricter``: Dutch sentences; ``files``: those that differ, below its folder."""

    version: RegisteredVersion
    changes: tuple[Change, ...]
    stricter: tuple[str, ...]
    files: tuple[str, ...]


def compare_with_issued(checkout: Path, edition: Edition) -> Revised:
    """What makes this edition differ from the one that was issued.

    Raises:
        DdasError: the edition on disk is not the one that was issued.
    """
    version = edition.version
    old_files = _read_issued(checkout, version)
    issued = specification_from_json(old_files[f"{version.id.folder}/specification.json"])
    changes = list_changes(issued, edition.specification)
    files = sorted(
        path.removeprefix(f"{version.id.folder}/")
        for path in set(old_files) | set(edition.files)
        if not path.endswith(f"/{CHECKSUMS_FILE}") and old_files.get(path) != edition.files.get(path)
    )
    stricter = list_stricter(issued, edition.specification, changes)
    return Revised(version=version, changes=changes, stricter=stricter, files=tuple(files))


def _check_strictness(revisions: Sequence[Revised], occasion: Occasion) -> None:
    stricter = [r for r in revisions if r.stricter]
    if stricter and not occasion.accepted.strip():
        points = [f"- {r.version.id.code}: {text}" for r in stricter for text in r.stricter]
        raise DdasError(
            "Deze revisie keurt af wat goed was:\n" + "\n".join(points) + "\nEen revisie maakt een vastgestelde versie "
            "nooit ongemerkt strenger. Zet dit terug, of open een nieuwe versie. Heeft de stuurgroep hiertoe besloten, "
            "geef dat besluit dan met: --accept 'besluit'"
        )
    if occasion.accepted.strip() and not stricter:
        raise DdasError("Deze revisie maakt niets strenger. Laat --accept weg.")


def write_revision(draft: Draft, revision: Revised, occasion: Occasion) -> str:
    """Record the revision in the draft; gives a Dutch line about it."""
    version, number = revision.version, revision.version.revision + 1
    _record(model_folder(draft.root, version), number, revision, occasion)
    set_values(draft.root, version, {"revisie": number})
    counts = Counter(c.breaks for c in revision.changes)
    summary = ", ".join(f"{counts[b]} {b}" for b in Breaks if counts[b]) or "alleen gemaakte bestanden"
    line = f"{version.id.code}: revisie {number} ({summary}; {len(revision.files)} bestanden)."
    return f"{line} Strenger, met een besluit: {len(revision.stricter)}." if revision.stricter else line


def _read_issued(checkout: Path, version: RegisteredVersion) -> dict[str, bytes]:
    """The edition on disk, which must be the one that was issued: else nobody can say what changed."""
    files = read_issued(checkout, version)
    if edition_digest(files) != version.edition_digest:
        raise DdasError(
            f"generated/{version.id.folder} is niet de uitgave die is verzegeld. "
            f"Zet die eerst terug met: git checkout -- generated/{version.id.folder}"
        )
    return files


def _record(folder: Path, number: int, revision: Revised, occasion: Occasion) -> None:
    """Add the revision to the list; JSON strings are YAML strings too."""
    path = folder / REVISIONS_FILE
    text = path.read_text(encoding="utf-8") if path.is_file() else "# Every revision after adoption.\nrevisies:\n"
    lines = [f"  - revisie: {number}", f"    datum: {occasion.date or 'onbekend'}"]
    lines.append(f"    reden: {_quote(occasion.reason.strip())}")
    if revision.stricter:
        lines += [f"    aanvaard: {_quote(occasion.accepted.strip())}", "    strenger:"]
        lines += [f"      - {_quote(sentence)}" for sentence in revision.stricter]
    lines.append("    wijzigingen:" if revision.changes else "    wijzigingen: []")
    for change in sorted(revision.changes, key=lambda c: (c.breaks.rank, c.path, c.kind)):
        lines.append(f"      - {{klasse: {change.breaks}, soort: {change.kind}, pad: {_quote(change.path)}}}")
    lines.append("    bestanden:" if revision.files else "    bestanden: []")
    lines += [f"      - {_quote(file)}" for file in revision.files]
    replace_file(path, (text + "\n".join(lines) + "\n").encode())


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
