"""Builds the whole site: the root, then each version in its own folder, then a check of every link."""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from ddas.errors import DdasError
from ddas.standard.catalog import iter_specifications
from ddas_generators.site.link_check import find_broken_links

__all__ = ["build_site"]

_MARKER = ".ddas-site"
"""Marks the folder as ours, also after a build that failed half-way; mkdocs leaves hidden files alone."""


def build_site(root: Path, target: Path, *, only: Iterable[str] = (), generated: Path | None = None) -> int:
    """Build into ``target`` and count the pages.

    Args:
        root: The checkout.
        target: Folder of the site; the versions that are built are replaced as a whole.
        only: Codes of versions; then the root and the other versions stay as they are, and links to them unchecked.
        generated: Folder with the generated files; default that of the checkout.

    Raises:
        DdasError: a page cannot be made, a link leads nowhere, or the folder holds something else than a site.
    """
    folder = generated or root / "generated"
    known = {s.id.code: s.id.folder for s in iter_specifications(folder)}
    wanted = tuple(only) or tuple(known)
    unknown = [code for code in wanted if code not in known]
    if unknown or not known:
        raise DdasError(f"Deze versie bestaat niet: {', '.join(unknown)}. Kies uit: {', '.join(known) or 'niets'}.")
    _refuse_other_folder(target, known.values(), own=root / "site")
    target.mkdir(parents=True, exist_ok=True)
    (target / _MARKER).touch()
    if not only:
        _build_one(root, folder, target, None)
    jobs = [(root, folder, target / known[code], code) for code in wanted]
    with ProcessPoolExecutor(min(len(jobs), os.cpu_count() or 1), mp_context=get_context("spawn")) as pool:
        for future in [pool.submit(_build_one, *job) for job in jobs]:
            future.result()
    built = [target / known[code] for code in wanted] if only else [target]
    pages = [(place, page) for place in built for page in sorted(place.rglob("*.html"))]
    broken = [found for place in built for found in find_broken_links(place, [p for b, p in pages if b == place])]
    if broken:
        shown = "\n".join(f"  {page}: {link}" for page, link in broken[:20])
        raise DdasError(f"Links die nergens heen leiden: {len(broken)}.\n{shown}\nVerbeter de pagina of het model.")
    return len(pages)


def _refuse_other_folder(target: Path, versions: Iterable[str], *, own: Path) -> None:
    """Building empties the folder first, so that it must be empty or hold a site, whole or half."""
    markers = [target / _MARKER, target / "versions.json", *(target / folder / "adressen.json" for folder in versions)]
    if target == own or not target.is_dir() or not any(target.iterdir()) or any(m.is_file() for m in markers):
        return
    raise DdasError(f"{target} is niet leeg en is geen site van ddas. Kies een lege map.")


def _build_one(root: Path, generated: Path, target: Path, code: str | None) -> None:
    """One run of mkdocs; ``code``: the version, None for the root."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # of mkdocs-material, about a product that this site does not use
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    with tempfile.TemporaryDirectory() as empty:
        try:
            config = load_config(str(root / "mkdocs.yml"), site_dir=str(target), strict=True)
            config.extra["generated"] = str(generated)
            if code is not None:
                config.docs_dir, config.nav = empty, None
                config.extra["standard"] = code
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
        except (MkDocsException, TemplateError) as error:
            raise DdasError(f"De site kan niet worden gebouwd: {error}. Verbeter dit en bouw opnieuw.") from error
