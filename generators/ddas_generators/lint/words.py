"""The words of a text that carry meaning, in a form in which plural and conjugation do not matter."""

from __future__ import annotations

import re
import unicodedata

from ddas_generators.lint.stop_words import STOP_WORDS

__all__ = ["content_words", "name_words"]

_WORD = re.compile(r"[a-z]+")
_NAME_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_ENDINGS = ("en", "e", "s")
_DOUBLED = re.compile(r"(.)\1")
_SHORTEST = 3


def content_words(text: str) -> tuple[str, ...]:
    """Words of three letters or more that are no stop words, in order, lower case, without accents and endings."""
    plain = unicodedata.normalize("NFKD", text.lower())
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return tuple(_stem(w) for w in _WORD.findall(letters) if len(w) >= _SHORTEST and w not in STOP_WORDS)


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
