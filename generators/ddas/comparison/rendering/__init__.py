"""A comparison in the forms that people and programs read."""

from __future__ import annotations

from collections.abc import Callable

from ddas.comparison.compare import Comparison
from ddas.comparison.impact import Impact
from ddas.comparison.rendering.json_changes import render_json
from ddas.comparison.rendering.markdown_changes import render_markdown
from ddas.comparison.rendering.release_note import render_note
from ddas.comparison.rendering.text_changes import render_text
from ddas.rendering.printable import make_printable

__all__ = ["RENDERERS", "Renderer"]

Renderer = Callable[[Comparison, Impact | None], str]
"""Comparison, and what it does to real deliveries when that was asked → text, ending with a newline."""


def _printable(render: Renderer) -> Renderer:
    """Names in a schema of somebody else may hold characters that steer a terminal: written out, line by line."""

    def render_printable(comparison: Comparison, impact: Impact | None) -> str:
        return "\n".join(make_printable(line) for line in render(comparison, impact).split("\n"))

    return render_printable


RENDERERS: dict[str, Renderer] = {
    "text": _printable(render_text),
    "markdown": _printable(render_markdown),
    "json": render_json,
    "note": _printable(render_note),
}
