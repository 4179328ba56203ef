"""Where the bytes of a delivery come from: a file, a pipe or memory; all can be read at any place."""

from __future__ import annotations

import errno
import json
import os
import stat
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from typing import IO, Any, BinaryIO, Protocol, TypeAlias

from ddas.errors import DdasError, os_error_in_words
from ddas.rendering.printable import looks_like_content, show_path

__all__ = [
    "BytesSource",
    "Delivery",
    "FileSource",
    "OpenFileSource",
    "Source",
    "is_one_delivery",
    "open_delivery",
]

Delivery: TypeAlias = "str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryIO | Mapping[str, Any]"
"""A path, the bytes themselves, a stream of bytes that is open for reading, or the document as ``json.loads`` gave it.

The path ``-`` is standard input.
"""

_SHORTER = "het veranderde terwijl het werd gelezen"
_CHECK_NAME = "Controleer de naam en de rechten."
_GIVE_NAME = (
    "De naam lijkt op de inhoud van een aanlevering: noem het bestand waarin die staat. "
    "In Python mag u de inhoud zelf als bytes geven."
)


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


def is_one_delivery(given: object) -> bool:
    """Whether this is one ``Delivery`` rather than several."""
    single = (str, os.PathLike, bytes, bytearray, memoryview, Mapping)
    return isinstance(given, single) or hasattr(given, "read")


@contextmanager
def open_delivery(delivery: Delivery, name: str = "") -> Iterator[Source]:
    """The source for a delivery, closed at the end; a stream that was handed over stays open.

    ``name``: what it is called when it has no name of its own.

    Raises:
        DdasError: it cannot be opened, or not read to its end.
    """
    cause = ""
    opened = _open(delivery, name)
    try:
        with opened as source:
            yield source
    except BrokenPipeError:  # nobody reads our output: no fault of the delivery
        raise
    except OSError as error:
        cause = os_error_in_words(error) if error.errno is not None else _SHORTER
    except ValueError:
        cause = "zo'n naam kan niet bestaan"
    if cause:  # outside the handlers: the system's exception holds the whole path, which may be text of a delivery
        path = os.fspath(delivery) if isinstance(delivery, str | os.PathLike) else None
        shown = "Het bestand" if path is None else show_path(path)
        advice = _GIVE_NAME if path is not None and looks_like_content(path) else _CHECK_NAME
        raise DdasError(f"{shown} kan niet worden gelezen: {cause}. {advice}")


def _open(delivery: Delivery, name: str) -> AbstractContextManager[Source]:
    if isinstance(delivery, str | os.PathLike):
        if not os.fspath(delivery):
            raise DdasError("De naam van het bestand is leeg. Noem het bestand waarin de aanlevering staat.")
        return _open_path(os.fspath(delivery))
    if isinstance(delivery, bytes | bytearray | memoryview):
        return nullcontext(BytesSource(bytes(delivery), name))
    if isinstance(delivery, Mapping):
        return nullcontext(_encode(delivery, name))
    if not hasattr(delivery, "read"):
        raise DdasError(
            "Dit is geen aanlevering. Geef de naam van een bestand, de bytes, een bestand dat open is om te lezen, "
            "of wat json.loads ervan maakte."
        )
    if isinstance(delivery.read(0), str):
        raise DdasError("Dit bestand is open als tekst. Open het als bytes: open(naam, 'rb').")
    own = getattr(delivery, "name", "")
    return _open_stream(delivery, own if own and isinstance(own, str) else name)


def _encode(document: Mapping[str, Any], name: str) -> Source:
    text = _write(document)
    if text is None:  # outside the handler: the exception of json may hold a value
        raise DdasError(
            "Deze aanlevering past niet in JSON: zij is te diep, of er staat iets in dat JSON niet kent, zoals een "
            "datum-object. Geef wat json.loads ervan maakte, of de bytes."
        )
    return BytesSource(text, name)


def _write(document: Mapping[str, Any]) -> bytes | None:
    try:
        return json.dumps(dict(document)).encode()
    except (TypeError, ValueError, RecursionError):
        return None


@contextmanager
def _open_path(path: str) -> Iterator[Source]:
    """The source for a path or for ``-``, closed at the end.

    What cannot be read at any place (a pipe) is first copied to a file of our own, readable by this user only and
    removed at the end. Raises OSError.
    """
    if path != "-" and not _is_stream(path):
        with closing(FileSource(path)) as source:
            yield source
    elif path == "-":
        if sys.stdin is None:
            raise OSError(errno.EBADF, "standard input is closed")
        with _open_stream(sys.stdin.buffer, path) as copy:
            yield copy
    else:
        with open(path, "rb") as stream, _open_stream(stream, path) as copy:
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
def _open_stream(stream: BinaryIO, name: str) -> Iterator[OpenFileSource]:
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
