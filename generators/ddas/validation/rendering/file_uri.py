"""Names of files as URIs."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

__all__ = ["make_file_uri"]


def make_file_uri(name: str, folder: Path) -> str:
    """The URI of a file: relative to ``folder`` when it stands in there, else a whole ``file:`` address."""
    path = Path(os.path.normpath(folder / name))
    if path.is_relative_to(folder):
        return quote(os.fsencode(path.relative_to(folder).as_posix()))
    return path.as_uri()
