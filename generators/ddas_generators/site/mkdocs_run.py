"""One run of mkdocs: the root of the site, or pages of one version in their frame."""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jinja2 import TemplateError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from ddas.errors import DdasError
from ddas_generators.site.pages import SitePage
from ddas_generators.site.version_site import VersionSite

__all__ = ["run_for_root", "run_for_version"]


def run_for_root(root: Path, target: Path, generated: Path) -> None:
    """Make the root in ``target``, which is emptied first.

    Raises:
        DdasError: a page cannot be made.
    """
    _run(root, target, {"generated": str(generated)})


def run_for_version(root: Path, target: Path, site: VersionSite, pages: Iterable[SitePage]) -> None:
    """Make these pages of a version in ``target``, which is emptied first, with what the theme needs beside them.

    Raises:
        DdasError: a page cannot be made.
    """
    by_source = {f"{page.address}index.md": page for page in pages}
    with tempfile.TemporaryDirectory() as empty:
        _run(root, target, {"ddas_site": site, "ddas_pages": by_source}, empty=Path(empty))


def _run(root: Path, target: Path, facts: dict[str, Any], *, empty: Path | None = None) -> None:
    """``empty``: a folder without pages, instead of those of the root."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # of mkdocs-material, about a product that this site does not use
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(target), strict=True)
        config.extra.update(facts)
        if empty is not None:
            config.docs_dir, config.nav = str(empty), None
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    except (MkDocsException, TemplateError) as error:
        raise DdasError(f"De site kan niet worden gebouwd: {error}. Verbeter dit en bouw opnieuw.") from error
