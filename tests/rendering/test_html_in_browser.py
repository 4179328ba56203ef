"""The HTML report in Debian's chromium: accessible, narrow, on paper, and asking nothing from elsewhere."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ddas.validation.rendering.html_report import render_html
from ddas.validation.rendering.shown import Shown
from ddas.validation.report import Report
from tests.conftest import ROOT
from tests.rendering.report_making import make_file, make_report

playwright = pytest.importorskip("playwright.sync_api")

AXE = ROOT / "tests" / "node" / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = shutil.which("chromium")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed"),
    pytest.mark.skipif(not AXE.is_file(), reason="the npm packages are not installed: npm ci --prefix tests/node"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("verslagen")
    several = make_report()
    reports = {
        "one": Report(files=several.files[:1]),
        "several": several,
        "good": Report(files=(make_file("goed.json", {}),)),
        "old": Report(files=several.files[3:4]),
    }
    for name, report in reports.items():
        (folder / f"{name}.html").write_text(render_html(report, Shown()), encoding="utf-8")
    return {name: folder / f"{name}.html" for name in reports}


@pytest.fixture
def open_page(browser: Any, pages: dict[str, Path]) -> Iterator[Any]:
    context = []

    def open_one(name: str, *, width: int = 1280, scheme: str = "light", trusted: bool = False) -> Any:
        """``trusted``: without the page's own policy, so that axe can be put in."""
        context.append(
            browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=trusted)
        )
        page = context[-1].new_page()
        page.asked = []
        page.complaints = []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.complaints.append(message.text))
        page.goto(pages[name].as_uri())
        return page

    yield open_one
    for opened in context:
        opened.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("name", ["one", "several", "good"])
def test_axe_finds_nothing(open_page: Any, name: str, width: int, scheme: str) -> None:
    page = open_page(name, width=width, scheme=scheme, trusted=True)
    page.evaluate("document.querySelectorAll('details').forEach((d, i) => { d.open = i === 0; })")
    page.add_script_tag(path=str(AXE))
    # Rows beyond the twentieth look like the ones before; axe needs seconds for each thousand.
    page.evaluate("document.querySelectorAll('tbody tr:nth-child(n + 21)').forEach(row => row.remove())")
    result = page.evaluate(f"axe.run(document, {{runOnly: {RULES}}})")
    assert [(v["id"], v["nodes"][0]["html"], v["nodes"][0]["failureSummary"]) for v in result["violations"]] == []
    assert [v["id"] for v in result["incomplete"] if v["id"] == "color-contrast"] == []
    assert result["passes"]


@pytest.mark.parametrize("width", [1280, 390, 320])
@pytest.mark.parametrize("name", ["one", "several", "old"])
def test_nothing_sticks_out(open_page: Any, name: str, width: int) -> None:
    page = open_page(name, width=width)
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_nothing_is_asked_from_elsewhere(open_page: Any, pages: dict[str, Path]) -> None:
    page = open_page("several")
    assert page.asked == [pages["several"].as_uri()]
    assert page.complaints == []
    assert page.evaluate("getComputedStyle(document.querySelector('.verdict')).display") == "flex"  # policy lets it in


def test_odd_texts_stay_text(open_page: Any) -> None:
    page = open_page("several")
    assert page.locator("script").count() == 0
    assert page.get_by_text("<script>alert(\"x\")</script> & 'quote' ]]> \\x1b[31m").count() == 1


def test_links_within_the_page_lead_somewhere(open_page: Any) -> None:
    page = open_page("several")
    script = "[...document.querySelectorAll('a[href^=\"#\"]')].filter(a => !document.getElementById(a.hash.slice(1)))"
    assert page.evaluate(f"{script}.length") == 0
    assert page.locator("a[href^='#']").count() > 6


def test_on_paper(open_page: Any) -> None:
    page = open_page("one")
    paper = page.pdf(prefer_css_page_size=True)
    assert paper.startswith(b"%PDF")
    assert 2 <= paper.count(b"/Type /Page\n") <= 6
