"""The first page of a folder that holds versions but not the root: a door to them, in Dutch."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path

__all__ = ["make_plain_page", "make_start_page"]


def make_start_page(target: Path) -> str:
    """A link to each version that stands in ``target``."""
    folders = sorted(p.parent.relative_to(target).as_posix() for p in target.glob("*/*/adressen.json"))
    items = "".join(f'<li><a href="{escape(f)}/index.html">{escape(f)}</a></li>\n' for f in folders)
    return make_plain_page(
        "Deze versies staan hier",
        [
            f"<ul>\n{items}</ul>",
            "<p>De hele site maakt u met <code>ddas docs build</code>, zonder <code>--only</code>.",
        ],
    )


def make_plain_page(title: str, blocks: Iterable[str]) -> str:
    """A page that needs no other file. ``blocks``: HTML."""
    body = "\n".join(blocks)
    return (
        '<!doctype html>\n<html lang="nl"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title)} – DDAS</title>"
        "<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
        "pre{overflow:auto;padding:1rem;border:1px solid}</style></head>\n"
        f"<body><h1>{escape(title)}</h1>\n{body}\n</body></html>\n"
    )
