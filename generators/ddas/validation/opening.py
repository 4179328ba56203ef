"""Opening a delivery to check it; what the system refuses is told in Dutch."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from ddas.delivery.source import Source, open_source
from ddas.errors import DdasError, os_error_in_words
from ddas.rendering.printable import show_path

__all__ = ["open_delivery"]

_SHORTER = "het veranderde terwijl het werd gelezen"


@contextmanager
def open_delivery(path_or_bytes: str | os.PathLike[str] | bytes) -> Iterator[Source]:
    """The source for a path, for ``-`` (standard input) or for bytes, closed at the end.

    Raises:
        DdasError: it cannot be opened, or not read to its end.
    """
    cause = ""
    try:
        with open_source(path_or_bytes) as source:
            yield source
    except BrokenPipeError:  # nobody reads our output: no fault of the delivery
        raise
    except OSError as error:
        cause = os_error_in_words(error) if error.errno is not None else _SHORTER
    except ValueError:
        cause = "zo'n naam kan niet bestaan"
    if cause:  # outside the handlers: the system's exception holds the whole path, which may be text of a delivery
        name = "Het bestand" if isinstance(path_or_bytes, bytes) else show_path(path_or_bytes)
        raise DdasError(f"{name} kan niet worden gelezen: {cause}. Controleer de naam en de rechten.")
