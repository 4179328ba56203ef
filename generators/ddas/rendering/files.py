"""Writing files whole or not at all, and never over something that the user did not mean to lose.

The one writer of every command. A file is made without a name where the system can do that (``O_TMPFILE``), so that
even a killed process leaves nothing behind; it gets its name when it is whole. Devices, pipes and sockets are written
through. A symbolic link stays what it is: its target is replaced.
"""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from ddas.errors import DdasError, os_error_in_words
from ddas.rendering.printable import show_path

__all__ = ["check_target", "open_output", "open_replacement", "replace_file", "write_new_file", "write_output"]

_PRIVATE = 0o600


@contextmanager
def open_output(
    target: Path, *, inputs: Iterable[Path] = (), private: bool = False, readable: bool = False
) -> Iterator[BinaryIO]:
    """A stream for an output of a command; the file gets its name when the block ends well.

    Args:
        target: The place that the user named.
        inputs: Files that this command reads; none of them is ever replaced.
        private: The content is personal data: a new file is for this user alone (mode 0600). A file that is replaced
            keeps its mode either way.
        readable: What was written is read again before it counts; then also what goes to a pipe is gathered first.

    Raises:
        DdasError: it cannot or must not be written there; what stood there is untouched.
    """
    check_target(target, *inputs)
    try:
        with _open(target, private, readable) as stream:
            yield stream
    except OSError as error:
        raise DdasError(_explain(target, error)) from error


def write_output(target: Path, content: bytes, *, inputs: Iterable[Path] = (), private: bool = False) -> None:
    """Write one output of a command; see ``open_output``.

    Raises:
        DdasError: it cannot or must not be written there.
    """
    with open_output(target, inputs=inputs, private=private) as stream:
        stream.write(content)


def write_new_file(target: Path, content: bytes, *, private: bool = False) -> None:
    """Write a file that must not exist yet, also not when another process makes it at the same moment.

    Raises:
        DdasError: something has that name already, or it cannot be written there.
    """
    exists = f"{show_path(target)} bestaat al en blijft zoals het is. Kies een andere naam."
    if os.path.lexists(target):
        raise DdasError(exists)
    check_target(target)
    try:
        with open_replacement(target, private=private, new=True) as stream:
            stream.write(content)
    except FileExistsError:
        raise DdasError(exists) from None
    except OSError as error:
        raise DdasError(_explain(target, error)) from error


def check_target(target: Path, *inputs: Path) -> None:
    """Refuse a place that must not be written, before any work is done for it.

    Raises:
        DdasError: it is one of ``inputs``, a folder, a file that is read-only or has several names, or lies nowhere.
    """
    name = show_path(target)
    found, problem = _look_at(target)
    if problem:
        raise DdasError(f"{name} kan niet worden geschreven: {problem}. Noem een ander bestand.")
    if any(_is_same(target, other) for other in inputs):
        raise DdasError(f"{name} wordt in deze opdracht al gebruikt. Kies een andere naam om naar te schrijven.")
    if found is None:
        if not Path(os.path.realpath(target)).parent.is_dir():
            raise DdasError(f"De map van {name} bestaat niet. Maak de map eerst, of kies een andere.")
        return
    if stat.S_ISDIR(found.st_mode):
        raise DdasError(f"{name} is een map. Noem een bestand in die map.")
    if not stat.S_ISREG(found.st_mode) or _is_stream(target):
        return
    if not found.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise DdasError(f"{name} is alleen-lezen en blijft zoals het is. Kies een andere naam om naar te schrijven.")
    if found.st_nlink > 1:
        raise DdasError(
            f"{name} staat onder meer dan één naam op de schijf (harde koppeling) en blijft zoals het is. "
            "Kies een andere naam om naar te schrijven."
        )


def _explain(target: Path, error: OSError) -> str:
    return (
        f"{show_path(target)} kan niet worden geschreven: {os_error_in_words(error)}. "
        "Controleer de map, de rechten en de vrije ruimte."
    )


def _look_at(target: Path) -> tuple[os.stat_result | None, str]:
    """What stands there now, and why that cannot be known. The system's own exception names the path: it stays here."""
    try:
        return os.stat(target), ""
    except (FileNotFoundError, NotADirectoryError):
        return None, ""
    except OSError as error:
        return None, os_error_in_words(error)
    except ValueError:
        return None, "zo'n naam kan niet bestaan"


@contextmanager
def open_replacement(target: Path, *, private: bool = False, new: bool = False) -> Iterator[BinaryIO]:
    """A stream that takes the place of ``target`` when the block ends well; the folder must exist.

    Raises:
        FileExistsError: the file had to be ``new``, and there is one.
        OSError: the file could not be written; the old file, if any, is untouched.
    """
    place = Path(os.path.realpath(target))
    mode = _new_mode(private) if new else _mode_for(place, private)
    nameless = _open_nameless(place.parent)
    if nameless is None:
        with _open_beside(place, mode, new) as stream:
            yield stream
        return
    with os.fdopen(nameless, "w+b") as stream:
        yield stream
        stream.flush()
        os.fchmod(nameless, mode)
        _give_name(nameless, place, new)


def replace_file(target: Path, content: bytes) -> None:
    """Write ``content`` whole or not at all; the folder must exist.

    Raises:
        OSError: the file could not be written; the old file, if any, is untouched.
    """
    with open_replacement(target) as stream:
        stream.write(content)


def _open(target: Path, private: bool, readable: bool) -> AbstractContextManager[BinaryIO]:
    if not _is_stream(target):
        return open_replacement(target, private=private)
    return _open_gathered(target) if readable else _open_through(target)


@contextmanager
def _open_gathered(target: Path) -> Iterator[BinaryIO]:
    import tempfile  # most reports go to the screen

    with tempfile.TemporaryFile() as whole:
        yield whole
        whole.seek(0)
        with _open_through(target) as stream:
            shutil.copyfileobj(whole, stream)


def _open_through(target: Path) -> BinaryIO:
    number = _open_file_number(target)
    if number is None:
        return open(target, "wb")
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    return os.fdopen(os.dup(number), "wb")  # opening it again would empty a file that others write to as well


def _is_stream(target: Path) -> bool:
    """Whether this place is no file on a disk: a device, a pipe, or an open file of a process (``/dev/stdout``)."""
    try:
        kind = os.stat(target).st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)) or _open_file_number(target) is not None


def _open_file_number(target: Path) -> int | None:
    """The number of the open file of this process that ``target`` leads to, such as 1 for ``/dev/stdout``."""
    place = os.path.abspath(target)
    for _ in range(40):
        folder, name = os.path.split(place)
        if folder in ("/dev/fd", "/proc/self/fd", f"/proc/{os.getpid()}/fd") and name.isdecimal():
            return int(name)
        try:
            place = os.path.abspath(os.path.join(folder, os.readlink(place)))
        except OSError:
            return None
    return None


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other) and not stat.S_ISCHR(os.stat(one).st_mode)
    except (OSError, ValueError):  # one of them does not exist yet
        pass
    try:
        return os.path.realpath(one) == os.path.realpath(other)
    except ValueError:  # a name that cannot exist is no file
        return False


def _mode_for(place: Path, private: bool) -> int:
    """The mode of the file that is replaced; of a new one: for this user alone, or what the system gives."""
    with suppress(OSError):
        return stat.S_IMODE(os.stat(place).st_mode)
    return _new_mode(private)


def _new_mode(private: bool) -> int:
    umask = os.umask(0)
    os.umask(umask)
    return _PRIVATE if private else 0o666 & ~umask


def _open_nameless(folder: Path) -> int | None:
    """A file in ``folder`` that has no name yet; None where the system or the disk has no such files."""
    kind = getattr(os, "O_TMPFILE", None)
    if kind is None or not os.path.isdir("/proc/self/fd"):
        return None
    try:
        return os.open(folder, kind | os.O_RDWR, _PRIVATE)
    except OSError:
        return None


def _give_name(descriptor: int, place: Path, new: bool) -> None:
    folder = os.open(place.parent, os.O_RDONLY)
    try:
        source = f"/proc/self/fd/{descriptor}"
        try:
            os.link(source, place, src_dir_fd=folder, follow_symlinks=True)
        except FileExistsError:
            if new:
                raise
            beside = place.parent / f".{place.name[:200]}.{os.urandom(4).hex()}"
            os.link(source, beside, src_dir_fd=folder, follow_symlinks=True)
            try:
                os.replace(beside, place)
            except BaseException:
                os.unlink(beside)
                raise
    finally:
        os.close(folder)


@contextmanager
def _open_beside(place: Path, mode: int, new: bool) -> Iterator[BinaryIO]:
    import tempfile  # as above

    handle, temporary = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name[:200]}.")
    try:
        with os.fdopen(handle, "w+b") as stream:
            yield stream
        os.chmod(temporary, mode)
        if new:
            os.link(temporary, place)
            os.unlink(temporary)
        else:
            os.replace(temporary, place)
    except BaseException:
        os.unlink(temporary)
        raise
