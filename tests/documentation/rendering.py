"""The document as a reader sees it: rendered and taken apart."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

import markdown

_HEADING = re.compile(r'^<a id="([^"]+)"></a>\n\n(#+ [^\n]+)$', re.MULTILINE)
_STRONG = re.compile(r'<a id="([^"]+)"></a>(\*\*(?:[^*\\\n]|\\.)+\*\*)')
VOID = {"br", "hr", "img", "input", "link", "meta", "area", "base", "col", "embed", "source", "track", "wbr"}


@dataclass
class Page(HTMLParser):
    """Ids, links and texts of a page. ``text_by_id``: id → text of that element."""

    ids: Counter[str] = field(default_factory=Counter)
    links: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    text_by_id: dict[str, str] = field(default_factory=dict)
    text: str = ""

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)
        self._open: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        identifier = values.get("id")
        if identifier:
            self.ids[identifier] += 1
            self.text_by_id[identifier] = ""
        if tag == "a" and values.get("href"):
            self.links.append(values["href"] or "")
        loads = values.get("src") or (values.get("href") if tag == "link" else None)
        if loads:
            self.loaded.append(loads)
        if tag not in VOID:
            self._open.append((tag, identifier))

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            if self._open.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        self.text += data
        for _, identifier in self._open:
            if identifier:
                self.text_by_id[identifier] += data


def parse(html: str) -> Page:
    page = Page()
    page.feed(html)
    return page


def render_document(text: str) -> str:
    """Every anchor becomes the id of the heading or the bold name behind it, so that texts can be found by it."""
    return render(_STRONG.sub(r"\2{#\1}", _HEADING.sub(r"\2 {#\1}", text)))


def render_plainly(text: str) -> str:
    """As a reader outside the site sees Markdown: tables, and nothing else beyond the basics."""
    return markdown.markdown(text, extensions=["tables"])


def render(text: str) -> str:
    return markdown.markdown(text, extensions=["admonition", "attr_list", "md_in_html", "tables", "toc"])
