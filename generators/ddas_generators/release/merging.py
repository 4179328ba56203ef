"""Two branches that both revised: their revisions one after the other, in the middle of a ``git merge``.

The files of ``generated/`` and the seals cannot be merged by hand. Everything else in the model can, and is by then.
The revisions of the other branch get the numbers after ours, and what the merged model makes is sealed once.
"""

from __future__ import annotations

import io
import re
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ddas.errors import DdasError
from ddas.rendering.files import replace_file
from ddas_generators.editions.digests import edition_digest
from ddas_generators.editions.edition import Edition, build_editions, load_versions
from ddas_generators.editions.seals import find_broken_norms
from ddas_generators.model.register import RegisteredVersion, model_folder, read_register
from ddas_generators.model.revisions import REVISIONS_FILE
from ddas_generators.model.yaml_source import read_yaml
from ddas_generators.release.draft import Draft, draft_of
from ddas_generators.release.register_edit import add_row, set_values
from ddas_generators.release.revising import Occasion, compare_with_issued, write_revision

__all__ = ["merge_revisions"]

_REGISTER = Path("model") / "versies.yaml"
_SEALED = frozenset({"domein", "versie", "revisie", "wire", "norm", "uitgave"})
"""What is ours in a row of the register, whatever the other branch says."""

_FIRST_LINE = re.compile(r"^  - revisie: \d+$", re.MULTILINE)
_REASON = "Samengevoegd met de revisies van een andere tak."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sides:
    """Checkouts of both branches, and of the commit from which they parted."""

    ours: Path
    theirs: Path
    base: Path


def merge_revisions(checkout: Path) -> str:
    """Merge the registers, revisions and seals of two branches in the middle of a ``git merge``; gives a Dutch text.

    Raises:
        DdasError: no merge is going on, a model file still has its conflicts, the norm of an adopted version changed,
            or a version would become stricter. Nothing has changed then.
    """
    _check_conflicts(checkout)
    with _sides_of(checkout) as sides, draft_of(checkout) as draft:
        replace_file(draft.root / _REGISTER, (sides.ours / _REGISTER).read_bytes())
        _merge_register(draft, sides)
        taken = _merge_revisions(draft, sides)
        pairs = load_versions(draft.root)
        broken = find_broken_norms(draft.root, pairs)
        if broken:
            raise DdasError("\n".join([*broken, "Er is niets geschreven."]))
        changed = [e for e in build_editions(pairs) if e.version.edition_digest and not _is_issued(e)]
        for edition in changed:
            _take(draft, sides, edition, taken)
        written = draft.publish(sealing=[e.version.id.code for e in changed])
    lines = [f"{code}: {number} revisies van de andere tak achter die van ons gezet." for code, number in taken.items()]
    lines.append(f"{written} bestanden geschreven. Rond af met: git add model generated && git commit")
    return "\n".join(lines)


def _is_issued(edition: Edition) -> bool:
    return edition_digest(edition.files) == edition.version.edition_digest


def _check_conflicts(checkout: Path) -> None:
    """Conflicts are for people, except in what this command makes anew."""
    for path in sorted((checkout / "model").rglob("*")):
        if path.is_file() and path.name not in (REVISIONS_FILE, _REGISTER.name) and b"\n<<<<<<< " in path.read_bytes():
            raise DdasError(
                f"{path.relative_to(checkout).as_posix()}: hier staan nog botsingen (<<<<<<<). "
                "Los die eerst met de hand op. Het register, de revisies en generated/ doet deze opdracht."
            )


@contextmanager
def _sides_of(checkout: Path) -> Iterator[_Sides]:
    base = _git(checkout, "merge-base", "HEAD", "MERGE_HEAD").decode().strip()
    with tempfile.TemporaryDirectory(prefix="ddas-") as folder:
        sides = _Sides(ours=Path(folder) / "ours", theirs=Path(folder) / "theirs", base=Path(folder) / "base")
        for commit, target, parts in (
            ("HEAD", sides.ours, ("model", "generated")),
            ("MERGE_HEAD", sides.theirs, ("model", "generated")),
            (base, sides.base, ("model",)),
        ):
            with tarfile.open(fileobj=io.BytesIO(_git(checkout, "archive", commit, "--", *parts))) as archive:
                archive.extractall(target, filter="data")
        yield sides


def _git(checkout: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", *arguments], cwd=checkout, capture_output=True, check=False)
    except OSError as error:
        raise DdasError("git is niet gevonden. Installeer git: deze opdracht werkt tijdens een 'git merge'.") from error
    if done.returncode:
        raise DdasError("Er is geen samenvoeging bezig. Begin met: git merge TAK. Voer daarna deze opdracht weer uit.")
    return done.stdout


def _merge_register(draft: Draft, sides: _Sides) -> None:
    """In the register of ours: what theirs added, and what theirs alone changed, seals and revisions aside."""
    ours, theirs, base = (_rows(side) for side in (sides.ours, sides.theirs, sides.base))
    by_name = {(v.id.domain.name, str(v.id.version)): v for v in read_register(draft.root)}
    for name, row in theirs.items():
        if name not in ours:
            if name not in base:
                _add(draft, row)
            continue
        was = base.get(name, {})
        news = {
            key: str(value)
            for key, value in row.items()
            if key not in _SEALED and value != was.get(key) and ours[name].get(key) == was.get(key)
        }
        if "publicatie" in news:
            raise DdasError(
                f"De andere tak veranderde 'publicatie' van {by_name[name].id.code} in model/versies.yaml. "
                "Breng dat over op deze tak, leg het vast en voeg opnieuw samen."
            )
        set_values(draft.root, by_name[name], news)


def _add(draft: Draft, row: Mapping[str, object]) -> None:
    if not all(isinstance(value, str | int) for value in row.values()):
        raise DdasError(
            f"De andere tak heeft een nieuwe rij voor {row['domein']} {row['versie']} met meer dan losse waarden. "
            "Zet die rij eerst met de hand in het register van deze tak, leg dat vast en voeg opnieuw samen."
        )
    add_row(draft.root, {key: value for key, value in row.items() if isinstance(value, str | int)})


def _rows(side: Path) -> dict[tuple[str, str], dict[str, object]]:
    rows = read_yaml(side / _REGISTER, side).data["versies"]
    return {(row["domein"], row["versie"]): row for row in rows}


def _merge_revisions(draft: Draft, sides: _Sides) -> dict[str, int]:
    """Puts the revisions of theirs behind ours; gives the code of each such version → how many."""
    base = {v.id.code: v.revision for v in read_register(sides.base)}
    theirs = {v.id.code: v for v in read_register(sides.theirs)}
    taken: dict[str, int] = {}
    for version in read_register(sides.ours):
        parted = base.get(version.id.code, 0)
        head, own = _blocks(sides.ours, version)
        _, other = _blocks(sides.theirs, version) if version.id.code in theirs else ("", [])
        behind = [
            _FIRST_LINE.sub(f"  - revisie: {number}", block, count=1)
            for number, block in enumerate(other[parted:], len(own) + 1)
        ]
        if own or behind:
            path = model_folder(draft.root, version) / REVISIONS_FILE
            replace_file(path, "".join([head, *own, *behind]).encode())
        if behind:
            set_values(draft.root, version, {"revisie": len(own) + len(behind)})
            taken[version.id.code] = len(behind)
    return taken


def _blocks(side: Path, version: RegisteredVersion) -> tuple[str, list[str]]:
    """The text of ``revisies.yaml`` before the first revision, and that of each revision."""
    path = model_folder(side, version) / REVISIONS_FILE
    text = path.read_text(encoding="utf-8") if path.is_file() else "# Every revision after adoption.\nrevisies:\n"
    starts = [match.start() for match in _FIRST_LINE.finditer(text)]
    ends = [*starts[1:], len(text)]
    blocks = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    return text[: starts[0]] if starts else text, blocks


def _take(draft: Draft, sides: _Sides, edition: Edition, taken: Mapping[str, int]) -> None:
    """A changed version: what theirs decided on holds; what no revision tells gets one."""
    version = edition.version
    ours = {v.id.code for v in read_register(sides.ours)}
    revised = compare_with_issued(sides.ours if version.id.code in ours else sides.theirs, edition)
    number = taken.get(version.id.code, 0)
    accepted = [r for r in edition.specification.revisions[-number:] if r.accepted] if number else []
    if revised.stricter and not accepted:
        raise DdasError(
            f"Samen maken de twee takken {version.id.code} strenger: {'; '.join(revised.stricter)}. "
            "Zet dit terug in het model, of breek het samenvoegen af met: git merge --abort"
        )
    if not number:
        write_revision(draft, revised, Occasion(reason=_REASON))
