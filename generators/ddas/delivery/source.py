"""Where the bytes of a delivery come from: a file, a pipe or memory; all can be read at any place."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import IO, Any, BinaryIO, Protocol

__all__ = ["BytesSource", "FileSource", "OpenFileSource", "Source", "open_source", "open_stream"]


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

    def has_changed(self) -> bool:
        """Whether somebody wrote to it since it was opened."""


class BytesSource:
    """A delivery in memory."""

    def __init__(self, data: bytes, name: str = "") -> None:
        self._data = data
        self.size = len(data)
        self.name = name

    def read(self, offset: int, length: int) -> bytes:
        """See ``Source.read``."""
        return self._data[offset : offset + length]

    def has_changed(self) -> bool:
        """See ``Source.has_changed``."""
        return False


class OpenFileSource:
    """A file that is open already and stays so; does not change while it is read here."""

    def __init__(self, descriptor: int, name: str = "") -> None:
        self.name = name
        self._descriptor = descriptor
        self._first_status = os.fstat(descriptor)
        self.size = self._first_status.st_size

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

    def has_changed(self) -> bool:
        """See ``Source.has_changed``."""
        before, after = self._first_status, os.fstat(self._descriptor)
        return (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns)

    def _read_some(self, offset: int, length: int) -> bytes:
        if hasattr(os, "pread"):
            return os.pread(self._descriptor, length, offset)
        os.lseek(self._descriptor, offset, os.SEEK_SET)
        return os.read(self._descriptor, length)

    def __reduce__(self) -> tuple[Callable[..., OpenFileSource], tuple[object, ...]]:
        from multiprocessing.reduction import DupFd  # where processes are started anew, an open file is shared

        return _share, (DupFd(self._descriptor), self.name)


def _share(shared: Any, name: str) -> OpenFileSource:
    return OpenFileSource(shared.detach(), name)


class FileSource(OpenFileSource):
    """A file, opened once. A copy that is sent to another process opens the file again."""

    def __init__(self, path: str, name: str = "") -> None:
        self._path = path
        super().__init__(os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0)), name or path)

    def close(self) -> None:
        """Give the file back."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def __reduce__(self) -> tuple[type[FileSource], tuple[str, str]]:
        return FileSource, (os.path.abspath(self._path), self.name)


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
        with closing(FileSource(path)) as source:
            yield source
    elif path == "-":
        if sys.stdin is None:
            raise OSError(errno.EBADF, "standard input is closed")
        with open_stream(sys.stdin.buffer, path) as copy:
            yield copy
    else:
        with open(path, "rb") as stream, open_stream(stream, path) as copy:
            yield copy


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
def open_stream(stream: BinaryIO, name: str) -> Iterator[OpenFileSource]:
    """The source for what an open stream gives from here on; the stream itself stays open. Raises OSError.

    It is copied to a file without a name where the system allows that: a killed process leaves nothing behind.
    """
    import tempfile  # heavy at the start, and most deliveries are files

    with tempfile.NamedTemporaryFile(prefix="ddas-") if _KEEPS_NAME else tempfile.TemporaryFile() as copy:
        _copy(stream, copy)
        copy.flush()
        if not _KEEPS_NAME:
            yield OpenFileSource(copy.fileno(), name)
            return
        with closing(FileSource(copy.name, name)) as source:
            yield source


def _copy(stream: BinaryIO, copy: IO[bytes]) -> None:
    while block := stream.read(1 << 18):
        copy.write(block)
        if _NO_TEXT in block:  # what we have is enough to refuse it, and the rest may never end
            return


_KEEPS_NAME = os.name == "nt"  # there an open file cannot lose its name
_NO_TEXT = bytes(64)
