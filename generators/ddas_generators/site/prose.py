"""Texts of the model as HTML: every character is shown, and a name between backticks stands as code."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

__all__ = ["capitalize", "show_number", "show_prose"]

_CODE = re.compile(r"`([^`]+)`")


def show_prose(text: str) -> Markup:
    """One paragraph of safe HTML; runs of white space become one space."""
    pieces = _CODE.split(" ".join(text.split()))  # text, code, text, ..., text
    return Markup("").join(Markup("<code>{}</code>").format(p) if i % 2 else escape(p) for i, p in enumerate(pieces))


def capitalize(text: str) -> str:
    """The text with a capital at the start; the rest as it is."""
    return text[:1].upper() + text[1:]


def show_number(number: int) -> str:
    """``1234`` → ``1.234``."""
    return f"{number:,}".replace(",", ".")
