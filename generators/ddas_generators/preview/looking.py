"""One look at an edit: what lint says, what changes for whom, and the pages as they become."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

from ddas.comparison.compare import Comparison, compare
from ddas.comparison.history import make_pasts
from ddas.errors import DdasError
from ddas.standard.specification import Specification
from ddas_generators.editions.edition import Edition, build_edition
from ddas_generators.editions.seals import find_broken_seals
from ddas_generators.lint import lint
from ddas_generators.model.register import RegisteredVersion, find_version
from ddas_generators.preview.family import FamilyReader
from ddas_generators.preview.last_commit import CommittedModel
from ddas_generators.preview.page_folder import PageFolder
from ddas_generators.site.root_site import read_kinds
from ddas_generators.site.version_site import VersionSite, describe_files

__all__ = ["Look", "Looker", "open_looker"]


_LOOKS_PER_PROCESS = 50
"""LinkML keeps every model that it was given: after so many a fresh process takes over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What one look found.

    Attributes:
        code: The version.
        folder: Folder of its pages, below the first page.
        findings: What lint found, or why the model cannot be read; empty when all is well, None when lint still runs.
        seals: What is wrong with the seals of an adopted version.
        comparison: With the commit; None when there is nothing to compare with.
        remark: Why there is no comparison, or that it is with another version.
        changed: Addresses of the pages that were made again.
        is_shown: Whether the pages show the model as it is now.
    """

    code: str
    folder: str
    findings: tuple[str, ...] | None = None
    seals: tuple[str, ...] = ()
    comparison: Comparison | None = None
    remark: str = ""
    changed: tuple[str, ...] = ()
    is_shown: bool = False


class Looker:
    """Looks at one version of the checkout ``root`` and keeps its pages below ``target``; see ``open_looker``."""

    def __init__(self, root: Path, target: Path, code: str, since: str, pool: ProcessPoolExecutor) -> None:
        self._root = root
        self._pool = pool
        self._version = find_version(root, code)
        self._family = FamilyReader(root)
        self._committed = CommittedModel(root, since)
        self._pages = PageFolder(root, target / self._version.id.folder)
        self._linting: Future[tuple[str, ...]] | None = None

    def look(self) -> Look:
        """Look at the model as it stands on disk now; lint goes on meanwhile, see ``finish``."""
        id = self._version.id
        self._linting = self._pool.submit(_lint_in_words, self._root, id.code)
        try:
            seals, comparison, remark, changed = self._make()
        except DdasError as error:
            # What lint says of the same fault names the line.
            return Look(code=id.code, folder=id.folder, findings=self._linting.result() or (str(error),))
        return Look(
            code=id.code,
            folder=id.folder,
            seals=seals,
            comparison=comparison,
            remark=remark,
            changed=changed,
            is_shown=True,
        )

    def finish(self, look: Look) -> Look:
        """The same look with what lint found; waits for it."""
        return (
            look
            if look.findings is not None or self._linting is None
            else replace(look, findings=self._linting.result())
        )

    def _make(self) -> tuple[tuple[str, ...], Comparison | None, str, tuple[str, ...]]:
        known = self._family.read(self._version.id.code)
        version, specification = next(pair for pair in known if pair[0].id == self._version.id)
        family = tuple(s for _, s in known)
        comparison, remark = self._compare(version, specification, family)
        past = make_pasts(family)[version.id.code]
        edition = build_edition(version, specification, past)
        return self._seals(edition), comparison, remark, self._update(edition, family)

    def _update(self, edition: Edition, family: tuple[Specification, ...]) -> tuple[str, ...]:
        folder = edition.version.id.folder
        files = {path.removeprefix(f"{folder}/"): content for path, content in sorted(edition.files.items())}
        kinds = read_kinds(self._root / "docs")
        return self._pages.update(VersionSite(edition.specification, family, describe_files(files), kinds), files)

    def _seals(self, edition: Edition) -> tuple[str, ...]:
        return () if edition.version.status.is_draft else find_broken_seals(self._root, (edition,))

    def _compare(
        self, version: RegisteredVersion, specification: Specification, family: tuple[Specification, ...]
    ) -> tuple[Comparison | None, str]:
        try:
            before = self._committed.find(version)
        except DdasError as error:
            return None, f"Niet vergeleken met een commit: {error}"
        if before is not None:
            return compare(before, specification), ""
        previous = next((s for s in family if s.id.code == version.predecessor), None)
        if previous is None:
            return None, f"{version.id.code} staat nog niet in de commit en heeft geen voorganger."
        return compare(previous, specification), f"{version.id.code} staat nog niet in de commit."


@contextmanager
def open_looker(root: Path, target: Path, code: str, since: str) -> Iterator[Looker]:
    """A looker with a process beside it in which lint runs, so that the two keep two processors busy.

    Args:
        root: The checkout.
        target: Folder for the pages.
        code: The version.
        since: Name of the commit to compare with, such as HEAD.

    Raises:
        DdasError: the version is not in the register.
    """
    find_version(root, code)
    pool = ProcessPoolExecutor(
        1,
        mp_context=get_context("spawn"),
        initializer=_leave_stopping_to_the_parent,
        max_tasks_per_child=_LOOKS_PER_PROCESS,
    )
    try:
        yield Looker(root, target, code, since, pool)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _leave_stopping_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _lint_in_words(root: Path, code: str) -> tuple[str, ...]:
    try:
        return tuple(map(str, lint(root, find_version(root, code))))
    except DdasError as error:
        return (str(error),)
