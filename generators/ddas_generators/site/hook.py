"""Hook of mkdocs: the pages of one version (``extra.ddas_pages``), or the root with what all versions share.

``ddas docs build`` runs mkdocs once for the root and once for each version. Pages are made from the specification at
that moment; nothing of them is kept in the repository.
"""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path
from typing import Any

import jinja2
from jinja2.utils import missing
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from ddas.standard.catalog import iter_specifications
from ddas_generators.site.compiled_templates import COMPILED_TEMPLATES
from ddas_generators.site.frame import make_frame
from ddas_generators.site.root_site import attach_root_facts, write_root_files

__all__ = ["on_env", "on_files", "on_page_content", "on_page_context", "on_post_build"]

_GENERATED_LINK = re.compile(r'(?<=href=")\.\./((?:\.\./)*)generated/')
_DOCUMENT_LINK = re.compile(r'(href="[^"]*?)documentatie\.md(?=[#"])')
_HEADING = re.compile(r"<h1\b([^>]*)>.*?</h1>", re.DOTALL)
_TABLE = re.compile(r"<table>")
_SCROLLING = '<div class="tabel" role="region" tabindex="0" aria-label="Tabel {}"><table>'
_UNUSED = re.compile(r"assets/(javascripts|images)/|.*\.map$|assets/stylesheets/palette")


class _Reported(jinja2.Undefined):
    """A value that a template of the theme prints must be there; only asking whether it is there goes.

    Values of mkdocs and tables of words are left to the theme: it knows what it does when one is not there.
    """

    def __str__(self) -> str:
        holder = self._undefined_obj
        ours = isinstance(holder, dict) and "language" not in holder
        if ours or holder is None or holder is missing:
            raise jinja2.UndefinedError(self._undefined_message)
        return ""


def on_env(env: jinja2.Environment, **_: object) -> jinja2.Environment:
    """Stop at a missing value, instead of a page with a gap."""
    env.undefined = _Reported
    env.bytecode_cache = COMPILED_TEMPLATES
    return env


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out what the theme does not use; add the pages of the version."""
    for file in [f for f in files if _UNUSED.match(f.src_uri)]:
        files.remove(file)
    pages = config.extra.get("ddas_pages")
    if pages is None:
        attach_root_facts(config, tuple(iter_specifications(_generated(config))))
        return files
    for source in pages:
        files.append(File.generated(config, source, content=""))
    return files


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, **_: object) -> str:
    """The page of a version as it was made; on the root, links to generated files lead to their place on the site."""
    made = config.extra.get("ddas_pages", {}).get(page.file.src_uri)
    if made is None:
        if page.is_homepage:
            html = _HEADING.sub(r"<h2\1>Over deze toolkit</h2>", html, count=1)  # the theme opens the first page itself
        html = html.replace("<pre>", '<pre tabindex="0">').replace("</table>", "</table></div>")
        numbers = count(1)
        html = _TABLE.sub(lambda _: _SCROLLING.format(next(numbers)), html)
        return _DOCUMENT_LINK.sub(r"\1index.html", _GENERATED_LINK.sub(r"\1", html))
    page.meta.update(title=made.title, description=made.description)
    page.title = made.title
    content: str = made.html
    return content


def on_page_context(context: Any, *, page: Page, config: MkDocsConfig, **_: object) -> Any:
    """Give the theme what stands around the page."""
    made = config.extra.get("ddas_pages", {}).get(page.file.src_uri)
    context["frame"] = None if made is None else make_frame(config.extra["ddas_site"], made)
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Take away what does not fit; on the root, write what all versions share."""
    target = Path(config.site_dir)
    (target / "sitemap.xml").unlink(missing_ok=True)  # the address of the site is not known when it is built
    (target / "sitemap.xml.gz").unlink(missing_ok=True)
    if "ddas_pages" in config.extra:
        (target / "404.html").unlink(missing_ok=True)
    else:
        write_root_files(target, _generated(config), tuple(iter_specifications(_generated(config))))


def _generated(config: MkDocsConfig) -> Path:
    return Path(config.extra.get("generated") or Path(config.config_file_path).parent / "generated")
