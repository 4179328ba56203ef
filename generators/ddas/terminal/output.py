"""What a command prints for a program: the same bytes in every terminal."""

from __future__ import annotations

import io
import sys

__all__ = ["write_document"]


def write_document(text: str) -> None:
    """Write ``text`` to the output as UTF-8 with the line ends it has, whatever encoding the terminal has."""
    stream = sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        stream.flush()
        stream.buffer.write(text.encode())
        stream.buffer.flush()
    else:  # an output without bytes below it, such as that of a program that runs ddas inside itself
        stream.write(text)
