"""Opening a delivery to check it; what the system refuses is told in Dutch."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from ddas.delivery.source import Source, open_source
from ddas.errors import DdasError, os_error_in_words

__all__ = ["open_delivery"]

_SHORTER = "het veranderde terwijl het werd gelezen"


@contextmanager
def open_delivery(path_or_bytes: str | os.PathLike[str] | bytes) -> Iterator[Source]:
    """The source for a path, for ``-`` (standard input) or for bytes, closed at the end.

    Raises:
        DdasError: it cannot be opened, or not read to its end.
    """
    try:
        with open_source(path_or_bytes) as source:
            yield source
    except BrokenPipeError:  # nobody reads our output: no fault of the delivery
        raise
    except OSError as error:
        name = "Het bestand" if isinstance(path_or_bytes, bytes) else os.fspath(path_or_bytes)
        cause = os_error_in_words(error) if error.errno is not None else _SHORTER
        raise DdasError(f"{name} kan niet worden gelezen: {cause}. Controleer de naam en de rechten.") from error
