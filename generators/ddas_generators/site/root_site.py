"""The root of the site: which versions there are, for people and for programs, and short addresses."""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from ddas.standard.specification import Specification
from ddas_generators.site.addresses import address_by_name, relative_link
from ddas_generators.site.feed import FEED_FILE, has_feed, make_feed
from ddas_generators.site.permanent_addresses import (
    list_concept_addresses,
    list_short_addresses,
    read_published_schemas,
)
from ddas_generators.site.version_site import current_version, describe_files, read_site_files

__all__ = ["attach_root_facts", "read_kinds", "write_root_files"]


def attach_root_facts(config: MkDocsConfig, specifications: tuple[Specification, ...]) -> None:
    """Give the theme the versions per domain, newest first, and whether there is a feed."""
    config.extra["feed"] = FEED_FILE if has_feed(specifications) else ""
    config.extra["domains"] = [
        {
            "title": versions[0].domain.title,
            "is_study": all(v.status.is_study for v in versions),
            "current": _row(current) if (current := current_version(versions)) else None,
            "others": [_row(v) for v in reversed(versions) if v is not current],
        }
        for versions in _by_domain(specifications)
    ]


def read_kinds(docs: Path) -> frozenset[str]:
    """The kinds of rules that have a hand-written page; empty when there are no such pages."""
    return frozenset(p.stem for p in (docs / "soorten-regels").glob("*.md") if p.stem != "index")


def write_root_files(target: Path, generated: Path, specifications: tuple[Specification, ...]) -> None:
    """``versions.json``, the feed, the schemas of our outputs, and pages that lead on.

    Those stand below each domain for the version in force, its parts and all concepts, and at the root for short codes.
    """
    rows = [_row(s) | {"files": _files(generated / s.id.folder)} for s in specifications]
    (target / "versions.json").write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if has_feed(specifications):
        (target / FEED_FILE).write_text(make_feed(specifications), encoding="utf-8")
    for name, content in read_published_schemas().items():
        (target / name).write_bytes(content)
    for here, there in list_short_addresses(specifications).items():
        _write_redirect(target, here, there)
    for versions in _by_domain(specifications):
        folder = target / versions[0].domain.name
        current = current_version(versions)
        for here, there in list_concept_addresses((*versions, *([current] if current else []))).items():
            _write_redirect(folder, here, there)
        if current is None:
            continue
        pages = {a.partition("#")[0] for a in address_by_name(current).values()}
        for address in sorted({"", "overzicht/", "regel/", *pages}):
            _write_redirect(folder, address, f"{current.version}/{address}")


def _write_redirect(folder: Path, here: str, there: str) -> None:
    """A page at ``here`` that leads to ``there``, both below ``folder``."""
    page = folder / here / "index.html"
    link = escape(relative_link(here, there))
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(
        f'<!doctype html><html lang="nl"><meta charset="utf-8"><title>Deze bladzijde staat ergens anders</title>'
        f'<meta http-equiv="refresh" content="0; url={link}"><p><a href="{link}">Naar de bladzijde</a></p>\n',
        encoding="utf-8",
    )


def _row(specification: Specification) -> dict[str, Any]:
    return {
        "domain": specification.domain.name,
        "code": specification.id.code,
        "title": specification.title,
        "version": specification.version,
        "status": specification.status,
        "revision": specification.revision,
        "predecessor": specification.predecessor,
        "date": specification.date,
        "address": f"{specification.id.folder}/",
        "fields": sum(1 for _ in specification.iter_attributes()),
    }


def _files(folder: Path) -> list[dict[str, Any]]:
    return [{"path": f.path, "bytes": f.size, "sha256": f.digest} for f in describe_files(read_site_files(folder))]


def _by_domain(specifications: Iterable[Specification]) -> list[tuple[Specification, ...]]:
    by_name: dict[str, list[Specification]] = {}
    for specification in specifications:
        by_name.setdefault(specification.domain.name, []).append(specification)
    return [tuple(sorted(v, key=lambda s: s.id.version)) for v in by_name.values()]
