"""What stands in the folder of a version beside its pages: its files, its index for the search, its addresses."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from ddas_generators.site.pages import SitePage
from ddas_generators.site.search_index import make_search_index
from ddas_generators.site.version_site import VersionSite

__all__ = ["make_version_files"]


def make_version_files(site: VersionSite, pages: Iterable[SitePage], files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Path below the folder of the version → content. ``pages``: all of them; ``files``: the generated ones."""
    addresses = json.dumps(site.addresses, ensure_ascii=False, indent=1)
    return {
        **files,
        "zoekindex.js": make_search_index(site, tuple(pages)).encode(),
        "adressen.json": f"{addresses}\n".encode(),
    }
