"""Reading the small files that a user hands over beside a delivery: with a limit, and with a clear refusal."""

from __future__ import annotations

import json
import os
import stat
from typing import Any

from ddas.errors import DdasError, os_error_in_words
from ddas.rendering.printable import show_path

__all__ = ["SIDE_FILE_LIMIT", "parse_side_json", "read_side_file", "read_side_text"]

SIDE_FILE_LIMIT = 20_000_000
"""Bytes. The largest file of this kind that we know, a specification of ours, is well below a tenth of it."""


def read_side_file(path: str | os.PathLike[str], *, limit: int = SIDE_FILE_LIMIT) -> bytes:
    """The bytes of a file.

    Raises:
        DdasError: it cannot be opened, is a folder or a device, or is larger than ``limit`` bytes. Neither the message
            nor the exception behind it holds text that may come from a delivery.
    """
    content, problem = _read(path, limit)
    if problem:
        raise DdasError(f"{show_path(path)} kan niet worden gelezen: {problem}. Controleer de naam en de rechten.")
    return content


def read_side_text(path: str | os.PathLike[str], *, limit: int = SIDE_FILE_LIMIT) -> str:
    """The text of a file in UTF-8, without its byte order mark.

    Raises:
        DdasError: as ``read_side_file``, or it is no UTF-8.
    """
    content = read_side_file(path, limit=limit)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    raise DdasError(f"{show_path(path)} is geen UTF-8. Sla het bestand op als UTF-8 (in Excel: CSV UTF-8).")


def parse_side_json(content: bytes) -> Any:
    """The value of a JSON text; None when it is no JSON, or nested or written in a way that no such file is."""
    try:
        return json.loads(content)
    except (ValueError, RecursionError):  # also a number of thousands of digits, which Python refuses
        return None


def _read(path: str | os.PathLike[str], limit: int) -> tuple[bytes, str]:
    """The content, and why there is none. The system's own exceptions name the path: they stay here."""
    try:
        with open(path, "rb") as stream:
            if stat.S_ISCHR(os.fstat(stream.fileno()).st_mode):
                return b"", "dit is een apparaat en geen bestand"
            content = stream.read(limit + 1)
    except OSError as error:
        return b"", os_error_in_words(error)
    except ValueError:
        return b"", "zo'n naam kan niet bestaan"
    if len(content) > limit:
        return b"", f"het is groter dan {limit // 1_000_000} MB, en dat hoort zo'n bestand niet te zijn"
    return content, ""
