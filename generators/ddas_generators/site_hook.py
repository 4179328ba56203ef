"""Hook of mkdocs: puts the generated files of every version on the site, without copying them by hand.

A version's document and files keep their place: ``<domein>/<versie>/documentatie.md``. The page of downloads is
continued with what is there.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from ddas.catalog import iter_specifications
from ddas.specification import Specification
from ddas_generators.emit.documentation import FILE_NAME
from ddas_generators.emit.markdown_text import escape_markdown, format_code
from ddas_generators.site_markdown import attach_anchors, classify_tables, shorten_links

__all__ = ["on_config", "on_files", "on_page_markdown"]

DOWNLOADS = "bestanden.md"
_MEANINGS = (
    ("uitwisselmodel.schema.json", "JSON Schema: controleert of een levering technisch in orde is."),
    ("uitwisselmodel.xsd", "XML Schema: dezelfde inhoud voor systemen die in XML werken. CBS neemt alleen JSON aan."),
    ("python/", "Python-klassen, in één bestand zonder andere pakketten."),
    ("voorbeelden/", "Voorbeeldlevering. Alle personen en organisaties erin zijn verzonnen."),
    ("wijzigingen.json", "Wat er veranderde sinds de vorige versie, voor programma's."),
    ("getuigen/", "Bewijs bij een wijziging: de ene versie keurt dit bestand goed, de andere weigert het."),
    ("specification.json", "Het hele model als JSON, voor programma's."),
)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put the document of each version in force, and the downloads, after the first page of the navigation.

    Past versions and concepts are a link away, on the page with downloads.
    """
    documents: list[dict[str, str]] = [
        {f"{s.domain.title} {s.version}": f"{s.id.folder}/{FILE_NAME}"}
        for s in _list_specifications(config)
        if s.status == "vastgesteld"
    ]
    nav = list(config.nav or [])
    nav[1:1] = [*documents, {"Bestanden": DOWNLOADS}]
    config.nav = nav
    return config


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Give every page the look of the site and the width of the menu at the side: the tabs show the same."""
    page.meta["hide"] = ["navigation"]
    if page.file.src_uri.endswith(f"/{FILE_NAME}"):
        return classify_tables(attach_anchors(markdown))
    if page.file.src_uri == DOWNLOADS:
        markdown = "\n".join([markdown.rstrip(), "", *_list_all_downloads(config)]) + "\n"
    return shorten_links(markdown)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every generated file of every version."""
    for specification in _list_specifications(config):
        for path in _iter_paths(_generated(config) / specification.id.folder):
            source = f"{specification.id.folder}/{path}"
            files.append(File.generated(config, source, abs_src_path=str(_generated(config) / source)))
    return files


def _list_all_downloads(config: MkDocsConfig) -> Iterator[str]:
    for specification in _list_specifications(config):
        yield from _list_downloads(specification, list(_iter_paths(_generated(config) / specification.id.folder)))
        yield ""


def _list_downloads(specification: Specification, paths: list[str]) -> Iterator[str]:
    yield f"## {escape_markdown(specification.title)} {escape_markdown(specification.version)}"
    yield ""
    yield f"Lees eerst de [documentatie]({specification.id.folder}/{FILE_NAME}) van deze versie."
    yield ""
    yield "| Bestand | Wat het is |"
    yield "|---|---|"
    for start, meaning in _MEANINGS:
        for path in paths:
            if path.startswith(start):
                yield f"| [{format_code(path)}]({specification.id.folder}/{path}) | {meaning} |"


def _generated(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent / "generated"


def _list_specifications(config: MkDocsConfig) -> list[Specification]:
    return list(iter_specifications(_generated(config)))


def _iter_paths(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(folder).as_posix()
