"""A comparison in the forms that people and programs read."""

from __future__ import annotations

from collections.abc import Callable

from ddas.comparison.compare import Comparison
from ddas.comparison.impact import Impact
from ddas.comparison.rendering.json_changes import render_json
from ddas.comparison.rendering.markdown_changes import render_markdown
from ddas.comparison.rendering.release_note import render_note
from ddas.comparison.rendering.text_changes import render_text

__all__ = ["RENDERERS", "Renderer"]

Renderer = Callable[[Comparison, Impact | None], str]
"""Comparison, and what it does to real deliveries when that was asked → text, ending with a newline."""

RENDERERS: dict[str, Renderer] = {
    "text": render_text,
    "markdown": render_markdown,
    "json": render_json,
    "note": render_note,
}
