"""Reports in the forms that people and programs read."""

from __future__ import annotations

from collections.abc import Callable

from ddas.findings import Level
from ddas.rendering.html_report import render_html
from ddas.rendering.json_report import render_json
from ddas.rendering.junit_report import render_junit
from ddas.rendering.sarif_report import render_sarif
from ddas.rendering.text_report import render_text
from ddas.report import Report

__all__ = ["RENDERERS", "Renderer", "render"]

Renderer = Callable[[Report, Level], str]
"""Report and lowest level to show → text, ending with a newline."""

RENDERERS: dict[str, Renderer] = {
    "text": render_text,
    "json": render_json,
    "sarif": render_sarif,
    "html": render_html,
    "junit": render_junit,
}


def render(form: str, report: Report, level: Level, *, fail_on: Level = Level.ERROR) -> str:
    """The report in a form of ``RENDERERS``; ``fail_on`` is the level from which a rule counts as failed (junit)."""
    if form == "junit":
        return render_junit(report, level, fail_on=fail_on)
    return RENDERERS[form](report, level)
