"""Identifiers made from wire names, for structures that bring no names of their own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

__all__ = ["camel_case", "first_free", "pascal_case"]

_WORD = re.compile(r"[A-Za-z0-9]+", re.ASCII)


def camel_case(text: str) -> str:
    """``(Statutaire) Naam`` → ``statutaireNaam``; ASCII letters and digits, a letter first, never empty."""
    name = pascal_case(text)
    return name[0].lower() + name[1:]


def pascal_case(text: str) -> str:
    """``aanleverende_organisatie`` → ``AanleverendeOrganisatie``; ``0%-aanbod`` → ``X0Aanbod``."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    name = "".join(word[0].upper() + word[1:] for word in _WORD.findall(plain))
    return name if name and name[0].isalpha() else f"X{name}"


def first_free(name: str, taken: Collection[str]) -> str:
    """``name``, or ``name2``, ``name3`` ...: the first that is not in ``taken`` (casefolded names)."""
    number, candidate = 1, name
    while candidate.casefold() in taken:
        number += 1
        candidate = f"{name}{number}"
    return candidate
