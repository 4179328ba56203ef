"""A copy of the model to work on: what goes wrong there leaves the checkout as it was."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from ddas.errors import DdasError
from ddas.rendering.files import replace_file
from ddas_generators.editions.digests import edition_digest, norm_digest, wire_digest
from ddas_generators.editions.edition import build_editions, load_versions
from ddas_generators.editions.seals import find_broken_seals
from ddas_generators.editions.write import apply_differences, find_differences
from ddas_generators.model.register import RegisteredVersion, find_version, read_register
from ddas_generators.release.register_edit import set_values

__all__ = ["Draft", "draft_of"]


class Draft:
    """The copy. ``root`` is its checkout: it holds ``model/`` alone."""

    def __init__(self, checkout: Path, root: Path) -> None:
        self._checkout = checkout
        self.root = root

    def find(self, code: str) -> RegisteredVersion:
        """The version of this code.

        Raises:
            DdasError: it is not in the register.
        """
        return find_version(self.root, code)

    def publish(self, sealing: Sequence[str] = ()) -> int:
        """Bring the changes of the model to the checkout, regenerate, and give the number of files that changed.

        Every artefact is made first, from the draft; only then the disk changes.

        Args:
            sealing: Codes of the versions that get the digests of what they are now; the others keep theirs.

        Raises:
            DdasError: another adopted version is no longer what was issued. Nothing has changed then.
        """
        editions = build_editions(load_versions(self.root))
        for edition in editions:
            if edition.version.id.code in sealing:
                digests = {
                    "wire": wire_digest(edition.specification),
                    "norm": norm_digest(edition.specification),
                    "uitgave": edition_digest(edition.files),
                }
                set_values(self.root, edition.version, digests)
        sealed = {v.id.code: v for v in read_register(self.root)}
        broken = find_broken_seals(self.root, [replace(e, version=sealed[e.version.id.code]) for e in editions])
        if broken:
            raise DdasError("\n".join([*broken, "Er is niets geschreven."]))
        files = {path: content for edition in editions for path, content in edition.files.items()}
        written = self._copy_model()
        folder = self._checkout / "generated"
        differences = find_differences(folder, files)
        apply_differences(folder, files, differences)
        return written + len(differences)

    def _copy_model(self) -> int:
        written = 0
        for path in sorted(p for p in (self.root / "model").rglob("*") if p.is_file()):
            target = self._checkout / path.relative_to(self.root)
            content = path.read_bytes()
            if not target.is_file() or target.read_bytes() != content:
                target.parent.mkdir(parents=True, exist_ok=True)
                replace_file(target, content)
                written += 1
        return written


@contextmanager
def draft_of(checkout: Path) -> Iterator[Draft]:
    """A draft of this checkout; it is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="ddas-") as folder:
        shutil.copytree(checkout / "model", Path(folder) / "model")
        yield Draft(checkout, Path(folder))
