"""Whether every link on the site leads to a page, a file or a place that is there."""

from __future__ import annotations

from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

__all__ = ["find_broken_links"]


class _Reader(HTMLParser):
    """Collects the links and the places of one page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.places: set[str] = {"", "top"}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.places.add(value)
            elif name in ("href", "src") and value and tag != "base":
                self.links.append(value)


def find_broken_links(site: Path, pages: Iterable[Path]) -> list[tuple[str, str]]:
    """(page, link) for each link within ``site`` that leads nowhere; what lies outside that folder is not followed."""
    read: dict[Path, _Reader] = {}
    for page in pages:
        reader = _Reader()
        reader.feed(page.read_text(encoding="utf-8"))
        read[page.resolve()] = reader
    broken = []
    for page, reader in read.items():
        if page.name == "404.html":
            continue  # shown at any address, so that its links start at the root of the server
        for link in dict.fromkeys(reader.links):
            if not _leads_somewhere(site.resolve(), page, link, read):
                broken.append((page.relative_to(site.resolve()).as_posix(), link))
    return broken


def _leads_somewhere(site: Path, page: Path, link: str, read: dict[Path, _Reader]) -> bool:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return parts.scheme in ("http", "https", "mailto", "data")
    target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
    if not target.is_relative_to(site):
        return True
    if target not in read:
        return target.is_file() and not parts.fragment
    return unquote(parts.fragment) in read[target].places
