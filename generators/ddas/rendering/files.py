"""Writing files whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

__all__ = ["open_replacement", "replace_file"]


@contextmanager
def open_replacement(target: Path) -> Iterator[BinaryIO]:
    """A stream beside ``target`` that takes its place when the block ends well; the folder must exist.

    Raises:
        OSError: the file could not be written; the old file, if any, is untouched.
    """
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(temporary, 0o666 & ~umask)
        os.replace(temporary, target)
    except BaseException:
        os.unlink(temporary)
        raise


def replace_file(target: Path, content: bytes) -> None:
    """Write ``content`` beside ``target`` and rename it; the folder must exist.

    Raises:
        OSError: the file could not be written; the old file, if any, is untouched.
    """
    with open_replacement(target) as stream:
        stream.write(content)
