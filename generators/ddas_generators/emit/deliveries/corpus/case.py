"""A case of the conformance corpus: a delivery, what is tried with it, and what should be found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ddas.findings import Level

__all__ = ["ConformanceCase", "ExpectedFinding"]


@dataclass(frozen=True, slots=True, order=True)
class ExpectedFinding:
    """A finding that must be made. ``pointer``: JSON Pointer; a missing key is named itself."""

    pointer: str
    rule: str
    level: Level


@dataclass(frozen=True, slots=True, kw_only=True)
class ConformanceCase:
    """One delivery of the corpus.

    Attributes:
        name: Unique, also as file name and when case is ignored.
        kind: ``opbouw`` (one structural fault), ``regel`` (a case of a rule), ``praktijk`` (a correct delivery as
            practice knows it) or ``voorbeeld`` (nothing wrong).
        about: Field (``Client.postcode``), id of the rule, name of the example or of the situation.
        tries: Dutch: what is tried; of a situation the explanation.
        keyword: Of a structural fault the JSON Schema keyword that refuses it; else empty.
        document: The delivery as JSON value.
        findings: All of them, sorted; empty when the delivery is right.
    """

    name: str
    kind: str
    about: str
    tries: str
    keyword: str = ""
    document: Any = field(repr=False)
    findings: tuple[ExpectedFinding, ...] = ()

    @property
    def is_accepted(self) -> bool:
        """Whether the wire schema accepts it."""
        return self.kind != "opbouw"

    @property
    def verdict(self) -> str:
        """As in a report: ``goed``, ``goed met opmerkingen`` or ``fout``."""
        if any(f.level is Level.ERROR for f in self.findings):
            return "fout"
        return "goed met opmerkingen" if self.findings else "goed"
