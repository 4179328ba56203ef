"""Writing Python source line by line: indentation, docstrings and calls in a layout that formatters leave alone."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

__all__ = ["WIDTH", "CodeWriter", "string_literal"]

WIDTH = 88
"""Most characters on a line: the narrowest width that common tools use by default."""


def string_literal(text: str) -> str:
    """The text as a Python literal, in double quotes unless that needs more escapes."""
    literal = repr(text)
    return f'"{literal[1:-1]}"' if literal.startswith("'") and '"' not in literal else literal


class CodeWriter:
    """Collects lines. Anything with several parts goes one part a line, ending in a comma, so no width changes it."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._indent = ""

    def line(self, text: str = "") -> None:
        """Add one line at the current depth; an empty line has no spaces."""
        self._lines.append(f"{self._indent}{text}" if text else "")

    def lines(self, text: str) -> None:
        """Add source text of several lines at the current depth."""
        for line in text.splitlines():
            self.line(line)

    @contextmanager
    def block(self, opening: str, closing: str = "") -> Iterator[None]:
        """Add ``opening``, go one step deeper for what follows, and end with ``closing`` when there is one."""
        self.line(opening)
        before, self._indent = self._indent, f"{self._indent}    "
        yield
        self._indent = before
        if closing:
            self.line(closing)

    def parts(self, opening: str, parts: Iterable[str], closing: str) -> None:
        """Add a bracketed list: on one line with a comma behind it when it fits, else one part a line."""
        parts = list(parts)
        joined = f"{opening}{', '.join(parts)}{closing},"
        if len(self._indent) + len(joined) <= WIDTH:
            self.line(joined)
            return
        with self.block(opening, f"{closing},"):
            for part in parts:
                self.line(f"{part},")

    def text_constant(self, name: str, text: str) -> None:
        """Add ``name = "text"`` on one line; a long one is marked, since tools of different widths disagree on it."""
        line = f"{name} = {string_literal(text)}"
        self.line(line if len(self._indent) + len(line) <= WIDTH else f"{line}  # fmt: skip # noqa: E501")

    def docstring(self, *paragraphs: str, items: Iterable[str] = ()) -> None:
        """Add a docstring: wrapped paragraphs, then a bullet list; empty texts are left out.

        Raises:
            ValueError: there is no text at all.
        """
        blocks = [self._wrap(p) for p in paragraphs if p]
        bullets = [line for item in items for line in self._wrap(item, bullet="- ")]
        lines = [line for block in (*blocks, bullets) if block for line in ("", *block)][1:]
        if not lines:
            raise ValueError("a docstring needs text")
        if len(lines) == 1:
            self.line(f'"""{lines[0]}"""')
            return
        self.line(f'"""{lines[0]}')
        for line in (*lines[1:], '"""'):
            self.line(line)

    def text(self) -> str:
        """Everything so far, ending in a newline."""
        return "\n".join(self._lines) + "\n"

    def _wrap(self, text: str, bullet: str = "") -> list[str]:
        # Six positions less: any line of a docstring may have its quotes before it and after it.
        return textwrap.wrap(
            _escape(text),
            WIDTH - len(self._indent) - 6,
            initial_indent=bullet,
            subsequent_indent=" " * len(bullet),
            break_long_words=False,
            break_on_hyphens=False,
        )


def _escape(text: str) -> str:
    """The text as it may stand inside triple quotes, where it means itself; white space becomes one space."""
    text = " ".join(text.split()).replace("\\", "\\\\")
    text = re.sub(r'^"+|"{3,}|"+$', lambda match: '\\"' * len(match[0]), text)
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)
