"""A concept takes over what became better in its predecessor after it was opened.

Three ways: the predecessor as it was then, as it is now, and the concept. What only the predecessor changed comes over,
what only the concept changed stays, and where both changed the same lines the maintainer decides. A file that the
concept left out stays out.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ddas.errors import DdasError
from ddas.rendering.files import replace_file
from ddas_generators.model.register import RegisteredVersion, model_folder, read_register
from ddas_generators.release.fork import read_fork, read_texts, write_fork
from ddas_generators.release.line_merging import mark_lines, merge_lines

__all__ = ["Sync", "plan_sync", "sync_version"]

_Texts = dict[str, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sync:
    """What is to be taken over.

    Attributes:
        written: File of the concept → its new lines.
        removed: Files that the predecessor dropped and the concept left as they were.
        conflicts: ``bestand:regel`` in the concept where both changed something else.
        now: The predecessor as it is now: the base of the next time.
    """

    written: _Texts
    removed: tuple[str, ...]
    conflicts: tuple[str, ...]
    now: _Texts

    @property
    def is_in_step(self) -> bool:
        """Whether there is nothing to take over and nothing to decide."""
        return not (self.written or self.removed or self.conflicts)


def plan_sync(root: Path, version: RegisteredVersion, base: Path | None = None) -> Sync | None:
    """What a concept has to take over; None when it is not known how its predecessor was when it was opened.

    Args:
        root: The checkout.
        version: The concept.
        base: A folder with the model of the predecessor as it was then; None takes what was kept.

    Raises:
        DdasError: it has no predecessor, or what was kept is damaged.
    """
    before = next((v for v in read_register(root) if v.id.code == version.predecessor), None)
    if before is None:
        raise DdasError(f"{version.id.code} heeft geen voorganger. Er is niets om over te nemen.")
    folder = model_folder(root, version)
    if base is None:
        marks = read_fork(folder, root)
    else:
        marks = {name: mark_lines(lines) for name, lines in read_texts(base, before.id, version.id).items()}
    if marks is None:
        return None
    return _compare(
        marks,
        read_texts(folder, version.id, version.id),
        read_texts(model_folder(root, before), before.id, version.id),
    )


def sync_version(checkout: Path, code: str, *, base: Path | None = None) -> tuple[str, tuple[str, ...]]:
    """Take over what became better in the model; gives a Dutch text and the places where the maintainer decides.

    Raises:
        DdasError: it is no concept, or it is not known how its predecessor was. Nothing has changed then.
    """
    version = next((v for v in read_register(checkout) if v.id.code == code), None)
    if version is None:
        codes = ", ".join(v.id.code for v in read_register(checkout))
        raise DdasError(f"Versie '{code}' staat niet in het register. Kies uit: {codes}.")
    if not version.status.is_draft:
        raise DdasError(f"{code} is {version.status}. Alleen een concept neemt iets over van zijn voorganger.")
    if base is not None and not base.is_dir():
        raise DdasError("De map achter --base bestaat niet. Noem een map met het model van de voorganger.")
    sync = plan_sync(checkout, version, base)
    if sync is None:
        raise DdasError(
            f"Bij {code} is niet bewaard hoe {version.predecessor} was toen het concept begon. Haal die stand uit "
            "git, en noem de map met: --base MAP. Is het concept nu bij, noem dan de map van de voorganger zelf."
        )
    folder = model_folder(checkout, version)
    for name, lines in sync.written.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        replace_file(folder / name, "".join(lines).encode())
    for name in sync.removed:
        (folder / name).unlink()
    write_fork(folder, sync.now)
    taken = len(sync.written) + len(sync.removed)
    if not taken:
        start = f"{code}: niets overgenomen" if sync.conflicts else f"{code} is bij: er was niets over te nemen"
        return f"{start} van {version.predecessor}.", sync.conflicts
    files = "1 bestand" if taken == 1 else f"{taken} bestanden"
    text = f"{code}: {files} bijgewerkt met {version.predecessor}. Voer nu uit: ddas lint, en daarna ddas generate"
    return text, sync.conflicts


def _compare(base: _Texts, ours: _Texts, theirs: _Texts) -> Sync:
    written: _Texts = {}
    removed: list[str] = []
    conflicts: list[str] = []
    for name in sorted(base.keys() | theirs.keys()):
        then, now, mine = base.get(name), theirs.get(name), ours.get(name)
        if now is None:
            if mine is not None and mark_lines(mine) == then:
                removed.append(name)
        elif mine is None:
            if then is None:
                written[name] = now
        else:
            merged = merge_lines(then or [], mine, now)
            if list(merged.lines) != mine:
                written[name] = list(merged.lines)
            conflicts += (f"{name}:{line}" for line in merged.conflicts)
    return Sync(written=written, removed=tuple(removed), conflicts=tuple(conflicts), now=theirs)
