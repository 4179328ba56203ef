"""The obligation of a field in Dutch sentences: the same in schemas, docstrings and XML."""

from __future__ import annotations

from ddas.standard.specification import Attribute

__all__ = ["obligation_sentences"]


def obligation_sentences(attribute: Attribute) -> tuple[str, ...]:
    """``Verplichting: voorwaardelijk.`` and, when there is one, ``Voorwaarde: …``."""
    sentences = (f"Verplichting: {attribute.obligation}.",)
    return (*sentences, f"Voorwaarde: {attribute.condition}") if attribute.condition else sentences
