"""Reports in the forms that people and programs read.

Importing this loads none of the forms: each is loaded when it is asked for, so that starting stays quick.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from ddas.validation.rendering.shown import Shown

if TYPE_CHECKING:
    from pathlib import Path

    from ddas.validation.report import Report

__all__ = ["FORMS", "Renderer", "Shown", "form_for", "render"]

Renderer = Callable[["Report", Shown], str]
"""Report and what to show of it → text, ending with a newline."""


def render(form: str, report: Report, shown: Shown | None = None) -> str:
    """The report in one of ``FORMS``; without ``shown`` everything."""
    return FORMS[form]()(report, shown or Shown())


def form_for(output: Path | None) -> str:
    """The form that the name of the file to write asks for; ``text`` for every other name, and for the screen."""
    return _FORM_BY_ENDING.get(output.suffix.lower(), "text") if output is not None else "text"


def _load_text() -> Renderer:
    from ddas.validation.rendering.text_report import render_text

    return render_text


def _load_json() -> Renderer:
    from ddas.validation.rendering.json_report import render_json

    return render_json


def _load_sarif() -> Renderer:
    from ddas.validation.rendering.sarif_report import render_sarif

    return render_sarif


def _load_html() -> Renderer:
    from ddas.validation.rendering.html_report import render_html

    return render_html


def _load_junit() -> Renderer:
    from ddas.validation.rendering.junit_report import render_junit

    return render_junit


FORMS: Mapping[str, Callable[[], Renderer]] = MappingProxyType(
    {"text": _load_text, "json": _load_json, "sarif": _load_sarif, "html": _load_html, "junit": _load_junit}
)
"""Name of a form → what loads its renderer. The one table of forms: the command reads its choices here."""

_FORM_BY_ENDING = {".json": "json", ".sarif": "sarif", ".html": "html", ".htm": "html", ".xml": "junit"}
