"""Markdown that reads well by itself → Markdown for the site: anchors on headings, tables with a class, links.

The documents show nothing but plain Markdown on a forge or in an editor: an anchor is ``<a id="..."></a>`` before a
heading or a name, and links lead to ``../generated/``. On the site the heading itself carries the anchor, so that the
list of contents and the addresses of places agree, and the generated files stand beside the pages.
"""

from __future__ import annotations

import re

__all__ = ["TABLE_CLASSES", "attach_anchors", "classify_tables", "shorten_links"]

TABLE_CLASSES = {
    "Kenmerk | Inhoud": "ddas-kenmerken",
    "Veld | Verplichting": "ddas-overzicht",
    "Veld | Soort gegeven": "ddas-velden",
    "Waarde | Betekenis": "ddas-waarden",
    "Soort gegeven | Betekenis": "ddas-soorten",
    "Kenmerk of relatie | Omschrijving": "ddas-informatie",
    "Wat | Wijziging": "ddas-wijzigingen",
}
"""First two columns of a table → class of its container in the style sheet."""

_HEADING = re.compile(r'^<a id="([^"]+)"></a>\n\n(#+ [^\n]+)$', re.MULTILINE)
_STRONG = re.compile(r'<a id="([^"]+)"></a>(\*\*(?:[^*\\\n]|\\.)+\*\*)')
_TABLE = re.compile(r"^\| ([^|\n]+ \| [^|\n]+) \|(?:[^\n]*\n\|)*[^\n]*$", re.MULTILINE)
_GENERATED_LINK = re.compile(r"(?<=\]\()((?:\.\./)*)\.\./generated/")


def attach_anchors(markdown: str) -> str:
    """Every anchor becomes the id of the heading or of the bold name behind it (``attr_list``)."""
    return _STRONG.sub(r"\2{#\1}", _HEADING.sub(r"\2 {#\1}", markdown))


def classify_tables(markdown: str) -> str:
    """Every table of a known kind gets a container with its class (``md_in_html``)."""
    return _TABLE.sub(_wrap, markdown)


def shorten_links(markdown: str) -> str:
    """Links of a hand-written page to ``../generated/`` lead to where the site has those files."""
    return _GENERATED_LINK.sub(r"\1", markdown)


def _wrap(match: re.Match[str]) -> str:
    name = TABLE_CLASSES.get(match[1])
    return f'<div class="{name}" markdown>\n\n{match[0]}\n\n</div>' if name else match[0]
