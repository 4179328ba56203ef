"""Where the bytes of a delivery come from: a file, a pipe or memory; all can be read at any place."""

from __future__ import annotations

import errno
import os
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, Any, BinaryIO, Protocol

__all__ = ["BytesSource", "FileSource", "Source", "open_source"]


class Source(Protocol):
    """Bytes with a known size that can be read at any place, in several processes.

    Attributes:
        size: Bytes.
        name: What a person calls it: the path as given, ``-`` for standard input.
    """

    @property
    def size(self) -> int: ...  # noqa: D102

    @property
    def name(self) -> str: ...  # noqa: D102

    def read(self, offset: int, length: int) -> bytes:
        """At most ``length`` bytes from ``offset``; fewer only at the end."""


class BytesSource:
    """A delivery in memory."""

    def __init__(self, data: bytes, name: str = "") -> None:
        self._data = data
        self.size = len(data)
        self.name = name

    def read(self, offset: int, length: int) -> bytes:
        """See ``Source.read``."""
        return self._data[offset : offset + length]


class FileSource:
    """A file, opened once. A copy that is sent to another process opens the file again, or shares the open one."""

    def __init__(self, path: str, name: str = "", descriptor: int | None = None) -> None:
        """``descriptor``: of an open file without a name; this object closes it. Raises OSError, ValueError."""
        self._path = path
        self.name = name or path
        self._nameless = descriptor is not None
        self._descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0)) if descriptor is None else descriptor
        self.size = os.fstat(self._descriptor).st_size

    def read(self, offset: int, length: int) -> bytes:
        """See ``Source.read``. Raises OSError when the file became shorter while it was read."""
        wanted = max(0, min(length, self.size - offset))
        block = self._read_some(offset, wanted)
        if len(block) == wanted:
            return block
        blocks = [block]
        missing = wanted - len(block)
        while missing:
            block = self._read_some(offset + wanted - missing, missing)
            if not block:
                raise OSError(f"{self.name} became shorter while it was read")
            blocks.append(block)
            missing -= len(block)
        return b"".join(blocks)

    def close(self) -> None:
        """Give the file back."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def _read_some(self, offset: int, length: int) -> bytes:
        if hasattr(os, "pread"):
            return os.pread(self._descriptor, length, offset)
        os.lseek(self._descriptor, offset, os.SEEK_SET)
        return os.read(self._descriptor, length)

    def __reduce__(self) -> tuple[Callable[..., FileSource], tuple[object, ...]]:
        if not self._nameless:
            return FileSource, (os.path.abspath(self._path), self.name)
        from multiprocessing.reduction import DupFd  # where processes are started anew, and files have no names

        return _share, (DupFd(self._descriptor), self.name)


def _share(shared: Any, name: str) -> FileSource:
    return FileSource("", name, shared.detach())


@contextmanager
def open_source(path_or_bytes: str | os.PathLike[str] | bytes) -> Iterator[Source]:
    """The source for a path, for ``-`` (standard input) or for bytes, closed at the end.

    What cannot be read at any place (a pipe) is first copied to a file of our own, readable by this user only and
    removed at the end. Raises OSError.
    """
    if isinstance(path_or_bytes, bytes):
        yield BytesSource(path_or_bytes)
        return
    path = os.fspath(path_or_bytes)
    if path != "-" and not _is_stream(path):
        source = FileSource(path)
        try:
            yield source
        finally:
            source.close()
    elif path == "-":
        if sys.stdin is None:
            raise OSError(errno.EBADF, "standard input is closed")
        with _copied(sys.stdin.buffer, path) as source:
            yield source
    else:
        with open(path, "rb") as stream, _copied(stream, path) as source:
            yield source


def _is_stream(path: str) -> bool:
    """Whether this is read from its start to its end only; an endless device is no delivery."""
    kind = os.stat(path).st_mode
    if stat.S_ISCHR(kind) and not os.path.samefile(path, os.devnull) and not _is_terminal(path):
        raise OSError(errno.ENODEV, "a device that never ends")
    return stat.S_ISFIFO(kind) or stat.S_ISCHR(kind) or stat.S_ISSOCK(kind)


def _is_terminal(path: str) -> bool:
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOCTTY", 0))
    try:
        return os.isatty(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _copied(stream: BinaryIO, name: str) -> Iterator[FileSource]:
    """A copy that has no name where the system allows that: a killed process leaves nothing behind."""
    with tempfile.NamedTemporaryFile(prefix="ddas-") if _KEEPS_NAME else tempfile.TemporaryFile() as copy:
        _copy(stream, copy)
        copy.flush()
        source = FileSource(copy.name, name) if _KEEPS_NAME else FileSource("", name, os.dup(copy.fileno()))
        try:
            yield source
        finally:
            source.close()


def _copy(stream: BinaryIO, copy: IO[bytes]) -> None:
    while block := stream.read(1 << 18):
        copy.write(block)
        if _NO_TEXT in block:  # what we have is enough to refuse it, and the rest may never end
            return


_KEEPS_NAME = os.name == "nt"  # there an open file cannot lose its name
_NO_TEXT = bytes(64)
