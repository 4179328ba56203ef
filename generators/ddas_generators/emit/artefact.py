"""What an emitter gives: files, as a pure function of the specification."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Self

from ddas.comparison.history import Past
from ddas.standard.specification import Specification

__all__ = ["Artefact", "Emitter"]


@dataclass(frozen=True, slots=True)
class Artefact:
    """A generated file. ``path``: relative to the folder of its standard, forward slashes; ``content``: UTF-8."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Emitter:
    """A named way to make artefacts of a version; ``emit`` is pure and knows nothing of clock, host or disk."""

    name: str
    emit: Callable[[Specification, Past], Iterable[Artefact]]

    @classmethod
    def without_past(cls, name: str, emit: Callable[[Specification], Iterable[Artefact]]) -> Self:
        """One that needs the version alone."""
        return cls(name=name, emit=lambda specification, _past: emit(specification))
