"""The folder with the pages of one version; a round writes only what is other than in the round before."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ddas.rendering.files import replace_file
from ddas_generators.site.frame import make_frame
from ddas_generators.site.mkdocs_run import run_for_version
from ddas_generators.site.pages import SitePage, make_pages
from ddas_generators.site.version_files import make_version_files
from ddas_generators.site.version_site import VersionSite

__all__ = ["PageFolder"]


class PageFolder:
    """``folder``: that of the version, below the first page. ``root``: the checkout, for the theme."""

    def __init__(self, root: Path, folder: Path) -> None:
        self._root = root
        self._folder = folder
        self._pages: dict[str, tuple[SitePage, dict[str, Any]]] = {}
        self._files: dict[str, bytes] = {}

    def update(self, site: VersionSite, files: Mapping[str, bytes]) -> tuple[str, ...]:
        """Bring the folder up to date; gives the addresses of the pages that changed.

        Raises:
            DdasError: a page cannot be made.
        """
        pages = {page.address: (page, make_frame(site, page)) for page in make_pages(site)}
        changed = [page for address, (page, frame) in pages.items() if self._pages.get(address) != (page, frame)]
        self._write_pages(site, changed)
        wanted = make_version_files(site, [page for page, _ in pages.values()], files)
        for path, content in wanted.items():
            if self._files.get(path) != content:
                _write(self._folder / path, content)
        for gone in (*(f"{a}index.html" for a in self._pages.keys() - pages.keys()), *(self._files.keys() - wanted)):
            (self._folder / gone).unlink(missing_ok=True)
        self._pages, self._files = pages, wanted
        return tuple(page.address for page in changed)

    def _write_pages(self, site: VersionSite, pages: list[SitePage]) -> None:
        """The first time with everything that the theme needs, later the pages alone."""
        if not self._pages:
            run_for_version(self._root, self._folder, site, pages)
        elif pages:
            with tempfile.TemporaryDirectory() as name:
                run_for_version(self._root, Path(name), site, pages)
                for page in pages:
                    path = f"{page.address}index.html"
                    _write(self._folder / path, (Path(name) / path).read_bytes())


def _write(place: Path, content: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    replace_file(place, content)
