"""Reports in the forms that people and programs read."""

from __future__ import annotations

from collections.abc import Callable

from ddas.findings import Level
from ddas.validation.rendering.text_report import render_text
from ddas.validation.report import Report

__all__ = ["RENDERERS", "Renderer", "render"]

Renderer = Callable[[Report, Level], str]
"""Report and lowest level to show → text, ending with a newline."""


def render(form: str, report: Report, level: Level, *, fail_on: Level = Level.ERROR) -> str:
    """The report in a form of ``RENDERERS``; ``fail_on`` is the level from which a rule counts as failed (junit)."""
    if form == "junit":
        from ddas.validation.rendering.junit_report import render_junit

        return render_junit(report, level, fail_on=fail_on)
    return RENDERERS[form](report, level)


# A form is imported when it is asked for: most checks print text, and starting should stay quick.


def _render_json(report: Report, level: Level) -> str:
    from ddas.validation.rendering.json_report import render_json

    return render_json(report, level)


def _render_sarif(report: Report, level: Level) -> str:
    from ddas.validation.rendering.sarif_report import render_sarif

    return render_sarif(report, level)


def _render_html(report: Report, level: Level) -> str:
    from ddas.validation.rendering.html_report import render_html

    return render_html(report, level)


def _render_junit(report: Report, level: Level) -> str:
    return render("junit", report, level)


RENDERERS: dict[str, Renderer] = {
    "text": render_text,
    "json": _render_json,
    "sarif": _render_sarif,
    "html": _render_html,
    "junit": _render_junit,
}
