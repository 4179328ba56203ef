"""A finding of lint: where, about what, what is wrong and what to do."""

from __future__ import annotations

from dataclasses import dataclass

from ddas_generators.lint.fault import Fault
from ddas_generators.model.yaml_source import Location

__all__ = ["LintFinding"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class LintFinding:
    """One fault in the model; sorts by place.

    Attributes:
        location: File and line of the key that is wrong, or of the element that misses one.
        subject: What it is about, e.g. ``Client.geboortedatum``.
        id: Which fault.
        message: Dutch; its last sentence says what to do.
    """

    location: Location
    subject: str
    id: Fault
    message: str

    def __str__(self) -> str:
        return f"{self.location}: {self.subject}: {self.message} [{self.id}]"
