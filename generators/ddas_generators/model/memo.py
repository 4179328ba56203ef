"""What LinkML said before of the same bytes: a folder in the cache of the user, that may be thrown away at any time.

Loading LinkML's half for checking takes longer than everything else that lint does. Its answer depends on the files and
on its version alone, so that is what an answer is found by.
"""

from __future__ import annotations

import hashlib
import os
import re
from importlib.metadata import version
from pathlib import Path

from ddas.rendering.files import replace_file

__all__ = ["memo_key", "recall", "remember"]

_MARK = "ddas 1\n"
"""In front of every answer: a file without it was broken off, or is none of ours."""

_KEY = re.compile(r"[0-9a-f]{64}")


def memo_key(*parts: bytes) -> str:
    """The key of an answer about these bytes by this version of LinkML."""
    digests = (hashlib.sha256(part).hexdigest() for part in (version("linkml").encode(), *parts))
    return hashlib.sha256(" ".join(digests).encode()).hexdigest()


def recall(key: str) -> str | None:
    """The answer of before; None when there is none that can be read."""
    try:
        text = _path(key).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError, RuntimeError):  # RuntimeError: a user without a home
        return None
    return text.removeprefix(_MARK) if text.startswith(_MARK) else None


def remember(key: str, answer: str) -> None:
    """Keep an answer; where nothing can be written, it is asked again next time."""
    try:
        path = _path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, f"{_MARK}{answer}".encode())
    except (OSError, RuntimeError):
        return


def _path(key: str) -> Path:
    assert _KEY.fullmatch(key), key
    given = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(given) if given else Path.home() / ".cache") / "ddas" / key
