"""Dutch words that carry no meaning of their own in a definition."""

from __future__ import annotations

__all__ = ["STOP_WORDS"]

_LISTED = """
aan als bij daar dan dat deze die dit dus een eigen elk elke geen haar had hebben heeft het hier hij hoe hun
iets iemand ieder iedere kan kon kunnen maar meer met men moet moeten mag mogen naar niet nog ook om onder
ons onze ooit over per tot uit van veel voor waar waarbij waarin waarmee waarop waarvan waaraan waardoor
wanneer want was wat wel welke welk werd wie wij worden wordt zal zich zij zijn zo zoals zou zullen
gegeven gegevens
"""

STOP_WORDS = frozenset(_LISTED.split())
"""Three letters or more, lower case, without accents. ``gegeven`` says nothing in a model of data."""
