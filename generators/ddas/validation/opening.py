"""Opening what is handed over to be checked; what cannot be opened is told in Dutch, without anything that it holds."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any, BinaryIO, TypeAlias

from ddas.delivery.source import BytesSource, Source, open_source, open_stream
from ddas.errors import DdasError, os_error_in_words
from ddas.rendering.printable import looks_like_content, show_path

__all__ = ["Delivery", "is_one_delivery", "open_delivery"]

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
        return open_source(delivery)
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
    return open_stream(delivery, own if own and isinstance(own, str) else name)


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
