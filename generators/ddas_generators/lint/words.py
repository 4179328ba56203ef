"""The words of a text that carry meaning, in a form in which plural and conjugation do not matter."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["content_words", "name_words"]

_WORD = re.compile(r"[a-z]+")
_NAME_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_ENDINGS = ("en", "e", "s")
_DOUBLED = re.compile(r"(.)\1")
_SHORTEST = 3
_LISTED = """
aan als bij daar dan dat deze die dit dus een eigen elk elke geen haar had hebben heeft het hier hij hoe hun
iets iemand ieder iedere kan kon kunnen maar meer met men moet moeten mag mogen naar niet nog ook om onder
ons onze ooit over per tot uit van veel voor waar waarbij waarin waarmee waarop waarvan waaraan waardoor
wanneer want was wat wel welke welk werd wie wij worden wordt zal zich zij zijn zo zoals zou zullen
gegeven gegevens
"""

_STOP_WORDS = frozenset(_LISTED.split())
"""Three letters or more, lower case, without accents. ``gegeven`` says nothing in a model of data."""


def content_words(text: str) -> tuple[str, ...]:
    """Words of three letters or more that are no stop words, in order, lower case, without accents and endings."""
    plain = unicodedata.normalize("NFKD", text.lower())
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return tuple(_stem(w) for w in _WORD.findall(letters) if len(w) >= _SHORTEST and w not in _STOP_WORDS)


def name_words(name: str) -> tuple[str, ...]:
    """The words in an identifier: ``startdatumLevering`` → startdatum, levering."""
    return content_words(" ".join(_NAME_PART.findall(name)))


def _stem(word: str) -> str:
    """Cut roughly: ``klant`` and ``klanten``, ``laat`` and ``laten``, ``boot`` and ``boten`` become the same."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word.removesuffix(ending)
            break
    short = _DOUBLED.sub(r"\1", word)
    return short.removesuffix("t") if len(short) > _SHORTEST else short
