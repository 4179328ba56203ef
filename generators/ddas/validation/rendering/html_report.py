"""A report as one HTML page that stands on its own: no scripts, nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from ddas.findings import Level
from ddas.rendering.counting import count_files, format_number
from ddas.rendering.html_elements import data_table, element, icon, serialise
from ddas.validation.file_report import STUDY_ADVICE, FileReport
from ddas.validation.rendering.grouping import group_across
from ddas.validation.rendering.html_file import MARKS, capitalise, iter_file_parts, iter_rules, verdict_box
from ddas.validation.rendering.shown import Shown
from ddas.version import __version__

if TYPE_CHECKING:
    from ddas.validation.report import Report

__all__ = ["render_html"]


def render_html(report: Report, shown: Shown) -> str:
    """The report as an HTML page; findings below ``shown.level`` are left out, counts are exact."""
    level = shown.level
    single = len(report.files) == 1
    title = (
        f"Controle van {_short_name(report.files[0])}" if single else f"Controle van {count_files(len(report.files))}"
    )
    parts = _iter_single(report, level) if single else _iter_several(report, level)
    body = element(
        "body",
        element("header", element("p", "DDAS", element("span", "controleverslag"), class_="brand")),
        element("main", element("h1", title), *parts),
        element(
            "footer",
            element("p", f"Gemaakt met ddas {__version__}. In dit verslag staan geen waarden uit de aanlevering."),
        ),
    )
    return serialise(element("html", _head(title), body, lang="nl"))


def _head(title: str) -> ET.Element:
    style = Path(__file__).with_name("report.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    sheet = ET.Element("style")
    sheet.text = style
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", **{"http_equiv": "Content-Security-Policy"}, content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="robots", content="noindex"),
        element("title", title),
        sheet,
    )


def _iter_single(report: Report, level: Level) -> Iterator[ET.Element]:
    yield from iter_file_parts(report.files[0], level, depth=2, anchor="bestand-1")
    yield from _iter_across(report, level)


def _iter_several(report: Report, level: Level) -> Iterator[ET.Element]:
    names = _names(report.files)
    if report.files:
        yield _total(report)
        yield _contents(report, names)
    yield from _iter_across(report, level)
    for number, file in enumerate(report.files, 1):
        anchor = f"bestand-{number}"
        heading = element("h2", names[number - 1])
        parts = iter_file_parts(file, level, depth=3, anchor=anchor)
        yield element("section", heading, *parts, class_="file", id=anchor)


def _total(report: Report) -> ET.Element:
    wrong = sum(file.verdict == "fout" for file in report.files)
    if wrong:
        have = "heeft" if wrong == 1 else "hebben"
        text = f"{format_number(wrong)} van de {count_files(len(report.files))} {have} fouten."
        return verdict_box("eerst herstellen", text, "fout")
    if all(file.is_study for file in report.files):
        return verdict_box(STUDY_ADVICE, "In geen van de bestanden zijn fouten gevonden.", "info")
    remarks = any(file.verdict != "goed" for file in report.files) or report.across
    advice = "klaar om te leveren, met opmerkingen" if remarks else "klaar om te leveren"
    return verdict_box(advice, "In geen van de bestanden zijn fouten gevonden.", "info" if remarks else "goed")


def _contents(report: Report, names: list[str]) -> ET.Element:
    rows = (
        [
            element("th", element("a", names[number - 1], href=f"#bestand-{number}"), scope="row"),
            element(
                "td", element("span", icon(MARKS[file.verdict]), capitalise(file.advice), class_=_level_class(file))
            ),
            *(element("td", format_number(count), class_="number") for count in file.levels.values()),
        ]
        for number, file in enumerate(report.files, 1)
    )
    header = ("Bestand", "Oordeel", "Fouten", "Waarschuwingen", "Info")
    return data_table("De bestanden", header, rows, class_="files")


def _iter_across(report: Report, level: Level) -> Iterator[ET.Element]:
    groups = group_across(report, level)
    if groups:
        yield element("h2", "Over de bestanden heen")
        yield from iter_rules(groups, depth=3, anchor="samen")
    if report.note:
        yield element("p", report.note, class_="quiet")


def _level_class(file: FileReport) -> str:
    return f"level level-{MARKS[file.verdict]}"


def _names(files: tuple[FileReport, ...]) -> list[str]:
    """The short names, or the whole ones when two files would look the same."""
    names = [_short_name(file) for file in files]
    return names if len(set(names)) == len(names) else [file.file for file in files]


def _short_name(file: FileReport) -> str:
    """The name without its folders."""
    return PurePath(file.file.replace("\\", "/")).name or file.file
