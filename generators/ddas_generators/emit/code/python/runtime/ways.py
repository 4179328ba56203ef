"""Objects that may be filled in a few ways only, of which exactly one must hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ddas_generators.emit.code.python.runtime.faults import _Rejected

__all__ = ["_Way"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """Een manier: wat er staat, wat er niet staat, en hoe lang een tekst is."""

    title: str
    required: tuple[str, ...]
    absent: tuple[str, ...] = ()
    lengths: Mapping[str, int] = field(default_factory=dict)
    known: tuple[str, ...] | None = None
    """Als alleen deze sleutels mogen voorkomen."""

    def holds(self, data: Mapping[object, object]) -> bool:
        if not all(key in data for key in self.required):
            return False
        if any(key in data for key in self.absent):
            return False
        if self.known is not None and not all(key in self.known for key in data):
            return False
        sizes = ((data.get(key), size) for key, size in self.lengths.items())
        return all(not isinstance(t, str) or len(t) == size for t, size in sizes)


def _check_ways(data: object, *ways: _Way) -> None:
    """Weiger een object dat niet op precies een van de manieren is gevuld."""
    if isinstance(data, Mapping) and sum(way.holds(data) for way in ways) != 1:
        titles = ", of ".join(way.title for way in ways)
        raise _Rejected(f"dit moet op precies een manier zijn gevuld: {titles}")
