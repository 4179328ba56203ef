"""What is told by hand about one domain: how its deliveries hang together. Of any other domain any record will do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ddas.sampling.any_record import AnyRecords
from ddas.sampling.stories.debt_help import DebtHelp
from ddas.sampling.stories.early_signal import EarlySignals
from ddas.sampling.story import Story
from ddas.sampling.teller import Teller

__all__ = ["find_story"]

_STORIES: Mapping[str, Callable[[Teller], Story]] = {"shv": DebtHelp, "vs": EarlySignals}
"""Code of a domain → how its deliveries are told."""


def find_story(teller: Teller) -> Story:
    """The story of the domain; where there is none, fields are filled at random."""
    return _STORIES.get(teller.specification.domain.code, AnyRecords)(teller)
