"""Specification to and from ``specification.json``."""

from __future__ import annotations

import json

from ddas.errors import DdasError
from ddas.standard.plain_records import WrongPlainError, from_plain, to_plain
from ddas.standard.specification import Specification

__all__ = ["specification_from_json", "specification_to_json"]

FORMAT = 1


def specification_to_json(specification: Specification) -> str:
    """The text of ``specification.json``; fields with their default value are left out."""
    return json.dumps(to_plain(specification), ensure_ascii=False, indent=1) + "\n"


def specification_from_json(text: str | bytes) -> Specification:
    """Read ``specification.json``.

    Raises:
        DdasError: not JSON, not a specification, or written by a newer toolkit.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DdasError("De specificatie is geen leesbare JSON. Maak haar opnieuw met: ddas generate") from error
    if not isinstance(data, dict) or not isinstance(data.get("format"), int):
        raise DdasError("Dit bestand is geen specificatie van DDAS. Kies een specification.json van ddas.")
    if data["format"] > FORMAT:
        raise DdasError(
            f"Deze specificatie heeft vorm {data['format']}; deze ddas leest tot en met vorm {FORMAT}. "
            "Installeer een nieuwere versie van de toolkit."
        )
    try:
        return from_plain(Specification, data)
    except WrongPlainError as error:
        place = "/".join(["", *reversed(error.path)]) or "het begin"
        raise DdasError(f"De specificatie klopt niet bij {place}. Maak haar opnieuw met: ddas generate") from None
