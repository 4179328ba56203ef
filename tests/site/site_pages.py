"""The pages of a built site, read back."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser

from ddas_generators.site.pages import SitePage, make_pages
from ddas_generators.site.version_site import VersionSite
from tests.conftest import STANDARDS, load_standard


@cache
def pages_of(code: str) -> dict[str, SitePage]:
    versions = tuple(load_standard(c) for c in STANDARDS)
    made = list(make_pages(VersionSite(load_standard(code), versions)))
    assert len({p.address for p in made}) == len(made)
    return {p.address: p for p in made}


class Ids(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [v for n, v in attrs if n == "id" and v]

    def handle_data(self, data: str) -> None:
        self.text += data
