"""The template environment of all documents in Markdown: a missing variable is an error."""

from __future__ import annotations

from pathlib import Path

import jinja2

from ddas_generators.emit.documents.markdown_text import escape_markdown, format_code

__all__ = ["make_environment"]

_TEMPLATES = Path(__file__).parent / "templates"


def make_environment() -> jinja2.Environment:
    """A new environment; every text in a template goes through the filter ``md`` or ``code``."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        undefined=jinja2.StrictUndefined,
        autoescape=False,  # the output is Markdown
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["md"] = escape_markdown
    environment.filters["code"] = format_code
    return environment
