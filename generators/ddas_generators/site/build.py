"""Builds the whole site: the root, then each version in its own folder, then a check of every link."""

from __future__ import annotations

import os
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from ddas.errors import DdasError
from ddas.rendering.files import replace_file
from ddas.standard.catalog import iter_specifications
from ddas_generators.site.freshness import ROOT_PART, SITE_MARKER, forget_parts, record_parts
from ddas_generators.site.link_check import find_broken_links
from ddas_generators.site.mkdocs_run import run_for_root, run_for_version
from ddas_generators.site.pages import make_pages
from ddas_generators.site.root_site import read_kinds
from ddas_generators.site.start_page import make_start_page
from ddas_generators.site.version_files import make_version_files
from ddas_generators.site.version_site import VersionSite, describe_files, read_site_files

__all__ = ["SitePlan", "build_site", "plan_site", "refuse_other_folder"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePlan:
    """What is to be built where.

    Attributes:
        root: The checkout.
        target: Folder of the site; what is built is replaced as a whole.
        generated: Folder with the generated files.
        folders: Code of a version to build → its folder on the site.
        with_root: Also the root; without it the root and the other versions stay as they are.
    """

    root: Path
    target: Path
    generated: Path
    folders: dict[str, str]
    with_root: bool

    @property
    def parts(self) -> tuple[str, ...]:
        """What is built: codes of versions, and the root."""
        return (*((ROOT_PART,) if self.with_root else ()), *self.folders)


def plan_site(root: Path, target: Path, *, only: Iterable[str] = (), generated: Path | None = None) -> SitePlan:
    """A plan for these versions; without any, for all of them and the root.

    Raises:
        DdasError: a version does not exist, or the folder holds something else than a site.
    """
    source = generated or root / "generated"
    known = {s.id.code: s.id.folder for s in iter_specifications(source)}
    wanted = tuple(only)
    unknown = [code for code in wanted if code not in known]
    if unknown or not known:
        raise DdasError(f"Deze versie bestaat niet: {', '.join(unknown)}. Kies uit: {', '.join(known) or 'niets'}.")
    refuse_other_folder(target, known.values(), own=root / "site")
    folders = {code: known[code] for code in wanted or known}
    return SitePlan(root=root, target=target, generated=source, folders=folders, with_root=not wanted)


def build_site(plan: SitePlan) -> int:
    """Build and count the pages; links to what is not built are left unchecked.

    Raises:
        DdasError: a page cannot be made, or a link leads nowhere.
    """
    plan.target.mkdir(parents=True, exist_ok=True)
    forget_parts(plan.target, plan.parts)
    if plan.with_root:
        run_for_root(plan.root, plan.target, plan.generated)
    with ProcessPoolExecutor(min(len(plan.folders), os.cpu_count() or 1), mp_context=get_context("spawn")) as pool:
        for future in [pool.submit(_build_version, plan, code) for code in plan.folders]:
            future.result()
    if not plan.with_root and not (plan.target / "versions.json").is_file():
        replace_file(plan.target / "index.html", make_start_page(plan.target).encode())
    pages = _check_links(plan)
    record_parts(plan.root, plan.generated, plan.target, plan.parts)
    return pages


def _check_links(plan: SitePlan) -> int:
    """The number of pages that were read."""
    built = [plan.target] if plan.with_root else [plan.target / folder for folder in plan.folders.values()]
    pages = [(place, page) for place in built for page in sorted(place.rglob("*.html"))]
    broken = [found for place in built for found in find_broken_links(place, [p for b, p in pages if b == place])]
    if broken:
        shown = "\n".join(f"  {page}: {link}" for page, link in broken[:20])
        raise DdasError(f"Links die nergens heen leiden: {len(broken)}.\n{shown}\nVerbeter de pagina of het model.")
    return len(pages)


def refuse_other_folder(target: Path, versions: Iterable[str], *, own: Path) -> None:
    """Building empties the folder first, so that it must be empty or hold a site, whole or half.

    Raises:
        DdasError: it holds something else. ``versions``: their folders; ``own``: the folder that is always ours.
    """
    markers = [target / SITE_MARKER, target / "versions.json", *(target / f / "adressen.json" for f in versions)]
    if target == own or not target.is_dir() or not any(target.iterdir()) or any(m.is_file() for m in markers):
        return
    raise DdasError(f"{target} is niet leeg en is geen site van ddas. Kies een lege map.")


def _build_version(plan: SitePlan, code: str) -> None:
    specifications = tuple(iter_specifications(plan.generated))
    specification = next(s for s in specifications if s.id.code == code)
    files = read_site_files(plan.generated / plan.folders[code])
    site = VersionSite(specification, specifications, describe_files(files), read_kinds(plan.root / "docs"))
    pages = tuple(make_pages(site))
    target = plan.target / plan.folders[code]
    run_for_version(plan.root, target, site, pages)
    for path, content in make_version_files(site, pages, files).items():
        place = target / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
