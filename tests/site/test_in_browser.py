"""The site in chromium, from a folder and without a network: found, filtered, followed, printed, accessible."""

from __future__ import annotations

import csv
import gzip
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml

from ddas.describing.field_rows import HEADER
from tests.conftest import STANDARDS, load_standard
from tests.site.conftest import AXE
from tests.site.site_pages import Ids

pytestmark = [pytest.mark.browser, pytest.mark.slow]

V1 = "schuldhulpverlening/v1.0"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
VIOLATIONS = """async (tags) =>
    (await axe.run(document, {runOnly: tags})).violations.map(v => [v.id, v.nodes[0].html])"""
PAGE_TYPES = [
    "index.html",
    "controleren.html",
    "leeswijzer.html",
    "melden.html",
    "schuldhulpverlening/v0.9/veld/Client/geboortedatum/index.html",
    "schuldhulpverlening/v1.1/index.html",
    "vroegsignalering/v0.9/proces/index.html",
    *(
        f"{V1}/{address}index.html"
        for address in (
            "",
            "overzicht/",
            "bericht/",
            "objecttype/",
            "objecttype/Client/",
            "objecttype/Leefsituatie/",
            "proces/",
            "varianten/",
            "waardenlijst/",
            "waardenlijst/EnumOplossingssoort/",
            "gegevenstypen/",
            "regel/",
            "regel/SHV-011/",
            "errata/",
            "controle/",
            "vragen/",
            "begrippen/",
            "bronnen/",
            "wijzigingen/",
            "leveranciers/",
            "downloads/",
            "zoeken/",
            "veld/Client/geboortedatum/",
            "veld/Schuld/schuldsoort/",
        )
    ),
]
QUESTIONS = {
    "BSN": "veld/Client/burgerservicenummer/",
    "geslacht": "veld/Client/geslachtsaanduiding/",
    "datum eerste gesprek": "veld/Intake/startdatum/",
    "is de postcode van de schuldeiser verplicht?": "veld/Schuldeiser/postcode/",
    "0%-aanbod": "waardenlijst/EnumOplossingssoort/#nulProcentAanbod",
    "SHV-011": "regel/SHV-011/",
    "KvK-nummer": "veld/AanleverendeOrganisatie/kvkNummer/",
    "vtlb": "veld/Oplossing/vtlb/",
    "reden uitstroom": "veld/Uitstroom/reden/",
    "geboren op": "veld/Client/geboortedatum/",
    "budgetbeheer": "waardenlijst/EnumBegeleidingssoort/#budgetbeheer",
    "(Statutaire) Naam": "veld/AanleverendeOrganisatie/statutaireNaam/",
    "telnr contactpersoon": "veld/Contactpersoon/telefoonnummer/",
}


@pytest.fixture
def open_page(browser: Any, site: Path) -> Iterator[Any]:
    """Opens a page; at the end nothing was asked from elsewhere and no script failed."""
    contexts, asked, errors = [], [], []

    def open_one(path: str, **options: Any) -> Any:
        size = {"width": options.pop("width", 1280), "height": 900}
        context = browser.new_context(viewport=size, accept_downloads=True, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto((site / path.partition("?")[0]).as_uri() + ("?" + path.partition("?")[2] if "?" in path else ""))
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    assert errors == []


@pytest.mark.parametrize(("question", "address"), QUESTIONS.items())
def test_search_gives_the_right_page_first(open_page: Any, question: str, address: str) -> None:
    page = open_page(f"{V1}/veld/Client/postcode/index.html")
    page.get_by_role("combobox").fill(question)
    page.wait_for_selector("#treffers li")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(re.escape(address.partition("#")[0])))
    wanted, _, place = address.partition("#")
    assert f"{V1}/{wanted}index.html" in page.url
    assert place == page.url.partition("#")[2]


def test_twenty_questions_of_an_application_manager(open_page: Any, site: Path) -> None:
    """Each is answered on a page that is among the first three found; most are found first."""
    page = open_page(f"{V1}/index.html")
    page.focus("#zoek")
    page.wait_for_function("window.ddasIndex")
    ranks = {}
    for asked in yaml.safe_load((Path(__file__).parent / "vragen.yaml").read_text(encoding="utf-8")):
        found = page.evaluate("q => window.ddasFind(q).map(r => r.u.split('#')[0])", asked["vraag"])
        ranks[asked["vraag"]] = list(dict.fromkeys(found)).index(asked["adres"]) + 1
        text = Ids((site / V1 / asked["adres"] / "index.html").read_text(encoding="utf-8")).text
        for words in asked["antwoord"]:
            assert words.casefold() in " ".join(text.split()).casefold(), asked
    assert len(ranks) == 20
    assert max(ranks.values()) <= 3, ranks
    assert sum(rank == 1 for rank in ranks.values()) >= 17, ranks


def test_the_page_with_results_shows_all_and_says_when_there_are_none(open_page: Any) -> None:
    page = open_page(f"{V1}/zoeken/index.html?q=einddatum")
    page.wait_for_selector("#uitkomsten li")
    assert page.locator("#uitkomsten li").count() > 5
    page = open_page(f"{V1}/zoeken/index.html?q=qqqqq")
    page.wait_for_selector("#uitkomsten p")
    assert "Niets gevonden" in page.inner_text("#uitkomsten")


def test_filter_and_sort_the_required_fields(open_page: Any) -> None:
    page = open_page(f"{V1}/overzicht/index.html")
    page.select_option("#f-plicht", "verplicht")
    shown = page.locator("#velden tbody tr:not(.fase):visible")
    required = [a for _, a in load_standard("shv-v1.0").iter_attributes() if a.obligation == "verplicht"]
    assert shown.count() == len(required)
    assert page.inner_text("#aantal") == f"{len(required)} van 93 velden"
    page.select_option("#f-object", "Uitstroom")
    assert shown.count() == 2
    page.get_by_role("button", name="Alles tonen").click()
    page.wait_for_function("document.getElementById('aantal').textContent.startsWith('93 van')")
    page.get_by_role("button", name="Objecttype").click()
    names = page.locator("#velden tbody tr:not(.fase):visible td:nth-child(2)").all_inner_texts()
    assert len(names) == 93
    assert names == sorted(names, key=str.casefold)
    page.select_option("#f-nieuw", "v0.10")
    assert 0 < shown.count() < 93


def test_downloads_of_the_overview_hold_the_same(open_page: Any, tmp_path: Path) -> None:
    page = open_page(f"{V1}/overzicht/index.html")
    saved = {}
    for label in ("Excel", "CSV"):
        with page.expect_download() as waiting:
            page.get_by_role("link", name=f"Download als {label}").click()
        saved[label] = tmp_path / label
        waiting.value.save_as(saved[label])
    sheet = openpyxl.load_workbook(io.BytesIO(saved["Excel"].read_bytes())).active
    assert sheet is not None
    cells = [["" if c is None else str(c) for c in row] for row in sheet.iter_rows(values_only=True)]
    assert cells == list(csv.reader(io.StringIO(saved["CSV"].read_text(encoding="utf-8"))))
    assert cells[0] == list(HEADER)
    labels = {a.label for _, a in load_standard("shv-v1.0").iter_attributes()}
    assert {row[2] for row in cells[1:]} == labels


def test_switch_to_another_version_and_back(open_page: Any) -> None:
    page = open_page(f"{V1}/veld/Client/burgerservicenummer/index.html")
    page.click("details.keuze summary")
    page.get_by_role("link", name="v0.8 vervallen").click()
    assert page.url.endswith("/schuldhulpverlening/v0.8/veld/Client/burgerservicenummer/index.html")
    page.get_by_role("link", name="v1.0, deze bladzijde").click()
    assert page.url.endswith(f"/{V1}/veld/Client/burgerservicenummer/index.html")


def test_an_address_without_version_leads_to_the_one_in_force(open_page: Any) -> None:
    page = open_page("schuldhulpverlening/regel/SHV-011/index.html")
    page.wait_for_url(re.compile(f"/{re.escape(V1)}/regel/SHV-011/"))
    assert "SHV-011" in page.inner_text("h1")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGE_TYPES)
def test_pages_are_accessible(open_page: Any, path: str, scheme: str) -> None:
    if not AXE.is_file():
        pytest.skip("the npm packages are not installed: npm ci --prefix tests/node")
    page = open_page(path, color_scheme=scheme)
    page.wait_for_timeout(200)  # of a colour that changes slowly
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate(VIOLATIONS, RULES) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_open_menus_are_accessible(open_page: Any, scheme: str) -> None:
    if not AXE.is_file():
        pytest.skip("the npm packages are not installed: npm ci --prefix tests/node")
    for width in (1280, 390):
        page = open_page(f"{V1}/veld/Client/postcode/index.html", color_scheme=scheme, width=width)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        page.click("details.keuze summary")
        # The open list covers a part of the menu, until it is closed.
        assert page.evaluate(VIOLATIONS.replace("document", "{exclude: ['nav.menu']}"), RULES) == []
        page.keyboard.press("Escape")
        if width < 500:
            page.click("details.menu-smal summary")
            assert page.evaluate(VIOLATIONS, RULES) == []
        page.get_by_role("combobox").fill("einddatum")
        page.wait_for_selector("#treffers li")
        page.keyboard.press("ArrowDown")
        assert page.evaluate(VIOLATIONS, RULES) == []


@pytest.mark.parametrize("path", PAGE_TYPES)
def test_pages_fit_320_pixels(open_page: Any, path: str) -> None:
    assert open_page(path, width=320).evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", PAGE_TYPES)
def test_pages_can_be_read_without_javascript(open_page: Any, path: str) -> None:
    page = open_page(path, java_script_enabled=False)
    assert page.locator("h1").inner_text()
    assert page.locator("nav.menu ul.menu-breed a").count() > 4
    if "overzicht" in path:
        assert page.locator("#velden tbody tr:not(.fase)").count() == 93
        assert not page.locator("#filters").is_visible()


def test_keyboard_reaches_content_versions_and_search(open_page: Any) -> None:
    page = open_page(f"{V1}/veld/Client/postcode/index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud-begin"
    page.focus("details.keuze summary")
    page.keyboard.press("Enter")
    assert page.locator("details.keuze ul").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("details.keuze ul").is_visible()


def test_the_overview_prints_on_few_pages_of_a4(open_page: Any) -> None:
    page = open_page(f"{V1}/overzicht/index.html")
    pdf = page.pdf(prefer_css_page_size=True)
    assert 3 <= _count_pages(pdf) <= 14
    assert set(re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", pdf)) <= {
        (b"594.95996", b"841.91998"),
        (b"595", b"842"),
        (b"594.96", b"841.92"),
    }


def _count_pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_paper_shows_all_columns(open_page: Any) -> None:
    """A sheet of A4 is as narrow as a phone; what a phone leaves out is printed."""
    for path, columns in ((f"{V1}/overzicht/", 8), (f"{V1}/regel/", 4), (f"{V1}/objecttype/Client/", 4)):
        page = open_page(f"{path}index.html", width=703)
        heads = page.locator("article table").first.locator("thead th:visible")
        assert heads.count() < columns, path
        page.emulate_media(media="print")
        assert heads.count() == columns, path


def test_questions_are_printed_with_their_answers(open_page: Any) -> None:
    page = open_page(f"{V1}/vragen/index.html")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details.vraag:not([open])").count() == 0
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("details.vraag[open]").count() == 0


@pytest.mark.parametrize("version", [V1, "vroegsignalering/v0.9"])
def test_the_core_fits_one_sheet_of_a4(open_page: Any, version: str) -> None:
    assert _count_pages(open_page(f"{version}/index.html").pdf(prefer_css_page_size=True)) == 1


def test_a_field_page_is_light(site: Path) -> None:
    folder = site / V1
    parts = [folder / "veld" / "Client" / "geboortedatum" / "index.html", folder / "zoekindex.js"]
    parts += [p for p in (folder / "assets").rglob("*") if p.is_file()]
    assert sum(len(gzip.compress(p.read_bytes())) for p in parts) < 150_000


def test_every_version_is_there_and_old_addresses_stay(site: Path) -> None:
    for code in STANDARDS:
        folder = site / load_standard(code).id.folder
        for name in ("index.html", "overzicht/index.html", "adressen.json", "zoekindex.js", "specification.json"):
            assert (folder / name).is_file(), (code, name)
    assert (site / "versions.json").is_file()
