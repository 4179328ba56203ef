"""The site, built as ``mkdocs build --strict`` from the hand-written pages and freshly made files."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from ddas_generators.write import apply_differences, find_differences, make_artefacts
from tests.conftest import STANDARDS, load_predecessors, load_standard
from tests.documentation.rendering import Page, parse

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the built site."""
    checkout = tmp_path_factory.mktemp("checkout")
    (checkout / "mkdocs.yml").write_bytes((root / "mkdocs.yml").read_bytes())
    for name in ("docs", "generators"):
        (checkout / name).symlink_to(root / name)
    files: dict[str, bytes] = {}
    for code in STANDARDS:
        files |= make_artefacts(load_standard(code), predecessors=load_predecessors(code))
    generated = checkout / "generated"
    apply_differences(generated, files, find_differences(generated, files))
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(checkout / "site")],
        cwd=checkout,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return checkout / "site"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Page]:
    """Path below the site → page."""
    return {p.relative_to(site).as_posix(): parse(p.read_text(encoding="utf-8")) for p in sorted(site.rglob("*.html"))}


def test_every_version_is_on_the_site(site: Path, pages: dict[str, Page]) -> None:
    for code in STANDARDS:
        document = f"{load_standard(code).id.folder}/documentatie.html"
        assert document in pages["bestanden.html"].links
        # The menu names what is in force; the first page links those too.
        assert (document in pages["xml.html"].links) == (load_standard(code).status == "vastgesteld")
        for path in make_artefacts(load_standard(code), predecessors=load_predecessors(code)):
            assert (site / path).is_file() or path.endswith(".md"), path


def test_every_link_leads_somewhere(site: Path, pages: dict[str, Page]) -> None:
    broken = []
    for name, page in pages.items():
        if name == "404.html":  # its links are absolute: it is shown at any address
            continue
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme in ("http", "https", "mailto"):
                continue
            target = (site / name).parent / unquote(parts.path) if parts.path else site / name
            path = target.resolve()
            if path.is_dir():
                path = path / "index.html"
            if not path.is_file():
                broken.append((name, link))
            elif parts.fragment and path.suffix == ".html":
                ids = pages[path.relative_to(site.resolve()).as_posix()].ids
                if unquote(parts.fragment) not in ids and parts.fragment != "__skip":
                    broken.append((name, link))
    assert broken == []


def test_nothing_comes_from_another_host(site: Path, pages: dict[str, Page]) -> None:
    loaded = {(name, address) for name, page in pages.items() for address in page.loaded}
    assert loaded
    assert [(name, address) for name, address in loaded if urlsplit(address).netloc] == []
    for sheet in site.rglob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        assert not re.search(r"""(url\(\s*["']?|@import\s+["'])(https?:)?//""", text), sheet.name


def test_the_pages_are_dutch(pages: dict[str, Page], site: Path) -> None:
    for path in site.rglob("*.html"):
        assert '<html lang="nl"' in path.read_text(encoding="utf-8"), path.name
    assert "Zoeken" in pages["index.html"].text
