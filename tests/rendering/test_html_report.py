"""The HTML report as a document: its parts, in order, and nothing it should not hold."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
from html.parser import HTMLParser

import pytest

from ddas.findings import Level
from ddas.validation.file_report import FileReport
from ddas.validation.rendering.html_report import render_html
from ddas.validation.rendering.shown import Shown
from ddas.validation.report import Report
from tests.rendering.report_making import make_file, make_report, make_unreadable


class Reader(HTMLParser):
    """Tags with their attributes, and the text outside the style."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._in_style = False
        self.feed(html)
        self.text = " ".join(self.text.split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._in_style = tag == "style"

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self._in_style = False
        else:
            self.text += f" {data}"


def read(*files: FileReport, level: Level = Level.INFO) -> Reader:
    return Reader(render_html(Report(files=files), Shown(level=level)))


@pytest.mark.parametrize(
    ("counts", "title", "text"),
    [
        ({}, "Klaar om te leveren", "In dit bestand zijn geen fouten gevonden."),
        (
            {"SHV-051": 2},
            "Klaar om te leveren, met opmerkingen",
            "Dit bestand heeft geen fouten. Bekijk wel de 2 opmerkingen.",
        ),
        ({"SHV-S04": 1}, "Eerst herstellen", "Dit bestand heeft 1 fout. Herstel hem in uw software"),
        ({"SHV-S04": 1200}, "Eerst herstellen", "Dit bestand heeft 1.200 fouten. Herstel ze in uw software"),
    ],
)
def test_verdict_in_words(counts: dict[str, int], title: str, text: str) -> None:
    assert f"Controle van a.json {title} {text}" in read(make_file("map/a.json", counts)).text


def test_unreadable_file_is_no_list_of_faults() -> None:
    page = read(make_unreadable("plaatje.json"))
    assert "Eerst herstellen Dit bestand is niet te lezen als aanlevering." in page.text
    assert "Gecontroleerd Alleen of het bestand leesbaar is." in page.text


def test_places_beyond_the_first_are_folded() -> None:
    page = read(make_file("a.json", {"SHV-S04": 1200}))
    assert "Waar: de eerste 10 plekken" in page.text
    assert "Nog 990 plekken Waar: de andere plekken" in page.text
    assert "Nog 200 plekken van deze regel staan niet in dit verslag." in page.text
    assert len([tag for tag, _ in page.tags if tag == "details"]) == 1
    assert page.text.count("/startdatum") == 1000


@pytest.mark.parametrize("report", [make_report(), Report(files=make_report().files[:1]), Report(files=())])
def test_headings_go_down_one_step_at_a_time(report: Report) -> None:
    levels = [int(tag[1]) for tag, _ in Reader(render_html(report, Shown())).tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_document_facts() -> None:
    html = render_html(make_report(), Shown())
    page = Reader(html)
    assert html.startswith('<!DOCTYPE html>\n<html lang="nl">')
    names = [tag for tag, _ in page.tags]
    assert names.count("table") == names.count("caption")
    assert all(attributes.get("scope") in {"col", "row"} for tag, attributes in page.tags if tag == "th")
    assert {"script", "img", "link", "iframe", "form"}.isdisjoint(names)
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert not [name for _, attributes in page.tags for name in attributes if name == "style" or name.startswith("on")]
    style = html.split("<style>")[1].split("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in html
    assert "url(" not in style
    assert "@import" not in style


def test_only_web_links_become_links() -> None:
    file = make_unreadable("a.json")
    assert not [attributes for tag, attributes in read(file).tags if tag == "a"]


def test_a_higher_level_is_told() -> None:
    page = read(make_file("a.json", {"SHV-S04": 1, "SHV-051": 1}), level=Level.ERROR)
    assert "Dit verslag laat alleen niveau fout en hoger zien. Alles is wel geteld." in page.text


def test_exceptions_are_listed() -> None:
    page = read(make_file("a.json", {"SHV-051": 1}))
    assert "SHV-021 afgesproken met de softwareleverancier" in page.text
    assert "2026-12-31 Gebruikt: 12 plekken" in page.text
    assert "Verlopen, dus niet gebruikt" in page.text


def test_files_with_the_same_name_keep_their_folder() -> None:
    page = read(make_file("a/x.json", {}), make_file("b/x.json", {}))
    assert "a/x.json Klaar om te leveren 0 0 0 b/x.json Klaar om te leveren" in page.text
