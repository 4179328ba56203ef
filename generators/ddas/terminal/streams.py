"""The standard streams as they may turn out to be: closed, full, or with an encoding that lacks our letters.

Text for people is shown as well as the terminal can; what a program reads is UTF-8 with line feeds on every system.
What becomes of stderr never changes what a command found.
"""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import TextIO

from ddas.errors import DdasError
from ddas.rendering.printable import make_printable

__all__ = ["abandon_stdout", "check_stdout", "prepare_streams", "tell", "write_aside", "write_document"]


def prepare_streams() -> None:
    """Make every character printable: what this terminal cannot show becomes a question mark, never an exception."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def check_stdout() -> None:
    """Raise DdasError when standard output was closed before we started: nobody would see what we say."""
    if sys.stdout is None:
        raise DdasError("De uitvoer is gesloten, dus er kan niets worden getoond. Stuur de uitvoer naar een bestand.")


def write_document(text: str) -> None:
    """Write what a program reads: UTF-8 with the line ends it has, whatever encoding the terminal has.

    Raises:
        OSError: the output is full, or nobody reads it.
    """
    check_stdout()
    stream = sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        stream.flush()
        stream.buffer.write(text.encode("utf-8", "backslashreplace"))
        stream.buffer.flush()
    else:  # an output without bytes below it, such as that of a program that runs ddas inside itself
        stream.write(text)


def tell(message: str) -> None:
    """Lines on stderr, without characters that steer a terminal; silent when stderr is closed or full."""
    write_aside("\n".join(make_printable(line) for line in message.split("\n")) + "\n")


def write_aside(text: str) -> None:
    """Text on stderr as it is; silent when stderr is closed or full."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except (OSError, ValueError):
        _abandon(sys.stderr)


def abandon_stdout() -> None:
    """Throw away what could not be written, so that the interpreter does not complain about it at its end."""
    _abandon(sys.stdout)


def _abandon(stream: TextIO | None) -> None:
    if stream is not None:
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
