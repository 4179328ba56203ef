"""Reports in the forms that people and programs read."""

from __future__ import annotations

from collections.abc import Callable

from ddas.findings import Level
from ddas.rendering.json_report import render_json
from ddas.rendering.text_report import render_text
from ddas.report import Report

__all__ = ["RENDERERS", "Renderer"]

Renderer = Callable[[Report, Level], str]
"""Report and lowest level to show → text, ending with a newline."""

RENDERERS: dict[str, Renderer] = {"text": render_text, "json": render_json}
