"""Text as Markdown: what a reader of the rendered page sees is the text, character for character.

One mark has a meaning in the texts of the model: a name between backticks is shown as code.
"""

from __future__ import annotations

import re

__all__ = ["escape_markdown", "format_code"]

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "~": "&#126;", "|": "&#124;", "`": "&#96;"}
_CODE = re.compile(r"`([^`]+)`")
_MARKED = re.compile(r"[\\*_{}\[\]#]")
_BLOCK_START = re.compile(r"(\d+)([.)])(?=\s|$)|([-+=])|(!!!|:)")


def escape_markdown(text: str) -> str:
    """One line of Markdown that shows ``text``; runs of white space become one space.

    Safe at the start of a paragraph, in a heading, in a link and in a table cell, in Python-Markdown and CommonMark.
    """
    pieces = _CODE.split(" ".join(text.split()))  # text, code, text, code, ..., text
    line = "".join(format_code(p) if index % 2 else _escape(p) for index, p in enumerate(pieces))
    return _BLOCK_START.sub(_escape_start, line, count=1) if _BLOCK_START.match(line) else line


def format_code(text: str) -> str:
    """A code span that shows ``text``; as HTML where a span of backticks could break, also in a table."""
    line = " ".join(text.split())
    if not re.search(r"[`|\\]", line):
        return f"`{line}`"
    return f"<code>{_escape(line)}</code>"


def _escape(text: str) -> str:
    line = _MARKED.sub(lambda m: f"\\{m[0]}", text)
    for character, entity in _ENTITIES.items():
        line = line.replace(character, entity)
    return line


def _escape_start(match: re.Match[str]) -> str:
    if match[1]:
        return f"{match[1]}\\{match[2]}"
    return f"&#{ord(match[0][0])};{match[0][1:]}"
